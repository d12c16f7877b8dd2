using System.Text;

namespace LogSerialAudit.Cli.Manual;

/// <summary>Text in the language of manual pages (man(7)), for groff and mandoc alike.</summary>
internal sealed class Roff
{
    private const int LongestLine = 72;
    private readonly StringBuilder _page = new();
    private bool _beginsSection;

    /// <summary>A line that is a request or a macro call, as it is.</summary>
    public Roff Macro(string line)
    {
        _beginsSection = false;
        _page.Append(line).Append('\n');
        return this;
    }

    /// <summary>A section.</summary>
    public Roff Section(string title)
    {
        Macro($".SH {title}");
        _beginsSection = true;
        return this;
    }

    /// <summary>Text in which nothing is markup, to be filled; the lines here are short for those who read pages as they are.</summary>
    public Roff Text(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= LongestLine)
            {
                Macro(Escaped(line));
                line = "";
            }

            line += line.Length == 0 ? word : $" {word}";
        }

        return Macro(Escaped(line));
    }

    /// <summary>A paragraph.</summary>
    public Roff Paragraph(string text) => Begin().Text(text);

    /// <summary>Lines that keep their form, indented.</summary>
    public Roff Literal(IEnumerable<string> lines)
    {
        Begin().Macro(".nf").Macro(".RS 4");
        foreach (var line in lines)
        {
            Macro(Escaped(line));
        }

        return Macro(".RE").Macro(".fi");
    }

    /// <summary>A term and what it means.</summary>
    /// <param name="term">The term, with markup.</param>
    /// <param name="text">What it means, without.</param>
    public Roff Item(string term, string text) => Macro(".TP").Macro(term).Text(text);

    /// <summary>Bold text.</summary>
    public static string Bold(string text) => $@"\fB{Escaped(text)}\fR";

    /// <summary>Text that stands for something else.</summary>
    public static string Italic(string text) => $@"\fI{Escaped(text)}\fR";

    /// <summary>Text in which nothing is markup, and every character is the one that a shell takes.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        if (text.Length > 0 && text[0] is '.' or '\'')
        {
            escaped.Append(@"\&");
        }

        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '\\' => @"\e",
                '-' => @"\-",
                '\'' => @"\(aq",
                '`' => @"\(ga",
                '^' => @"\(ha",
                '~' => @"\(ti",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    // A paragraph begins by itself where a section does.
    private Roff Begin() => _beginsSection ? this : Macro(".PP");

    /// <summary>The page.</summary>
    public override string ToString() => _page.ToString();
}
