namespace LogSerialAudit.Reports.Text;

/// <summary>Text for people: at most 80 columns where the words allow, no hostile characters, colour only where asked for.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="hasColor">Whether escapes for colour may be written.</param>
internal sealed class Page(TextWriter writer, bool hasColor)
{
    /// <summary>The width that mails and plain terminals have.</summary>
    public const int Width = 80;

    public void Line(string text = "") => writer.Write(SafeText.Of(text).TrimEnd() + "\n");

    /// <summary>A heading, underlined so that it is one in a mail too.</summary>
    public void Heading(string text)
    {
        Line();
        Bold(text);
        Line(new string('-', Math.Min(text.Length, Width)));
    }

    /// <summary>A line that stands out on a terminal.</summary>
    public void Bold(string text) => Inked("1", text);

    /// <summary>A line that warns on a terminal.</summary>
    public void Warning(string text) => Inked("33", text);

    /// <summary>A text broken between words; the lines after the first are indented.</summary>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="text">The text.</param>
    /// <param name="indent">How many blanks the other lines begin with.</param>
    public void Wrapped(string first, string text, int indent)
    {
        var line = first;
        var begun = false;
        foreach (var word in SafeText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (begun && line.Length + 1 + word.Length > Width)
            {
                Line(line);
                line = new string(' ', indent) + word;
            }
            else
            {
                line = begun ? $"{line} {word}" : line + word;
            }

            begun = true;
        }

        Line(line);
    }

    /// <summary>Parts with two blanks between them, broken between parts; a part too long for a line is broken between words.</summary>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="parts">The parts; empty ones are left out.</param>
    /// <param name="indent">How many blanks the other lines begin with.</param>
    public void Parts(string first, IEnumerable<string> parts, int indent)
    {
        var line = first;
        var begun = false;
        foreach (var part in parts.Where(part => part.Length > 0).Select(SafeText.Of))
        {
            var gap = "  ";
            foreach (var word in part.Length > Width - indent ? part.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [part])
            {
                if (begun && line.Length + gap.Length + word.Length > Width)
                {
                    Line(line);
                    line = new string(' ', indent) + word;
                }
                else
                {
                    line += begun ? gap + word : word;
                }

                (begun, gap) = (true, " ");
            }
        }

        Line(line);
    }

    private void Inked(string code, string text)
    {
        if (hasColor)
        {
            writer.Write($"\u001b[{code}m{SafeText.Of(text)}\u001b[0m\n");
        }
        else
        {
            Line(text);
        }
    }
}
