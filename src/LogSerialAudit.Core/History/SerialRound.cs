using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// The way of one serial through the servers of a zone. A serial that a server left and came back to, or was brought back
/// to, begins a round of its own.
/// </summary>
public sealed class SerialRound
{
    /// <summary>From how many takings on servers are looked up instead of searched for.</summary>
    private const int Many = 16;

    private readonly List<SerialTaking> _takings = [];
    private HashSet<SerialHistory>? _histories;
    private bool _takesReturns;

    internal SerialRound(SerialNumber serial) => Serial = serial;

    /// <summary>The serial.</summary>
    public SerialNumber Serial { get; }

    /// <summary>Who took it, in time order; each server once.</summary>
    public IReadOnlyList<SerialTaking> Takings => _takings;

    /// <summary>What lags are counted from: the primary's load where its log shows it, else the first taking; null where none has a sure time.</summary>
    public SerialTaking? Start { get; private set; }

    /// <summary>The transfers of secondaries that have a sure time, in time order.</summary>
    public IReadOnlyList<SerialTaking> Transfers { get; private set; } = [];

    /// <summary>The time between the first and the last transfer; null where fewer than two have a sure time.</summary>
    public Duration? Spread => Transfers.Count < 2 ? null : AsStamped(Transfers[^1].At.At - Transfers[0].At.At, Transfers[^1], Transfers[0]);

    /// <summary>A lag of the round as far as the stamps tell it.</summary>
    public Duration? LagOf(SerialTaking taking) => taking.Lag is { } lag ? AsStamped(lag, taking, Start!) : null;

    internal void Add(SerialTaking taking, bool isPrimary)
    {
        _takings.Add(taking);
        _takesReturns |= taking.IsReturn || isPrimary;
        if (_takings.Count == Many)
        {
            _histories = [.. _takings.Select(taken => taken.History)];
        }

        _histories?.Add(taking.History);
    }

    /// <summary>Whether a taking can be of this round: a server takes a serial once in it, and comes back to one only with a primary or with others.</summary>
    internal bool CanHave(SerialTaking next) =>
        !(_histories?.Contains(next.History) ?? _takings.Exists(taking => taking.History == next.History)) && (!next.IsReturn || _takesReturns);

    /// <summary>Counts the lags, once all takings are there.</summary>
    internal void Settle(Func<SerialHistory, bool> isPrimary)
    {
        var timed = _takings.Where(taking => taking.IsTimed).OrderBy(taking => taking.At.At).ToList();
        Start = timed.Find(taking => isPrimary(taking.History)) ?? timed.FirstOrDefault();
        Transfers = [.. timed.Where(taking => !isPrimary(taking.History))];
        if (timed.Count > 1)
        {
            timed.ForEach(taking => taking.Lag = taking.At.At - Start!.At.At);
        }
    }

    /// <summary>A time between two takings, with a fraction of a second only where both logs have one.</summary>
    private static Duration AsStamped(Duration between, SerialTaking one, SerialTaking other) =>
        one.At.FractionDigits == 0 || other.At.FractionDigits == 0 ? Duration.FromSeconds((long)between.TotalSeconds) : between;
}
