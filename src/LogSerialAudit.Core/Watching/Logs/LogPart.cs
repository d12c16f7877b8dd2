namespace LogSerialAudit.Watching.Logs;

/// <summary>What is new of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">Its text from where reading goes on.</param>
/// <param name="IsFinal">Whether nothing more will be written to it, so that a last line without an end is one.</param>
internal sealed record LogPart(OpenFile File, MarkedSource Text, bool IsFinal)
{
    /// <summary>The line that reading goes on with.</summary>
    public long FirstLine { get; } = Text.Lines + 1;

    /// <summary>The last bytes before that line.</summary>
    public byte[] Before { get; } = Text.Tail.ToArray();
}
