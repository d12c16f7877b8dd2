using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Explanations;

/// <summary>How one line is read, and why.</summary>
/// <param name="Source">Where it stands.</param>
/// <param name="Text">The line.</param>
/// <param name="Reading">The line taken apart.</param>
/// <param name="Date">When it was written, and why.</param>
public sealed record LineExplanation(SourceLine Source, string Text, LineReading Reading, LineDate Date)
{
    /// <summary>What it came to.</summary>
    public required LineOutcome Outcome { get; init; }

    /// <summary>Every field of the entry that matches, in the order of its pattern, then those that are not captures of their own.</summary>
    public IReadOnlyList<ExplainedField> Fields { get; init; } = [];

    /// <summary>The entries that a message is like which none matches, the likest first.</summary>
    public IReadOnlyList<NearEntry> Near { get; init; } = [];

    /// <summary>The event in its history; null where the line is none, or was left out as a copy of another log's line.</summary>
    public EventRow? Row { get; init; }
}
