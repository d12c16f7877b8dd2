using System.Globalization;
using System.Text;
using System.Text.Json;
using LogSerialAudit.Cli;
using LogSerialAudit.Daemons.Tests.Scenarios;

namespace LogSerialAudit.Daemons.Tests;

/// <summary>What the program must make of a story's logs.</summary>
internal static class ReportAssert
{
    private const string Header =
        "zone,class,view,side,observer,primary,state,complaints,offered_serial,held_serial,behind_seconds,ended_by_serial,year_source,dating,source,first_seen_utc,last_seen_utc,ended_utc";

    /// <summary>Stamps have milliseconds; what is cut off of them is less than this.</summary>
    private static readonly TimeSpan Cut = TimeSpan.FromMilliseconds(1);

    /// <summary>The logs of both servers show the one episode and no other, as it was.</summary>
    /// <param name="story">The story.</param>
    /// <param name="behind">Seconds between the two serials, where they are times.</param>
    public static async Task TellsJustThatEpisodeAsync(Story story, long? behind)
    {
        var output = await RunAsync("report", "--format", "csv", "--table", "episodes", "--columns", Header, story.LogFolder);
        var lines = output.Split('\n');
        Assert.Equal((Header, 3), (lines[0], lines.Length));

        var cells = lines[1].Split(',');
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{story.Zone.ToLowerInvariant()},IN,,,secondary.log,{story.Primary},{story.State},{story.Complaints},{story.Offered},{story.Held},{behind},{story.EndedBySerial},stamp,,{story.SecondaryLog}:{FirstComplaint(story)}"),
            string.Join(',', cells[..^3]));

        var (first, last, ended) = (Time(cells[^3]), Time(cells[^2]), Time(cells[^1]));
        Assert.InRange(first, story.RolledBack - Cut, story.Ended);
        Assert.InRange(last, first, story.Ended);
        Assert.InRange(ended, last, story.Ended);
        Assert.Equal(story.Complaints == 1, first == last);
    }

    /// <summary>The log of the primary alone shows no episode, but that it went back.</summary>
    public static async Task ThePrimaryAloneWentBackAsync(Story story)
    {
        Assert.Equal("zone\n", await RunAsync("report", "--format", "csv", "--columns", "zone", story.PrimaryLog));

        var output = await RunAsync("extract", "--format", "ndjson", "--columns", "zone,kind,serial,previous_serial,change", story.PrimaryLog);
        var rows = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var back = Assert.Single(rows, row => row.GetProperty("kind").GetString() == "gone-backwards");
        Assert.Equal(
            (story.Zone.ToLowerInvariant(), story.Offered, story.Held, "backward"),
            (back.GetProperty("zone").GetString(), back.GetProperty("serial").GetUInt32(), back.GetProperty("previous_serial").GetUInt32(), back.GetProperty("change").GetString()));
    }

    /// <summary>The text names the zone and how it ended.</summary>
    public static async Task TheTextTellsItAsync(Story story)
    {
        var words = story.State switch
        {
            "caught-up" => "caught up after ",
            "forced" => "forced to the lower serial after ",
            _ => "expired after ",
        };
        var output = await RunAsync("report", story.LogFolder);

        Assert.Contains("\n1 zone went backwards, 1 episode\n", output, StringComparison.Ordinal);
        Assert.Contains($"\n{story.Zone.ToLowerInvariant()}: {words}", output, StringComparison.Ordinal);
    }

    /// <summary>Runs the program in this process's own zone, which is that of the servers' stamps.</summary>
    internal static async Task<string> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var exitCode = await App.RunAsync(
            args,
            AppIo.OfProcess() with { StandardOutput = output, StandardError = errors },
            TestContext.Current.CancellationToken);
        Assert.Equal((ExitCode.Done, ""), (exitCode, errors.ToString()));
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static int FirstComplaint(Story story) =>
        File.ReadLines(story.SecondaryLog).TakeWhile(line => !line.Contains(" < ours (", StringComparison.Ordinal)).Count() + 1;

    private static DateTimeOffset Time(string cell) => DateTimeOffset.Parse(cell, CultureInfo.InvariantCulture);
}
