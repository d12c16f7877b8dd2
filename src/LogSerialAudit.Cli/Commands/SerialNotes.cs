using System.Globalization;
using LogSerialAudit.Reports;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Cli.Commands;

/// <summary>The words of <c>logserialaudit serial</c>.</summary>
/// <param name="times">Times as text.</param>
internal sealed class SerialNotes(TimeText times)
{
    /// <summary>The line of the text format: <c>1558799284 2019-05-25T15:48:04+00:00 2019-05-25T08:48:04-07:00</c>.</summary>
    public string Line(SerialAnswer answer)
    {
        if (answer.At is { } at)
        {
            // UTC as `date -Iseconds` writes it, so that the two columns line up.
            var remark = answer.Remark is null ? "" : $" ({answer.Remark})";
            return $"{answer.Serial} {times.Utc(at)[..^1]}+00:00 {times.Local(at)}{remark}";
        }

        var asUnixTime = $"(as unixtime: {times.Utc(answer.Reading.AsUnixTime)[..^1]}+00:00)";
        return DateOf(answer.Reading) is { } date
            ? $"{answer.Serial} {SerialScheme.DateCounter.Word()}: {date} {asUnixTime}"
            : $"{answer.Serial} {answer.Scheme.Word()} {asUnixTime}";
    }

    /// <summary>The cell <c>note</c>; null where there is nothing to add.</summary>
    public string? Note(SerialAnswer answer)
    {
        if (answer.At is not null)
        {
            return answer.Remark;
        }

        var asUnixTime = $"as unixtime {times.Utc(answer.Reading.AsUnixTime)}";
        return DateOf(answer.Reading) is { } date ? $"{date}; {asUnixTime}" : asUnixTime;
    }

    /// <summary>How two serials stand to each other by RFC 1982.</summary>
    public static string Comparison(SerialAnswer first, SerialAnswer second) => first.Serial.CompareTo(second.Serial) switch
    {
        SerialOrder.Equal => $"{first.Serial} and {second.Serial} are equal",
        SerialOrder.Undefined => $"{first.Serial} and {second.Serial} have no order: they are 2147483648 apart (RFC 1982)",
        SerialOrder.Newer => $"{first.Serial} is newer than {second.Serial} {Distance(second, first)}",
        _ => $"{first.Serial} is older than {second.Serial} {Distance(first, second)}",
    };

    private static string Distance(SerialAnswer older, SerialAnswer newer)
    {
        var distance = unchecked(newer.Serial.Value - older.Serial.Value).ToString(CultureInfo.InvariantCulture);
        var wrapped = newer.Serial.Value < older.Serial.Value ? ", past 4294967295" : "";
        var time = newer.At - older.At is { } passed ? $" ({DurationText.Words(passed)})" : "";
        return $"by {distance}{wrapped}{time}";
    }

    private static string? DateOf(SerialReading reading) => reading.Date is { } date
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Year:d4}-{date.Month:d2}-{date.Day:d2}, nn {reading.DayCount:d2}")
        : null;
}
