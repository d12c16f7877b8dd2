namespace LogSerialAudit.Messages.Language;

/// <summary>A piece of a pattern as written in a catalogue. <paramref name="At"/> is its column, from 0.</summary>
internal abstract record PatternPart(int At)
{
    /// <summary>Text that must stand there.</summary>
    internal sealed record Literal(int At, string Text) : PatternPart(At);

    /// <summary>One of several texts: <c>{master|primary}</c>.</summary>
    internal sealed record Choice(int At, IReadOnlyList<string> Texts) : PatternPart(At);

    /// <summary>A value: <c>{peer:address}</c>; the name is empty where it is not kept, the type where it is the name.</summary>
    internal sealed record Capture(int At, string Name, string Type) : PatternPart(At);

    /// <summary>Parts that may be missing: <c>[/key {key:word}]</c>.</summary>
    internal sealed record Optional(int At, IReadOnlyList<PatternPart> Parts) : PatternPart(At);

    /// <summary>The parts of an earlier <c>let</c>: <c>{=client}</c>.</summary>
    internal sealed record Macro(int At, string Name) : PatternPart(At);
}
