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
        Assert.All(EventKinds.All, kind => Assert.Contains($"| `{kind}` | ", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryYearSourceIsNamed() =>
        Assert.All(
            Enum.GetValues<YearSource>().Select(source => source.Word()).Where(word => word.Length > 0),
            word => Assert.Contains($"`{word}`", Readme, StringComparison.Ordinal));
}
