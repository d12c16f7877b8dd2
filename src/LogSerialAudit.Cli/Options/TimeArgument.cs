using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace LogSerialAudit.Cli.Options;

/// <summary>
/// A time as typed: an ISO 8601 date, or date and time, with or without an offset. It is the whole day, minute or second
/// (or part of one) that it names.
/// </summary>
/// <param name="Start">Its first instant (UTC); the earlier one where the local time occurs twice.</param>
/// <param name="End">The first instant after it (UTC); after the later one where the local time occurs twice.</param>
/// <param name="Later">The second instant that the local time names, where a clock was set back; else null.</param>
/// <param name="IsSkipped">Whether the local time never was, since a clock was set forward; then the offset before is kept.</param>
public readonly record struct TimeArgument(Instant Start, Instant End, Instant? Later, bool IsSkipped)
{
    /// <summary>The end of a later one can not be reckoned with.</summary>
    private const int LastYear = 9998;

    private static readonly (IPattern<LocalTime> Pattern, Duration Unit)[] Times =
    [
        (LocalTimePattern.CreateWithInvariantCulture("HH':'mm"), Duration.FromMinutes(1)),
        (LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss"), Duration.FromSeconds(1)),
        (LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss'.'FFFFFFFFF"), Duration.FromNanoseconds(1L)),
    ];

    private static readonly IPattern<Offset>[] Offsets =
    [
        OffsetPattern.CreateWithInvariantCulture("+HH':'mm"),
        OffsetPattern.CreateWithInvariantCulture("+HHmm"),
        OffsetPattern.CreateWithInvariantCulture("+HH"),
        OffsetPattern.CreateWithInvariantCulture("+HH':'mm':'ss"),
    ];

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <param name="text">Such as <c>2019-05-25</c>, <c>2019-05-25T16:23:51Z</c> or <c>2019-05-25 09:23-07:00</c>.</param>
    /// <param name="zone">The time zone that is meant where there is no offset.</param>
    /// <param name="time">The time; default where false is returned.</param>
    public static bool TryParse(string text, DateTimeZone zone, out TimeArgument time)
    {
        time = default;
        if (text.Length < 10 || !LocalDatePattern.Iso.Parse(text[..10]).TryGetValue(default, out var date) || date.Year is < 1 or > LastYear)
        {
            return false;
        }

        if (text.Length == 10)
        {
            var start = zone.AtStartOfDay(date).ToInstant();
            time = new TimeArgument(start, zone.AtStartOfDay(date.PlusDays(1)).ToInstant(), Later: null, IsSkipped: false);
            return true;
        }

        return text[10] is 'T' or ' ' && TryParseTime(text[11..], date, zone, out time);
    }

    private static bool TryParseTime(string text, LocalDate date, DateTimeZone zone, out TimeArgument time)
    {
        time = default;
        Offset? offset = null;
        var sign = text.IndexOfAny(['Z', '+', '-']);
        if (sign >= 0)
        {
            offset = ParseOffset(text[sign..]);
            if (offset is null)
            {
                return false;
            }

            text = text[..sign];
        }

        foreach (var (pattern, unit) in Times)
        {
            if (pattern.Parse(text).TryGetValue(default, out var clock))
            {
                time = offset is { } known ? At(date + clock, known, unit) : In(zone, date + clock, unit);
                return true;
            }
        }

        return false;
    }

    private static Offset? ParseOffset(string text)
    {
        if (text == "Z")
        {
            return Offset.Zero;
        }

        foreach (var pattern in Offsets)
        {
            if (pattern.Parse(text).TryGetValue(default, out var offset))
            {
                return offset;
            }
        }

        return null;
    }

    private static TimeArgument At(LocalDateTime local, Offset offset, Duration unit)
    {
        var instant = local.WithOffset(offset).ToInstant();
        return new TimeArgument(instant, instant + unit, Later: null, IsSkipped: false);
    }

    private static TimeArgument In(DateTimeZone zone, LocalDateTime local, Duration unit)
    {
        var mapping = zone.MapLocal(local);
        var first = mapping.Count == 0
            ? Resolvers.ReturnForwardShifted(local, zone, mapping.EarlyInterval, mapping.LateInterval).ToInstant()
            : mapping.First().ToInstant();
        Instant? later = mapping.Count == 2 ? mapping.Last().ToInstant() : null;
        return new TimeArgument(first, (later ?? first) + unit, later, mapping.Count == 0);
    }
}
