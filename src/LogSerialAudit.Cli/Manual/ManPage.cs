using System.Globalization;
using NodaTime;

namespace LogSerialAudit.Cli.Manual;

/// <summary>Manual pages of section 1: one for the program, one for each command, made of the commands' definitions.</summary>
internal sealed class ManPage(string version, LocalDate date)
{
    private const string ExitStatus = "Exit status:";

    /// <summary>The page of the program, which leads to the others.</summary>
    public string OfProgram(string description, IReadOnlyList<CommandSheet> commands, string examples)
    {
        var page = Begin(App.Name, description);
        page.Section("SYNOPSIS").Macro($@"{Roff.Bold(App.Name)} {Roff.Italic("COMMAND")} [{Roff.Italic("ARGUMENT")}]... [{Roff.Italic("OPTION")}]...");
        page.Section("DESCRIPTION");
        foreach (var paragraph in ManText.Description)
        {
            page.Paragraph(paragraph);
        }

        page.Section("COMMANDS").Paragraph("Each has a page of its own.");
        foreach (var command in commands)
        {
            page.Item(Roff.Bold(command.Name), $"{command.Description}. See {PageOf(command)}(1).");
        }

        page.Item(Roff.Bold("man") + " [" + Roff.Italic("COMMAND") + "]", "Print a manual page in the language of man(7).");
        page.Item($@"{Roff.Bold("completion")} {Roff.Italic("SHELL")}", "Print completions for bash, zsh or fish.");
        Items(page.Section("FILES"), ManText.Files);
        Items(page.Section("ENVIRONMENT"), ManText.Environment);
        End(page, examples, isCommand: false);
        return page.Section("SEE ALSO").Macro(string.Join(",\n", commands.Select(command => $@"{Roff.Bold(PageOf(command))}(1)"))).ToString();
    }

    /// <summary>The page of a command.</summary>
    public string OfCommand(CommandSheet command)
    {
        var page = Begin(PageOf(command), command.Description);
        var argument = command.Argument is { } name ? command.IsArgumentNeeded ? $" {Roff.Italic(name)}..." : $" [{Roff.Italic(name)}]..." : "";
        page.Section("SYNOPSIS").Macro($@"{Roff.Bold($"{App.Name} {command.Name}")}{argument} [{Roff.Italic("OPTION")}]...");
        if (command.Argument is not null)
        {
            page.Section("ARGUMENTS").Item(Roff.Italic(command.Argument), Sentence(command.ArgumentDescription));
        }

        page.Section("OPTIONS");
        foreach (var option in command.Options)
        {
            var value = option.Value is { } text ? $" {Roff.Italic(text)}" : "";
            page.Item(string.Join(", ", option.Names.Select(Roff.Bold)) + value, Sentence(option.Description));
        }

        End(page, command.Examples, isCommand: true);
        return page.Section("SEE ALSO").Macro($"{Roff.Bold(App.Name)}(1)").ToString();
    }

    private static string PageOf(CommandSheet command) => $"{App.Name}-{command.Name}";

    private Roff Begin(string name, string description)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Roff()
            .Macro($".TH {Roff.Escaped(name.ToUpperInvariant())} 1 \"{day}\" \"{App.Name} {version}\" \"User Commands\"")

            // Words are told from one another more easily where none is broken, and the right edge may be ragged.
            .Macro(".nh").Macro(".ad l")
            .Section("NAME").Text($"{name} - {Lowered(description)}");
    }

    private static void End(Roff page, string examples, bool isCommand)
    {
        // The text of the help: examples are indented, all else are paragraphs; a command can have codes of its own.
        var lines = examples.Split('\n').SkipWhile(line => line == "Examples:").ToList();
        var codes = lines.SkipWhile(line => line != ExitStatus).Skip(1).TakeWhile(line => line.Length > 0).ToList();
        page.Section("EXIT STATUS");
        if (codes.Count > 0 && isCommand)
        {
            page.Paragraph(Sentence(string.Join(' ', codes.Select(line => line.Trim()))));
        }
        else
        {
            Items(page, ManText.ExitStatus);
        }

        page.Section("EXAMPLES");
        for (var i = 0; i < lines.Count;)
        {
            var isLiteral = lines[i].StartsWith("  ", StringComparison.Ordinal);
            var block = lines.Skip(i).TakeWhile(line => line.Length > 0 && line.StartsWith("  ", StringComparison.Ordinal) == isLiteral).ToList();
            if (block is [ExitStatus])
            {
                break;
            }

            if (isLiteral)
            {
                page.Literal(block.Select(line => line[2..]));
            }
            else if (block.Count > 0)
            {
                page.Paragraph(string.Join(' ', block));
            }

            i += Math.Max(1, block.Count);
        }
    }

    private static void Items(Roff page, IEnumerable<(string Term, string Text)> items)
    {
        foreach (var (term, text) in items)
        {
            page.Item(Roff.Bold(term), text);
        }
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : $"{text}.";

    private static string Lowered(string text) => text.Length > 1 && char.IsLower(text[1]) ? $"{char.ToLowerInvariant(text[0])}{text[1..]}".TrimEnd('.') : text.TrimEnd('.');
}
