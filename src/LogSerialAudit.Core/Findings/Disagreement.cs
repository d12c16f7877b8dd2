using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Servers of a zone that answered with different serials at about one time.</summary>
/// <param name="Round">The answers.</param>
internal sealed record Disagreement(SoaRound Round)
{
    public string Zone => Round.Zone;

    /// <summary>The newest of the serials.</summary>
    public SerialNumber Newest => Round.Serials[0];

    /// <summary>The answers with the newest serial.</summary>
    public IReadOnlyList<SoaAnswer> Ahead { get; } = Round.With(Round.Serials[0]);

    /// <summary>When the newest serial was minted, where it names that.</summary>
    public Instant? Minted => Ahead[0].Minted;

    /// <summary>What the server has that the records name as the primary (MNAME); null where it is not among those that answered.</summary>
    public SoaAnswer? Primary { get; } = Round.Answers.FirstOrDefault(IsPrimary);

    /// <summary>The lower serial that the others refuse: the primary's, else the oldest; null where the primary has the newest.</summary>
    public SoaAnswer? Behind => Primary is null ? Round.With(Round.Serials[^1])[0] : Primary.Serial == Newest ? null : Primary;

    /// <summary>Whether an answer is the primary's, by the name that it gives itself.</summary>
    public static bool IsPrimary(SoaAnswer answer) => answer.ServerName.Length > 0 && string.Equals(answer.ServerName, answer.Soa.MName, StringComparison.OrdinalIgnoreCase);
}
