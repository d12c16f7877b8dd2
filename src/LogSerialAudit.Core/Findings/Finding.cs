using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>A statement that joins episodes and evidence.</summary>
public sealed record Finding
{
    /// <summary>What it is about.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How sure it is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>The zones it is about; none where it is about a server or a machine.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>From when on (UTC); null where that is not known.</summary>
    public Instant? From { get; init; }

    /// <summary>Up to when (UTC); null where that is not known.</summary>
    public Instant? To { get; init; }

    /// <summary>What is stated, times in UTC, without a full stop at its end.</summary>
    public string Statement => field ??= Said.DoubtedOnce(Tell());

    /// <summary>The lines it rests on.</summary>
    public ExhibitList Exhibits => field ??= Show();

    /// <summary>Tells what is stated; asked once, and only where that is looked at.</summary>
    public required Func<string> Tell { private get; init; }

    /// <summary>Shows the lines it rests on; asked once, and only where they are looked at.</summary>
    public required Func<ExhibitList> Show { private get; init; }

    /// <summary>What would refute it, without a full stop.</summary>
    public required string Refutation { get; init; }

    /// <summary>The kind's word and a number, by which others can speak of it.</summary>
    public string Id { get; init; } = "";

    /// <summary>How many findings it stands for: itself, or those of its kind that are not told one by one.</summary>
    public int HowMany { get; init; } = 1;

    /// <summary>The incident that it is about, where it is about one as a whole.</summary>
    internal Incident? Incident { get; init; }

    /// <summary>How each zone of the incident stands, where that is what is stated.</summary>
    internal Func<IReadOnlyList<ZoneStanding>> Standings { get; init; } = () => [];
}
