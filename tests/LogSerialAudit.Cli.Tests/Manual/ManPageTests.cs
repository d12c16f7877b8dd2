using System.Text.RegularExpressions;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests.Manual;

/// <summary>The manual pages are made of what the help is made of.</summary>
public sealed partial class ManPageTests
{
    [Fact]
    public async Task EveryOptionOfEveryHelpIsOnThePageOfItsCommand()
    {
        var commands = await CommandsAsync();
        Assert.True(commands.Count > 4);
        foreach (var command in commands)
        {
            var options = OptionName().Matches((await Run.Of(command, "--help")).Output).Select(match => match.Groups[1].Value).ToList();
            var page = await PageAsync(command);

            Assert.True(options.Count > 3);
            Assert.All(options, option => Assert.Contains($@"\fB{option.Replace("-", @"\-", StringComparison.Ordinal)}\fR", page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task ThePageOfTheProgramLeadsToThoseOfItsCommands()
    {
        var page = await PageAsync();
        Assert.All(await CommandsAsync(), command => Assert.Contains($@"\fBlogserialaudit\-{command}\fR(1)", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1750000000", "2025-06-15")]
    [InlineData("0", "1970-01-01")]
    [InlineData("-1", "2019-06-01")]
    [InlineData("99999999999999999999", "2019-06-01")]
    [InlineData("", "2019-06-01")]
    [InlineData(null, "2019-06-01")]
    public async Task TheDayIsTodayUnlessAPackageSaysAnother(string? seconds, string day)
    {
        var world = Run.World() with { Environment = name => name == "SOURCE_DATE_EPOCH" ? seconds : null };
        Assert.StartsWith($".TH LOGSERIALAUDIT 1 \"{day}\" \"logserialaudit ", (await Run.Of(world, "man")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("man", "nothing", "no command is called nothing; choose ")]
    [InlineData("man", "man", "no command is called man; choose ")]
    [InlineData("completion", "tcsh", "tcsh is no shell that is known; choose bash, zsh or fish")]
    [InlineData("completion", null, "a shell is missing: bash, zsh or fish")]
    public async Task WhatIsNotThereIsNamed(string command, string? argument, string error)
    {
        var run = await Run.Of(argument is null ? [command] : [command, argument]);
        Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"logserialaudit: {error}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MandocAndGroffFindNothingToSay()
    {
        using var folder = new LogFolder();
        folder.Write("logserialaudit.1", await PageAsync());
        foreach (var command in await CommandsAsync())
        {
            folder.Write($"logserialaudit-{command}.1", await PageAsync(command));
        }

        var run = await Child.ShellAsync(
            """
            cd "$2"; found=
            if command -v mandoc >/dev/null; then found=1; mandoc -T lint -W warning *.1; fi
            if command -v groff >/dev/null; then found=1; for page in *.1; do groff -ww -b -man -T utf8 "$page" 2>&1 >/dev/null; done; fi
            [ "$found" ] || echo nobody
            """,
            folder.Path);
        Assert.SkipWhen(run.Output == "nobody\n", "neither mandoc nor groff is installed");
        Assert.Equal(("", ""), (run.Output, run.Errors));
    }

    [Fact]
    public async Task NoLineOfAPageIsWiderThanATerminal()
    {
        using var folder = new LogFolder();
        folder.Write("page", await PageAsync("report"));
        var run = await Child.ShellAsync("""command -v groff >/dev/null || { echo nobody; exit; }; groff -man -T utf8 -P -cbou "$2" """, folder["page"]);
        Assert.SkipWhen(run.Output == "nobody\n", "groff is not installed");

        var lines = run.Output.Split('\n');
        Assert.True(lines.Length > 100);
        Assert.All(lines.Where(line => !line.Contains("    logserialaudit ", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
    }

    private static async Task<List<string>> CommandsAsync() =>
        [.. CommandName().Matches((await Run.Of("--help")).Output.Split("Commands:\n")[1].Split("\n\n")[0]).Select(match => match.Groups[1].Value)];

    private static async Task<string> PageAsync(params string[] command)
    {
        var run = await Run.Of(["man", .. command]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        return run.Output;
    }

    [GeneratedRegex("^  ([a-z]+) ", RegexOptions.Multiline)]
    private static partial Regex CommandName();

    [GeneratedRegex("^  (?:-[a-z?], )*(--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionName();
}
