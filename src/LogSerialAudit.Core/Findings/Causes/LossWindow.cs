using LogSerialAudit.Dating;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings.Causes;

/// <summary>The time in which a primary lost what it had given out: after the held serial was there, before the first complaint.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Known">When the held serial is last known to have been there; null where nothing says.</param>
internal readonly record struct LossWindow(Episode Pair, Dated? Known)
{
    /// <summary>The window of a pair; null where its complaints have no time.</summary>
    public static LossWindow? Of(CaseFacts facts, Episode pair)
    {
        if (!pair.First.Exists)
        {
            return null;
        }

        var taken = facts.Takings.AtOf(pair.History, pair.Held) is { Exists: true } at && at.At <= pair.First.At ? at : (Dated?)null;
        var minted = pair.HeldAt <= pair.First.At ? Dated.Sure(pair.HeldAt!.Value) : (Dated?)null;
        return new LossWindow(pair, Nullable.Compare(taken?.At, minted?.At) >= 0 ? taken : minted);
    }

    /// <summary>When the held serial is last known to have been there.</summary>
    public Instant? From => Known?.At;

    /// <summary>The first complaint.</summary>
    public Instant To => Pair.First.At;

    /// <summary>Whether an instant of another clock lies in it, give or take a while.</summary>
    public bool IsNear(Instant at) => at <= To + StartFacts.Soon && (From is not { } from || at >= from - StartFacts.Soon);

    /// <summary>Whether an instant lies in it.</summary>
    public bool Holds(Instant at) => at <= To && (From is not { } from || at >= from);
}
