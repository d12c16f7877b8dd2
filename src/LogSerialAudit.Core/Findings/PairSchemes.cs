using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>
/// Of which schemes the two serials of a pair are, by when they were logged and by the zone's other serials: 2119010200 among dates
/// is a mistyped one, and not the second in 2037 that the number could be.
/// </summary>
internal sealed class PairSchemes(TakingFacts takings)
{
    /// <summary>A clock, or the zone of a log, is off by less.</summary>
    private static readonly Duration Ahead = Duration.FromDays(2);

    /// <summary>A date is written ahead by hand, but not by more than this on purpose.</summary>
    private static readonly Duration DatedAhead = Duration.FromDays(400);

    /// <summary>Whether what is offered is of another scheme, with lower numbers, and had not been in service before: then it would be an old state.</summary>
    public bool IsChange(Episode pair)
    {
        if (pair is not { Held: { } held, Offered: { } offered } || WasBefore(pair))
        {
            return false;
        }

        var (before, after) = (Of(pair, held), Of(pair, offered));
        return before != after && before is SerialScheme.DateCounter or SerialScheme.UnixTime && (before == SerialScheme.DateCounter || after != SerialScheme.UnixTime);
    }

    /// <summary>Whether what is held is of no scheme that reads it, among serials of the one that what is offered is of too.</summary>
    public static bool IsMistyped(Episode pair) =>
        pair is { Held: { } held, Offered: { } offered, History.Scheme: SerialScheme.DateCounter or SerialScheme.UnixTime }
        && Of(pair, offered) == pair.History.Scheme && Of(pair, held) == SerialScheme.Counter;

    /// <summary>Whether what is held is a date that nobody meant, long after the complaint.</summary>
    public static bool IsFarAhead(Episode pair) =>
        pair is { Held: { } held, First: { Exists: true } first } && new SerialReading(held).Date is { } date && date.AtMidnight().InUtc().ToInstant() - first.At > DatedAhead;

    /// <summary>Whether what is offered is new under a lower number, so that nothing was lost. A counter, such as 0, may be that of an emptied zone.</summary>
    public bool IsNewAndLower(Episode pair) =>
        IsMistyped(pair) || IsFarAhead(pair) || (IsChange(pair) && Of(pair, pair.Offered!.Value) != SerialScheme.Counter);

    /// <summary>The scheme of one of a pair's serials.</summary>
    public static SerialScheme Of(Episode pair, SerialNumber serial)
    {
        var reading = new SerialReading(serial);
        return reading.Scheme == SerialScheme.UnixTime && pair.History.Scheme != SerialScheme.UnixTime && pair.First is { Exists: true } first && reading.AsUnixTime - first.At > Ahead
            ? SerialScheme.Counter
            : reading.Scheme;
    }

    /// <summary>What is stated of a change.</summary>
    public string Told(Episode pair)
    {
        var (held, offered) = (pair.Held!.Value, pair.Offered!.Value);
        var (before, after) = (Of(pair, held), Of(pair, offered));
        var went = $"{pair.History.Zone.Name} {(after == SerialScheme.Counter ? "seems to have gone" : "went")} from";
        return takings.First(pair.History) is { } first && Of(pair, first.Serial) == after
            ? $"{went} {after.Word()} serials to {before.Word()} ({held}) and back ({offered}), whose numbers are lower: another scheme for a while rather than an old state"
            : $"{went} {before.Word()} serials ({held}) to {after.Word()} ({offered}), whose numbers are lower: "
                + (IsBack(pair) ? $"another scheme for a while, until {pair.EndedBy}, rather than an old state" : "a new scheme rather than an old state");
    }

    /// <summary>Whether a pair ended with a serial of the scheme that it began with.</summary>
    public static bool IsBack(Episode pair) =>
        pair is { State: EpisodeState.CaughtUp, Held: { } held, EndedBy: { } by } && Of(pair, by) == Of(pair, held);

    private bool WasBefore(Episode pair) =>
        takings.Of(pair.History, pair.Offered) is { } offered && takings.Of(pair.History, pair.Held) is { } held && offered.Place < held.Place;
}
