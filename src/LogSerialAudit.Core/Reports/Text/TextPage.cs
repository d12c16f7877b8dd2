namespace LogSerialAudit.Reports.Text;

/// <summary>Text for people: at most 80 columns where the words allow, no hostile characters, colour only where asked for.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="hasColor">Whether escapes for colour may be written.</param>
internal sealed class TextPage(TextWriter writer, bool hasColor) : Page
{
    private bool _isEmpty = true;

    /// <inheritdoc/>
    public override void Line(string text = "")
    {
        _isEmpty = false;
        writer.Write(SafeText.Of(text).TrimEnd() + "\n");
    }

    /// <summary>A heading, underlined so that it is one in a mail too.</summary>
    public override void Heading(string text)
    {
        if (!_isEmpty)
        {
            Line();
        }

        Bold(text);
        Line(new string('-', Math.Min(text.Length, Width)));
    }

    /// <inheritdoc/>
    public override void Bold(string text) => Inked("1", text);

    /// <inheritdoc/>
    public override void Warning(string text) => Inked("33", text);

    /// <inheritdoc/>
    public override void Wrapped(string first, string text, int indent)
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

    /// <inheritdoc/>
    public override void Parts(string first, IEnumerable<string> parts, int indent)
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
