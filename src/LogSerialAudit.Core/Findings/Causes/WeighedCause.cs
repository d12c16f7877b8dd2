namespace LogSerialAudit.Findings.Causes;

/// <summary>A cause, weighed against the others.</summary>
public sealed record WeighedCause
{
    /// <summary>The id of the finding whose cause it may be.</summary>
    public string About { get; init; } = "";

    /// <summary>The cause.</summary>
    public required Cause Cause { get; init; }

    /// <summary>Its place among the causes, from 1; causes that are as likely have the same.</summary>
    public required int Rank { get; init; }

    /// <summary>What speaks for it less what speaks against it; meaningless where it is ruled out.</summary>
    public required int Points { get; init; }

    /// <summary>How it stands.</summary>
    public required CauseStanding Standing { get; init; }

    /// <summary>What speaks for it and against it, the weightiest first.</summary>
    public required IReadOnlyList<Clue> Clues { get; init; }

    /// <summary>What happened, if this is the cause, in a sentence without a full stop.</summary>
    public required string Statement { get; init; }

    /// <summary>What would refute it.</summary>
    public required string Refutation { get; init; }
}
