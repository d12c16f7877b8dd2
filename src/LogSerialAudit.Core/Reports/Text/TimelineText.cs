using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>The rows of a zone, day by day.</summary>
internal sealed class TimelineText(Page page, DateTimeZone zone)
{
    private string _day = "";

    /// <summary>Writes rows; those that <paramref name="keep"/> turns down are counted instead.</summary>
    public void Write(IReadOnlyList<TimelineRow> rows, Func<int, bool> keep)
    {
        _day = "";
        var left = 0;
        for (var place = 0; place < rows.Count; place++)
        {
            if (keep(place))
            {
                More(left);
                left = 0;
                Row(rows[place], "");
            }
            else
            {
                left++;
            }
        }

        More(left);
    }

    /// <summary>Writes a row among those of other zones.</summary>
    public void WriteWithZone(TimelineRow row) => Row(row, row.First.Zone.Name.Length == 0 ? "" : row.First.Zone.Name + " ");

    private void More(int left)
    {
        if (left > 0)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"      ... {left} more: --table timeline"));
        }
    }

    private void Row(TimelineRow row, string zoneName)
    {
        var at = row.First.At;
        if (Day(at) is var day && day != _day)
        {
            page.Line($"  {day}");
            _day = day;
        }

        var mark = at.Mark is DatingMark.None or DatingMark.Undated ? "" : $"({at.Mark.Word()}) ";
        page.Wrapped($"    {Time(at),-8}  {row.First.Kind.Word(),-16} ", zoneName + mark + What(row), 16);
        if (row.Until is { } until)
        {
            page.Line($"              until {(Day(until) == day ? "" : Day(until) + " ")}{Time(until)}");
        }
    }

    private static string What(TimelineRow row)
    {
        var first = row.First;
        var parts = new List<string>();
        if (first.Serial is { } serial)
        {
            parts.Add(first.Previous is { } previous ? Pair(first, serial, previous) : serial.ToString());
        }

        if (row.Count > 1)
        {
            parts.Add(row.Until is { } until
                ? string.Create(CultureInfo.InvariantCulture, $"x{row.Count}, every {Every(until.At - first.At.At, row.Count)}")
                : string.Create(CultureInfo.InvariantCulture, $"x{row.Count}"));
        }

        if (first.Peer.Length > 0)
        {
            parts.Add(first.Peer);
        }

        if (first.Detail.Length > 0)
        {
            parts.Add(first.Detail);
        }

        return string.Join("  ", parts);
    }

    private static string Pair(EventRow row, SerialNumber serial, SerialNumber previous) => row.Change switch
    {
        SerialChange.Backward => $"{serial} < {previous}",
        SerialChange.Undefined => $"{serial} ? {previous}",
        SerialChange.Wrapped => $"{previous} -> {serial} (wrapped)",
        SerialChange.Same => $"{serial} again",
        _ => $"{previous} -> {serial}",
    };

    /// <summary>The mean distance of like rows, in the unit that fits.</summary>
    private static string Every(Duration span, long count)
    {
        var seconds = span.TotalSeconds / (count - 1);
        var (value, unit) = seconds switch
        {
            < 100 => (seconds, "s"),
            < 100 * 60 => (seconds / 60, "m"),
            < 48 * 3600 => (seconds / 3600, "h"),
            _ => (seconds / 86400, "d"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value):0}{unit}");
    }

    private string Day(Dated at)
    {
        if (!at.Exists)
        {
            return "undated";
        }

        var local = at.At.InZone(zone);
        var offset = EpisodeText.IsUtc(zone) ? "UTC" : local.Offset.ToString("+HH:mm", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Date.DayOfWeek.ToString()[..3]} {local.Year:0000}-{local.Month:00}-{local.Day:00} {offset}");
    }

    private string Time(Dated at)
    {
        if (!at.Exists)
        {
            return "";
        }

        var local = at.At.InZone(zone).LocalDateTime;
        var time = string.Create(CultureInfo.InvariantCulture, $"{local.Hour:00}:{local.Minute:00}:{local.Second:00}");
        return at.FractionDigits == 0 ? time : $"{time}.{local.NanosecondOfSecond.ToString("000000000", CultureInfo.InvariantCulture)[..Math.Min(3, (int)at.FractionDigits)]}";
    }
}
