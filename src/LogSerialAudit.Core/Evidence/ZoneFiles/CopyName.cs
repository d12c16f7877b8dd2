using LogSerialAudit.Messages.Language;
using LogSerialAudit.Serials;
using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>The name of a copy of a zone file: what it is a copy of, and the date in it.</summary>
/// <param name="Stem">The name without date, number and endings such as <c>.bak</c>.</param>
/// <param name="At">The date, taken for UTC; null where there is none.</param>
internal sealed record CopyName(string Stem, Instant? At)
{
    private static readonly string[] Endings = [".bak", ".old", ".orig", ".save", ".gz", ".xz", ".bz2", ".zst", ".lz4", "~", ".", "-", "_"];
    private static readonly string[] Prefixes = ["db.", "zone.", "pri.", "master.", "named.", "db-", "zone-"];
    private static readonly string[] Suffixes = [".db", ".zone", ".hosts", ".txt"];

    private static Parser<int> Number(int digits, int least, int most) => input =>
    {
        var end = input.Position + digits;
        return end <= input.Source.Length && int.TryParse(input.Source.AsSpan(input.Position, digits), System.Globalization.NumberStyles.None, null, out var number)
            && number >= least && number <= most
            ? Result.Success(number, new LineInput(input.Source, end))
            : Result.Failure<int>(input, "unexpected", ["a number"]);
    };

    private static Parser<T> After<T>(string signs, Parser<T> then) => Parse.Chars(signs).Optional().Then(_ => then);

    private static readonly Parser<LocalDate> Date =
        from year in Number(4, 1980, 2099)
        from month in After("-._", Number(2, 1, 12))
        from day in After("-._", Number(2, 1, 31))
        where day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
        select new LocalDate(year, month, day);

    private static readonly Parser<LocalTime> Time =
        from hour in After("-._T", Number(2, 0, 23))
        from minute in After("-.:_h", Number(2, 0, 59))
        from second in After("-.:_m", Number(2, 0, 59)).Optional()
        select new LocalTime(hour, minute, second.GetOrDefault());

    private static readonly Parser<object?> NoDigit = Parse.Digit.Not();

    private static readonly Parser<Instant> Dated =
        (from date in Date from time in Time from end in NoDigit select (date + time).InUtc().ToInstant())
        .Or(from date in Date from end in NoDigit select date.AtMidnight().InUtc().ToInstant());

    /// <summary>Ten digits: seconds since 1970, or a date and a number of that day.</summary>
    private static readonly Parser<Instant> Ten =
        from digits in LineInput.Run(char.IsAsciiDigit, "digits").Where(digits => digits.Length == 10 && uint.TryParse(digits, out _)).Select(digits => new SerialReading(new SerialNumber(uint.Parse(digits, null))))
        where digits.MintedAt is not null || digits.Date is not null
        select digits.MintedAt ?? digits.Date!.Value.AtMidnight().InUtc().ToInstant();

    private static readonly Parser<Instant> Any = Ten.Or(Dated);

    /// <summary>Reads a name.</summary>
    public static CopyName Of(string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (char.IsAsciiDigit(name[at]) && (at == 0 || !char.IsAsciiDigit(name[at - 1])) && Any(new LineInput(name, at)) is { WasSuccessful: true } date)
            {
                return new CopyName(Bare($"{Bare(name[..at])}{name[date.Remainder.Position..].TrimStart('Z')}"), date.Value);
            }
        }

        return new CopyName(Bare(name), null);
    }

    /// <summary>Whether a file of that name, without its date, is the zone's: <c>balug.org</c>, <c>db.balug.org</c>, <c>balug.org.zone</c>.</summary>
    public static bool IsOf(string zone, string stem)
    {
        var name = stem.ToLowerInvariant();
        var prefixes = Prefixes.Where(prefix => name.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => name[prefix.Length..]).Append(name);
        return prefixes.SelectMany(rest => Suffixes.Where(suffix => rest.EndsWith(suffix, StringComparison.Ordinal)).Select(suffix => rest[..^suffix.Length]).Append(rest))
            .Contains(zone, StringComparer.Ordinal);
    }

    /// <summary>Without what stands at the end of a copy's name: <c>.bak</c>, <c>~</c>, <c>.1</c>, <c>.~1~</c>.</summary>
    private static string Bare(string name)
    {
        for (var before = ""; before != name;)
        {
            before = name;
            name = Endings.FirstOrDefault(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending
                ? name[..^ending.Length]
                : name;
            var digits = name.Length - name.TrimEnd("0123456789".ToCharArray()).Length;
            if (digits is > 0 and <= 3 && name.Length > digits + 1 && name[^(digits + 1)] is '.' or '~')
            {
                name = name[..^(digits + 1)];
            }
        }

        return name;
    }
}
