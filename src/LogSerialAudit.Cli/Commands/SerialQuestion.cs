using System.Text;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Reports;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Cli.Commands;

/// <summary>Reads the values of <c>logserialaudit serial</c>: serials, times, and <c>now</c>.</summary>
internal static class SerialQuestion
{
    /// <summary>What <paramref name="value"/> means: two answers where a local time occurs twice.</summary>
    /// <param name="value">As typed.</param>
    /// <param name="zone">The zone of times without offset.</param>
    /// <param name="clock">For <c>now</c>.</param>
    /// <param name="error">One line, or null.</param>
    public static IReadOnlyList<SerialAnswer> Answer(string value, DateTimeZone zone, IClock clock, out string? error)
    {
        error = null;
        if (SerialNumber.TryParse(Encoding.UTF8.GetBytes(value), out var serial))
        {
            return [new SerialAnswer(new SerialReading(serial), IsFromTime: false, Remark: null)];
        }

        if (value == "now")
        {
            return AnswerTime(value, clock.GetCurrentInstant(), null, out error);
        }

        if (TimeArgument.TryParse(value, zone, out var time))
        {
            return AnswerTime(value, time, zone, out error);
        }

        error = value.AsSpan().TrimStart('-').ContainsAnyExceptInRange('0', '9') || value is "" or "-"
            ? $"{(value.Length == 0 ? "an empty word" : SafeText.Of(value))} is neither a serial (0 to 4294967295) nor a time such as 2019-05-25T15:48:04Z, nor now"
            : $"{value} is not a serial: serials are 0 to 4294967295";
        return [];
    }

    private static IReadOnlyList<SerialAnswer> AnswerTime(string value, TimeArgument time, DateTimeZone zone, out string? error)
    {
        if (time.Later is not { } later)
        {
            var skipped = $"{value} is skipped in {zone.Id}, where clocks were set forward; read with the offset before";
            return AnswerTime(value, time.Start, time.IsSkipped ? skipped : null, out error);
        }

        var twice = $"{value} occurs twice in {zone.Id}";
        var first = AnswerTime(value, time.Start, $"{twice}; this is the first time", out error);
        return error is null ? [.. first, .. AnswerTime(value, later, $"{twice}; this is the second time", out error)] : [];
    }

    private static IReadOnlyList<SerialAnswer> AnswerTime(string value, Instant at, string? remark, out string? error)
    {
        var seconds = at.ToUnixTimeSeconds();
        if (seconds is < 0 or > uint.MaxValue)
        {
            error = $"{value} has no serial: seconds since 1970 in 32 bits end at 2106-02-07T06:28:15Z";
            return [];
        }

        error = null;
        return [new SerialAnswer(new SerialReading(new SerialNumber((uint)seconds)), IsFromTime: true, remark)];
    }
}
