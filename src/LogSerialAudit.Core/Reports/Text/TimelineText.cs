using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>The rows of a zone, day by day.</summary>
/// <param name="page">Where they go.</param>
/// <param name="zone">The zone of local times.</param>
/// <param name="label">What tells a history from others of the zone; empty where there is but one.</param>
internal sealed class TimelineText(Page page, DateTimeZone zone, Func<SerialHistory, string> label)
{
    private const int MostIndent = 40;

    /// <summary>As of <c>Sun 2019-05-26</c>; an offset may follow.</summary>
    private const int DateLength = 14;

    private string _day = "";
    private int _timeWidth = 8;

    /// <summary>Writes rows; those that <paramref name="keep"/> turns down are counted instead.</summary>
    public void Write(IReadOnlyList<TimelineRow> rows, Func<int, bool> keep)
    {
        _day = "";
        _timeWidth = rows.Select((row, place) => keep(place) ? Time(row.First.At).Length : 0).Append(8).Max();
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
    public void WriteWithZone(TimelineRow row) => Row(row, row.First.Zone.Name.Length == 0 ? "" : row.First.Zone.Name);

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

        var mark = at.Mark is DatingMark.None or DatingMark.Undated ? "" : $"({at.Words()})";
        var first = $"    {Time(at).PadRight(_timeWidth)}  {row.First.Kind.Word(),-18}  ";
        page.Parts(first, [zoneName, mark, .. What(row), Until(row, day)], Math.Min(first.Length, MostIndent));
    }

    /// <summary>The day and the offset are said where they are not those of the heading.</summary>
    private string Until(TimelineRow row, string day) => row.Until is not { } until ? ""
        : Day(until) == day ? $"until {Time(until)}"
        : Day(until)[DateLength..] == day[DateLength..] ? $"until {Day(until)[..DateLength]} {Time(until)}"
        : $"until {Day(until)} {Time(until)}";

    private IEnumerable<string> What(TimelineRow row)
    {
        var first = row.First;
        yield return first.Serial is not { } serial ? ""
            : first.Previous is { } previous ? Pair(first, serial, previous)
            : serial.ToString();
        yield return row.Count == 1 ? ""
            : row.Until is { } until && until.At > row.First.At.At ? string.Create(CultureInfo.InvariantCulture, $"x{row.Count}, every {Every(until.At - first.At.At, row.Count)}")
            : string.Create(CultureInfo.InvariantCulture, $"x{row.Count}");
        yield return first.Peer;
        yield return page.OfOthers(first.Detail);
        yield return label(first.History);
    }

    private static string Pair(EventRow row, SerialNumber serial, SerialNumber previous) => row.Change switch
    {
        SerialChange.Backward => $"{serial} < {previous}",
        SerialChange.Undefined => $"{serial} ? {previous}",
        SerialChange.Wrapped => $"{previous} -> {serial} (wrapped)",
        SerialChange.Same => row.Kind == EventKind.NotifySent ? $"{serial}" : $"{serial} again",
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

    /// <summary>The local day, with its offset where the zone is not UTC: <c>Sun 2019-05-26 -07:00</c>.</summary>
    internal string Day(Dated at)
    {
        if (!at.Exists)
        {
            return "undated";
        }

        var local = at.At.InZone(zone);
        var offset = EpisodeText.IsUtc(zone) ? "" : local.Offset.ToString("' '+HH:mm", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Date.DayOfWeek.ToString()[..3]} {local.Year:0000}-{local.Month:00}-{local.Day:00}{offset}");
    }

    /// <summary>The local time of day.</summary>
    internal string Time(Dated at)
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
