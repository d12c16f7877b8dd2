namespace LogSerialAudit.Messages;

/// <summary>What is wrong with a catalogue file, and where.</summary>
/// <param name="File">The catalogue's file name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 units; one past the end where something is missing.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Source">The line itself.</param>
public sealed record CatalogueError(string File, int Line, int Column, string Message, string Source)
{
    private const int Shown = 100;

    /// <summary><c>FILE:LINE:COLUMN: MESSAGE</c>, the line, and a caret under the place.</summary>
    public override string ToString()
    {
        // A long line is cut around the place, so that the caret stays on the screen.
        var from = Column > Shown ? Column - (Shown / 2) : 0;
        var part = Source.Substring(from, Math.Min(Shown, Source.Length - from)).Replace('\t', ' ');
        var caret = new string(' ', Column - 1 - from);
        return $"{File}:{Line}:{Column}: {Message}\n    {part}\n    {caret}^";
    }
}
