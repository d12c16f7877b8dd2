using System.Globalization;
using LogSerialAudit.Daemons.Tests.Named;
using LogSerialAudit.Daemons.Tests.Scenarios;
using LogSerialAudit.Daemons.Tests.Secondaries;

namespace LogSerialAudit.Daemons.Tests;

/// <summary>One episode as four servers log it.</summary>
public sealed class SecondariesTests(SecondariesFixture fixture) : IClassFixture<SecondariesFixture>
{
    private const string Columns = "zone,class,primary,state,offered_serial,held_serial,ended_by_serial,dating,first_seen_utc,last_seen_utc,ended_utc";

    /// <summary>The servers' refreshes are at most three seconds apart, their stamps cut to whole seconds.</summary>
    private static readonly TimeSpan About = TimeSpan.FromSeconds(6);

    [Fact]
    public Task BindTellsTheEpisode() => TellsTheEpisodeAsync("bind", $"127.0.0.1#{fixture.PrimaryPort}");

    [Theory]
    [InlineData("nsd")]
    [InlineData("knot")]
    [InlineData("powerdns")]
    public Task AnotherServerTellsTheEpisode(string name)
    {
        var program = SecondaryProgram.All.Single(program => program.Name == name);
        Assert.SkipUnless(program.IsInstalled, program.Missing);
        return TellsTheEpisodeAsync(name, program.Address(fixture.PrimaryPort));
    }

    [Fact]
    public async Task AllServersAgree()
    {
        Assert.SkipUnless(Bind.IsInstalled, Bind.Missing);
        var missing = SecondaryProgram.All.Where(program => !program.IsInstalled).Select(program => program.Missing).ToList();
        Assert.SkipWhen(missing.Count > 0, string.Join("; ", missing));

        var episodes = await EpisodesAsync(fixture.LogFolder);

        Assert.Equal(4, episodes.Count);
        Assert.Single(episodes.Select(cells => string.Join(',', cells[..2].Concat(cells[3..8]))).Distinct());
        Assert.True(Spread(episodes, 8) <= About, "first seen");
        Assert.True(Spread(episodes, 10) <= About, "ended");
    }

    private async Task TellsTheEpisodeAsync(string name, string primary)
    {
        Assert.SkipUnless(Bind.IsInstalled, Bind.Missing);
        var cells = Assert.Single(await EpisodesAsync(Path.Combine(fixture.LogFolder, name + ".log")));

        Assert.Equal(
            $"secondaries.test,IN,{primary},caught-up,{fixture.Offered},{fixture.Held},{fixture.Repaired},",
            string.Join(',', cells[..8]));
        var (first, last, ended) = (Time(cells[8]), Time(cells[9]), Time(cells[10]));
        var second = TimeSpan.FromSeconds(1);
        Assert.InRange(first, fixture.Span.From - second, fixture.Span.To);
        Assert.InRange(last, first, fixture.Span.To);
        Assert.InRange(ended, last, fixture.Span.To);
    }

    private static async Task<IReadOnlyList<string[]>> EpisodesAsync(string path)
    {
        var output = await ReportAssert.RunAsync("report", "--format", "csv", "--table", "episodes", "--columns", Columns, path);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Columns, lines[0]);
        return [.. lines.Skip(1).Select(line => line.Split(','))];
    }

    private static TimeSpan Spread(IReadOnlyList<string[]> episodes, int column)
    {
        var times = episodes.Select(cells => Time(cells[column])).ToList();
        return times.Max() - times.Min();
    }

    private static DateTimeOffset Time(string cell) => DateTimeOffset.Parse(cell, CultureInfo.InvariantCulture);
}
