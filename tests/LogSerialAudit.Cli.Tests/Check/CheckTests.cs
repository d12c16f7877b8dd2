using NodaTime;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>What a check tells, and when it is silent.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly WatchedLog _log = new();

    [Fact]
    public async Task AnEpisodeIsToldAsAParagraphUnderAHeader()
    {
        _log.Add("1558799284", "1558725628<1558799284");

        var run = await _log.CheckAsync("--local-zone", "UTC");

        Assert.Equal(
            $"""
            Serials of DNS zones: 1 went back
            =-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=

            example.org: the primary offers ns2 an older serial than it handed out
              primary  192.0.2.1#53, as seen by ns2
              offered  1558725628  2019-05-24T19:20:28Z
              held     1558799284  2019-05-25T15:48:04Z
              behind   73656, which is 20 h 27 min 36 s
              first    2019-05-25T10:20:00Z  {_log.Log}:2
              last     the same, the only complaint


            """,
            run.Output.Replace($"2019-05-25T10:20:00Z\n           {_log.Log}", $"2019-05-25T10:20:00Z  {_log.Log}", StringComparison.Ordinal));
        Assert.Equal((ExitCode.Findings, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task ALineThatIsTooLongIsSaidOnceAndIsNoTrouble()
    {
        _log.Add("7");
        await _log.ToldAsync();
        File.AppendAllText(_log.Log, new string('x', 300_000) + "\n");
        _log.Add("8");

        var run = await _log.CheckAsync();
        Assert.Equal((ExitCode.Done, $"logserialaudit: warning: {_log.Log}: 1 line longer than 262144 bytes not looked at, the first is line 2\n"), (run.ExitCode, run.Errors));
        run = await _log.CheckAsync();
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task WhereNothingChangedItIsSilent()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        Assert.Equal("", await _log.ToldAsync());
        _log.Add("5<7", "5<7");
        Assert.Equal("", await _log.ToldAsync());
    }

    /// <summary>A line without a time was written behind what was read before; a complaint behind it shows that it healed nothing.</summary>
    [Theory]
    [InlineData("transferred serial 8", "healed example.org")]
    [InlineData("transferred serial 5", "lower-taken example.org")]
    [InlineData("expired", "expired example.org")]
    [InlineData("sending notifies (serial 8)", "")]
    public async Task ALineWithoutATimeEndsWhatWasToldBefore(string message, string told)
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        File.AppendAllText(_log.Log, $"01/08/2019 12:00:00 ns2 named[7]: zone example.org/IN: {message}\n");
        Assert.Equal(told, await _log.ToldAsync());
        Assert.Equal("", await _log.ToldAsync());
        _log.Add("5<7");
        Assert.Equal(told.Length > 0 ? "goes-on example.org" : "", await _log.ToldAsync());
    }

    /// <summary>How it stands, by the exit code of a plugin: 0 is well, 1 refused, 2 expired.</summary>
    [Theory]
    [InlineData("transferred serial 8", 0)]
    [InlineData("expired", 2)]
    [InlineData("expired\n01/08/2019 12:00:00 ns2 named[7]: zone example.org/IN: transferred serial 8", 0)]
    [InlineData("sending notifies (serial 8)", 1)]
    public async Task ALineWithoutATimeCountsForHowItStands(string message, int code)
    {
        _log.Add("7", "5<7");
        Assert.Equal(1, (int)(await _log.CheckAsync("--nagios")).ExitCode);
        File.AppendAllText(_log.Log, $"01/08/2019 12:00:00 ns2 named[7]: zone example.org/IN: {message}\n");
        Assert.Equal(code, (int)(await _log.CheckAsync("--nagios")).ExitCode);
        Assert.Equal(code, (int)(await _log.CheckAsync("--nagios")).ExitCode);
    }

    [Fact]
    public async Task TheFirstCheckTellsOfWhatIsOpenAndNotOfWhatIsOver()
    {
        _log.Add("7", "5<7", "9", "7@example.net", "5<7@example.net", "7@gone.example", "expired@gone.example");
        Assert.Equal("began example.net, expired gone.example", await _log.ToldAsync());
    }

    [Fact]
    public async Task ALogThatIsNewToAStateIsReadLikeTheFirstOne()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        var other = _log.Folder["other.log"];
        _log.AddTo(other, "7@a.example", "5<7@a.example", "9@a.example", "7@b.example", "5<7@b.example");
        Assert.Equal("began b.example", WatchedLog.Told(await _log.CheckPathAsync(other, "--format", "ndjson")));
    }

    [Fact]
    public async Task WhatBeganAndEndedBetweenTwoChecksIsTold()
    {
        _log.Add("7");
        Assert.Equal("", await _log.ToldAsync());
        _log.Add("5<7", "9", "5<7@example.net", "4<7@example.net");
        Assert.Equal("began example.org, healed example.org, began example.net, continued example.net, began example.net", await _log.ToldAsync());
        _log.Add("9@example.net");
        Assert.Equal("healed example.net", await _log.ToldAsync());
    }

    [Fact]
    public async Task ALowerSerialThatIsTakenIsTold()
    {
        _log.Add("7", "5<7", "8@example.net");
        Assert.Equal("began example.org", await _log.ToldAsync());
        _log.Add("5", "6@example.net");
        Assert.Equal("lower-taken example.org, lower-taken example.net", await _log.ToldAsync());
    }

    [Fact]
    public async Task AnExpiryIsToldAndWhatFollowsIt()
    {
        _log.Add("7", "5<7", "7@example.net");
        Assert.Equal("began example.org", await _log.ToldAsync());
        _log.Add("expired", "expired@example.net");
        Assert.Equal("expired example.org, expired example.net", await _log.ToldAsync());
        Assert.Equal("", await _log.ToldAsync());
        _log.Add("5", "7@example.net");
        Assert.Equal("served-again example.net, lower-taken example.org", Sorted(await _log.ToldAsync()));
    }

    /// <summary>The first complaint is of 10:20 on May 25, the check of 04:30 on June 1.</summary>
    [Theory]
    [InlineData("1w", true)]
    [InlineData("example.org.=604800", true)]
    [InlineData("6d19h", true)]
    [InlineData("6d18h", false)]
    [InlineData("8d", false)]
    [InlineData("example.net=1w", false)]
    public async Task AZoneThatIsAboutToExpireIsToldOnce(string expire, bool isTold)
    {
        _log.Add("7", "5<7");
        Assert.Equal(isTold ? "began example.org, expiring example.org" : "began example.org", await _log.ToldAsync("--expire", expire));
        Assert.Equal("", await _log.ToldAsync("--expire", expire));
        _log.Add("expired");
        Assert.Equal("expired example.org", await _log.ToldAsync("--expire", expire));
    }

    [Fact]
    public async Task AComplaintOfOtherSerialsDoesNotRenewAZone()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync("--expire", "8d"));
        for (var minutes = 0; minutes < 3 * 24 * 60; minutes += 10)
        {
            _ = _log.Line("nothing");
        }

        _log.Add("4<7");
        Assert.Equal("continued example.org, began example.org", await _log.ToldAsync("--expire", "8d"));
        _log.Now = Run.Clock.GetCurrentInstant() + Duration.FromHours(7);
        var run = await _log.CheckAsync("--expire", "8d", "--local-zone", "UTC");
        Assert.Equal((ExitCode.Findings, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith(
            """
            Serials of DNS zones: 1 about to expire
            =-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=

            example.org: about to expire on ns2, at the latest 2019-06-02T10:20:00Z if every
              refresh is refused

            """,
            run.Output,
            StringComparison.Ordinal);
        Assert.Equal("", await _log.ToldAsync("--expire", "8d"));
    }

    [Fact]
    public async Task AReminderComesOnceADayWhereItIsAskedFor()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync("--remind"));
        foreach (var (hours, told) in new[] { (1, ""), (24, "goes-on example.org"), (25, ""), (47, ""), (49, "goes-on example.org") })
        {
            _log.Now = Run.Clock.GetCurrentInstant() + Duration.FromHours(hours);
            Assert.Equal("", await _log.ToldAsync());
            Assert.Equal(told, await _log.ToldAsync("--remind"));
        }
    }

    [Fact]
    public async Task ADryRunChangesNothing()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync("--dry-run"));
        Assert.Equal(["daemon.log"], _log.Folder.Names);
        Assert.Equal("began example.org", await _log.ToldAsync());
        var state = File.ReadAllBytes(_log.State);
        _log.Add("9");
        Assert.Equal("healed example.org", await _log.ToldAsync("--dry-run"));
        Assert.Equal(state, File.ReadAllBytes(_log.State));
        Assert.Equal("healed example.org", await _log.ToldAsync());
    }

    [Fact]
    public async Task WhatIsNotShownIsToldLater()
    {
        _log.Add("7", "5<7", "7@example.net", "5<7@example.net");
        Assert.Equal("began example.net", await _log.ToldAsync("--zone", "*.net"));
        Assert.Equal("began example.org", await _log.ToldAsync());
    }

    [Fact]
    public async Task JsonHasTheChangesAndWhatStands()
    {
        _log.Add("7", "5<7");
        _ = await _log.CheckAsync();
        _log.Add("7@example.net", "5<7@example.net");
        var run = await _log.CheckAsync("--format", "json");
        var json = System.Text.Json.JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["example.net"], json.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("zone").GetString()));
        Assert.Equal(["example.org", "example.net"], json.GetProperty("episodes").EnumerateArray().Select(episode => episode.GetProperty("zone").GetString()));
        Assert.Equal(["stamp", "stamp"], json.GetProperty("episodes").EnumerateArray().Select(episode => episode.GetProperty("year_source").GetString()));
    }

    public void Dispose() => _log.Dispose();

    private static string Sorted(string told) => string.Join(", ", told.Split(", ").OrderDescending(StringComparer.Ordinal));
}
