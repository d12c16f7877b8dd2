namespace LogSerialAudit.Messages.Language;

/// <summary>A line of a catalogue that is not indented.</summary>
internal abstract record Statement
{
    /// <summary><c>[bind] programs named named-sdb</c></summary>
    internal sealed record Section(string Server, IReadOnlyList<string> Programs) : Statement;

    /// <summary><c>let client = client {peer:address}</c></summary>
    internal sealed record Let(string Name, IReadOnlyList<PatternPart> Parts) : Statement;

    /// <summary><c>expired  zone {zone}: expired</c></summary>
    internal sealed record Shape(string Kind, int PatternAt, IReadOnlyList<PatternPart> Parts) : Statement;
}
