using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>A report over what grep found in several files is the report over the files.</summary>
public sealed class GrepTests
{
    private static readonly string[] Logs = ["daemon.log", "daemon.log.1"];

    [Theory]
    [InlineData(":")]
    [InlineData(":17:")]
    [InlineData("-17-")]
    public async Task FilesThatGrepNamesAreDatedEachByItself(string mark)
    {
        const string Folder = "samples/balug-2019-05/linuxmafia";
        using var folder = new LogFolder();
        var found = Path.Combine(folder.Path, "found.txt");

        // In the order of their names, which is not that of time.
        File.WriteAllLines(found, Logs.SelectMany(log => File.ReadLines(Path.Combine(Folder, log)).Select(line => $"/var/log/{log}{mark}{line}")));
        var ofFiles = await Events([.. Logs.Select(log => Path.Combine(Folder, log))]);
        var ofGrep = await Events(found);

        Assert.True(ofFiles.Length > 100);
        Assert.Equal(ofFiles, ofGrep);
    }

    [Fact]
    public async Task TheYearOfTheLastLineIsThatOfTheLastFileOfARotatedLog()
    {
        using var folder = new LogFolder();
        var (older, newer) = (Lines([10, 11, 12]), Lines([1, 2, 3]));
        File.WriteAllLines(Path.Combine(folder.Path, "daemon.log.1"), older);
        File.WriteAllLines(Path.Combine(folder.Path, "daemon.log"), newer);
        var found = Path.Combine(folder.Path, "found.txt");
        File.WriteAllLines(found, [.. newer.Select(line => $"/var/log/daemon.log:{line}"), .. older.Select(line => $"/var/log/daemon.log.1:{line}")]);

        var ofFiles = await Events("--year", "2018", Path.Combine(folder.Path, "daemon.log*"));
        Assert.Contains("2017-12-28T20:00:00Z,ns1,expired,balug.org,,", ofFiles);
        Assert.Contains("2018-03-28T19:00:00Z,ns1,expired,balug.org,,", ofFiles);
        Assert.Equal(ofFiles, await Events("--year", "2018", found));

        static string[] Lines(int[] months) => [.. months.SelectMany(month => Enumerable.Range(1, 28).Select(day =>
            $"{System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month)} {day,2} 12:00:00 ns1 named[1]: zone balug.org/IN: expired"))];
    }

    private static async Task<string[]> Events(params string[] args)
    {
        var run = await Run.Of(["report", "--log-zone", "America/Los_Angeles", "--table", "events", "--format", "csv", "--columns", "at_utc,observer,kind,zone,serial,dating", .. args]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        return [.. run.Output.Split('\n').Order(StringComparer.Ordinal)];
    }
}
