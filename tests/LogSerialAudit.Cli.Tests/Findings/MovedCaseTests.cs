using System.Text.Json;
using System.Text.RegularExpressions;
using LogSerialAudit.Cli.Tests.World;
using NodaTime.Testing;

namespace LogSerialAudit.Cli.Tests.Findings;

/// <summary>Nothing that is found hangs on the names of a case, or on when it was.</summary>
public sealed partial class MovedCaseTests
{
    private const string Sample = "samples/balug-2019-05";
    private static readonly string[] Zones = ["balug.org", "berkeleylug.org", "sf-lug.com", "sf-lug.org", "sflug.org"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task ACaseUnderOtherNamesAndAtAnotherTimeHasTheSameFindings(int seed)
    {
        using var folder = new LogFolder();
        var moved = new MovedCase(seed, Zones, ["tigger", "vicki", "linuxmafia"], ["198.144.194.238"]);
        moved.Write(Sample, folder.Path);
        var there = Run.World() with { Clock = new FakeClock(Run.Clock.GetCurrentInstant() + moved.Shift) };

        foreach (var table in (string[])["findings", "causes"])
        {
            var expected = Rows(await Run.Of("report", "--format", "json", Sample), table).Select(row => moved.Moved(row).Replace(Sample, folder.Path, StringComparison.Ordinal));
            var found = Rows(await Run.Of(there, "report", "--format", "json", folder.Path), table);

            Assert.True(found.Count > 5, $"{table}: {found.Count}");
            Assert.Equal(expected.Select(Comparable), found.Select(Comparable));
        }
    }

    private static List<string> Rows(Run run, string table)
    {
        Assert.Equal(ExitCode.Done, run.ExitCode);
        using var report = JsonDocument.Parse(run.Output);
        return [.. report.RootElement.GetProperty(table).EnumerateArray().Select(row => string.Join(" | ", row.EnumerateObject().Select(cell => $"{cell.Name}: {cell.Value}")))];
    }

    /// <summary>A day in UTC begins at another time of the case.</summary>
    private static string Comparable(string row) => Day().Replace(row, "DAY");

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}(?![T0-9.])")]
    private static partial Regex Day();
}
