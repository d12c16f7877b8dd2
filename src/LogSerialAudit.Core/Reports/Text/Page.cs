namespace LogSerialAudit.Reports.Text;

/// <summary>Where the story is written, in the form of one format. What it is given need not be safe; what it writes is.</summary>
internal abstract class Page
{
    /// <summary>The width that mails and plain terminals have.</summary>
    public const int Width = 80;

    /// <summary>A line as it is; blanks at its beginning say how deep it stands.</summary>
    public abstract void Line(string text = "");

    /// <summary>The heading of a section.</summary>
    public abstract void Heading(string text);

    /// <summary>A line that stands out: the title of a paragraph.</summary>
    public abstract void Bold(string text);

    /// <summary>A line that warns.</summary>
    public abstract void Warning(string text);

    /// <summary>A text broken between words; the lines after the first are indented.</summary>
    /// <param name="first">What the first line begins with: blanks, and a label, a mark (<c>!</c>, <c>*</c>) or nothing.</param>
    /// <param name="text">The text.</param>
    /// <param name="indent">How many blanks the other lines begin with.</param>
    public abstract void Wrapped(string first, string text, int indent);

    /// <summary>Parts with two blanks between them, broken between parts; a part too long for a line is broken between words.</summary>
    /// <param name="first">What the first line begins with: blanks, and labels with two blanks between them.</param>
    /// <param name="parts">The parts; empty ones are left out.</param>
    /// <param name="indent">How many blanks the other lines begin with.</param>
    public abstract void Parts(string first, IEnumerable<string> parts, int indent);

    /// <summary>A picture of a zone's serials, where the format has pictures.</summary>
    public virtual void Plot(Func<Plots.SerialPlot?> plot)
    {
    }

    /// <summary>A text that was captured from a log or typed, to be written as part of another.</summary>
    public virtual string OfOthers(string text) => text;

    /// <summary>A text as it is shown, to be set in columns.</summary>
    public virtual string Shown(string text) => text;

    /// <summary>Ends the document.</summary>
    public virtual void End()
    {
    }

    /// <summary>How many blanks a text begins with.</summary>
    protected static int Depth(string text) => text.Length - text.TrimStart(' ').Length;

    /// <summary>The labels in what a line begins with.</summary>
    protected static string[] Labels(string first) => first.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
