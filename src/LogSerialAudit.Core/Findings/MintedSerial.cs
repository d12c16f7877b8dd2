using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>A serial that names when it was minted.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Serial">The serial.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Pair">The episode that shows it.</param>
/// <param name="Answer">The answer that shows it, where no episode does.</param>
internal readonly record struct MintedSerial(Instant At, SerialNumber Serial, string Zone, Episode Pair, SoaAnswer? Answer)
{
    /// <summary>A line that shows it.</summary>
    public Exhibit Exhibit => Answer is null ? Incident.ExhibitOf(Pair) : AnswerFacts.ExhibitOf(Answer);
}
