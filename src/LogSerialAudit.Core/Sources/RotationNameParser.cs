using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace LogSerialAudit.Sources;

/// <summary>The endings that logrotate, savelog, syslog-ng and BIND give to rotated logs.</summary>
internal static partial class RotationNameParser
{
    private static readonly string[] CompressionEndings = [".gz", ".bz2", ".xz", ".zst", ".lz4", ".lzma", ".Z"];
    private static readonly string[] KeptExtensions = [".log", ".txt", ".out", ".err"];

    public static RotationName Parse(string fileName)
    {
        var compression = Array.Find(CompressionEndings, ending => EndsWith(fileName, ending)) ?? "";
        var plain = fileName[..^compression.Length];

        var found = ParseEnding(plain);
        if (found is null && Array.Find(KeptExtensions, ending => EndsWith(plain, ending)) is { } extension)
        {
            // logrotate's "extension .log" keeps the ending last: daemon-20190530.log.
            found = ParseEnding(plain[..^extension.Length]);
            found = found is null || IsVersion(found) ? null : found with { Base = found.Base + extension };
        }

        return found is null
            ? new RotationName(fileName, plain, RotationScheme.Live, null, null, false, compression)
            : new RotationName(fileName, found.Base, found.Scheme, found.Number, found.NotAfter,
                found.Scheme is RotationScheme.Epoch or RotationScheme.BindTimestamp, compression);
    }

    /// <summary>In <c>named-9.18.log</c> the number goes on with a version; it counts no rotation.</summary>
    private static bool IsVersion(Ending ending) => ending.Scheme == RotationScheme.Number && char.IsAsciiDigit(ending.Base[^1]);

    // A name that is all ending, such as ".gz", is a name.
    private static bool EndsWith(string name, string ending) => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal);

    private static Ending? ParseEnding(string name)
    {
        if (DottedQuad().IsMatch(name))
        {
            return null; // A log named after the address it comes from, not the first rotation of 192.0.2.
        }

        return ParseBindTimestamp(name) ?? ParseDate(name) ?? ParseEpoch(name) ?? ParseNumber(name);
    }

    private static Ending? ParseBindTimestamp(string name)
    {
        var match = BindTimestamp().Match(name);
        if (!match.Success || DateOf(match) is not { } date || TimeOf(match.Groups["time"].Value) is not { } time)
        {
            return null;
        }

        var rolled = (date + time.Start).PlusMilliseconds(IntOf(match, "ms"));
        return new Ending(match.Groups["base"].Value, RotationScheme.BindTimestamp, null, rolled);
    }

    private static Ending? ParseDate(string name)
    {
        var match = Date().Match(name);
        if (!match.Success || DateOf(match) is not { } date)
        {
            return null;
        }

        int? number = match.Groups["n"].Success ? IntOf(match, "n") : null;
        if (match.Groups["epoch"].Success)
        {
            return new Ending(match.Groups["base"].Value, RotationScheme.Epoch, number, EpochOf(match));
        }

        return TimeOf(match.Groups["time"].Value) is { } time
            ? new Ending(match.Groups["base"].Value, RotationScheme.Date, number, (date + time.Start).PlusSeconds(time.Seconds))
            : null;
    }

    private static Ending? ParseEpoch(string name)
    {
        var match = Epoch().Match(name);
        return match.Success ? new Ending(match.Groups["base"].Value, RotationScheme.Epoch, null, EpochOf(match)) : null;
    }

    private static Ending? ParseNumber(string name)
    {
        var match = Number().Match(name);
        return match.Success ? new Ending(match.Groups["base"].Value, RotationScheme.Number, IntOf(match, "n"), null) : null;
    }

    private static LocalDate? DateOf(Match match)
    {
        var (year, month, day) = (IntOf(match, "y"), IntOf(match, "m"), IntOf(match, "d"));
        var real = year is >= 1990 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        return real ? new LocalDate(year, month, day) : null;
    }

    /// <summary>Hour, minute and second as far as they are written; the length is that of the smallest unit written, and 0 from the second on: that is the moment itself.</summary>
    private static (LocalTime Start, int Seconds)? TimeOf(string digits)
    {
        var parts = digits.Chunk(2).Select(pair => int.Parse(pair, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var (hour, minute, second) = (parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        return hour < 24 && minute < 60 && second < 60
            ? (new LocalTime(hour, minute, second), parts.Length switch { 0 => 86400, 1 => 3600, 2 => 60, _ => 0 })
            : null;
    }

    private static LocalDateTime EpochOf(Match match) =>
        Instant.FromUnixTimeSeconds(long.Parse(match.Groups["epoch"].ValueSpan, CultureInfo.InvariantCulture)).InUtc().LocalDateTime;

    private static int IntOf(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:[0-9]{1,3}\.){3}[0-9]{1,3}\z")]
    private static partial Regex DottedQuad();

    [GeneratedRegex(@"^(?<base>.+)\.(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})(?<time>[0-9]{6})(?<ms>[0-9]{3})\z", RegexOptions.Singleline)]
    private static partial Regex BindTimestamp();

    [GeneratedRegex(
        @"^(?<base>.+)[-._](?<y>199[0-9]|2[01][0-9]{2})(?<dash>-?)(?<m>[0-9]{2})\k<dash>(?<d>[0-9]{2})" +
        @"(?:[-_T]?(?<time>[0-9]{2}(?:[0-9]{2}){0,2}))?(?:[-.](?<epoch>1[0-9]{9}))?(?:\.(?<n>0|[1-9][0-9]{0,5}))?\z", RegexOptions.Singleline)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?<base>.+)[-._](?<epoch>1[0-9]{9})\z", RegexOptions.Singleline)]
    private static partial Regex Epoch();

    [GeneratedRegex(@"^(?<base>.+)\.(?<n>0|[1-9][0-9]{0,5})\z", RegexOptions.Singleline)]
    private static partial Regex Number();

    private sealed record Ending(string Base, RotationScheme Scheme, int? Number, LocalDateTime? NotAfter);
}
