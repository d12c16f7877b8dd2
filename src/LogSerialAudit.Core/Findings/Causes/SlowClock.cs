using NodaTime;

namespace LogSerialAudit.Findings.Causes;

/// <summary>Tells serials made from a clock that is behind: the one before names the time at which it came, those after it all name times as long ago.</summary>
internal static class SlowClock
{
    /// <summary>By how much the clock was behind; null where that does not show.</summary>
    /// <param name="held">When the serial before was seen, and the time it names.</param>
    /// <param name="later">The same of those that came after it, one at least of them less; at least two.</param>
    public static Duration? BehindBy((Instant Seen, Instant Minted) held, IReadOnlyList<(Instant Seen, Instant Minted)> later)
    {
        var behind = later.Select(serial => serial.Seen - serial.Minted).ToList();
        return later.Count > 1 && later[0].Minted < held.Minted && Duration.Max(held.Seen - held.Minted, held.Minted - held.Seen) <= TakingFacts.Prompt
            && behind.Min() > TakingFacts.Prompt && behind.Max() - behind.Min() <= TakingFacts.Prompt
            ? behind[0]
            : null;
    }
}
