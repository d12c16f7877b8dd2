using LogSerialAudit.Cli.Tests.World;
using LogSerialAudit.Dating;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Cli.Tests;

/// <summary>What the README shows is what the program prints.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void TheReportShownIsTheOneOfTheSample()
    {
        var report = File.ReadAllLines(Path.Combine(Repository.Root, "samples/balug-2019-05/expected/report.txt"));
        var lines = Readme.Split('\n');
        var start = Array.IndexOf(lines, "    " + report[0]);
        Assert.True(start >= 0, "the README shows no report");
        var shown = lines.Skip(start).TakeWhile(line => line != "    ...").Select(line => line.Length > 4 ? line[4..] : "").ToList();

        Assert.True(shown.Count > 15);
        Assert.Equal(report.Take(shown.Count), shown);
    }

    [Fact]
    public void EveryKindIsExplained()
    {
        Assert.True(EventKinds.All.Count > 40);
        Assert.All(
            Enum.GetValues<EventKind>(),
            kind => Assert.Contains($"| `{kind.Word()}` | {kind.Meaning()} |", Readme.Replace("`multi-master yes`", "multi-master yes", StringComparison.Ordinal).Replace("`rndc`", "rndc", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void EveryLinkWithinItLeadsToAHeading()
    {
        var headings = Readme.Split('\n').Where(line => line.StartsWith('#')).Select(line => Anchor(line.TrimStart('#').Trim())).ToHashSet();
        var links = Readme.Split("](#").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]).ToList();

        Assert.True(links.Count > 10);
        Assert.All(links, link => Assert.Contains(link, headings));
    }

    /// <summary>A heading's name in a link, as GitHub makes it: small letters, hyphens for blanks, nothing else.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-').Select(letter => letter == ' ' ? '-' : letter));

    [Fact]
    public async Task EveryCommandIsShown()
    {
        var help = (await Run.Of("--help")).Output.Split('\n').SkipWhile(line => line != "Commands:").Skip(1).TakeWhile(line => line.Length > 0);
        var commands = help.Where(line => !line.StartsWith("   ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]).ToList();

        Assert.True(commands.Count > 3);
        Assert.All(commands, command => Assert.Contains($"    logserialaudit {command} ", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryYearSourceIsNamed() =>
        Assert.All(
            Enum.GetValues<YearSource>().Select(source => source.Word()).Where(word => word.Length > 0),
            word => Assert.Contains($"`{word}`", Readme, StringComparison.Ordinal));
}
