namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>Where reading goes on: each of these lost lines, told them twice or spoke of tampering in another program.</summary>
public sealed class RotationTests : IDisposable
{
    private readonly WatchedLog _log = new();

    [Fact]
    public async Task AnUnfinishedLineIsLeftForTheNextTime()
    {
        var complaint = _log.Line("5<7") + "\n";
        _log.Add("7");
        Assert.Equal("", await _log.ToldAsync());
        for (var cut = 1; cut < complaint.Length; cut += 17)
        {
            File.WriteAllText(_log.Log, File.ReadAllText(_log.Log).Split('\n')[0] + "\n" + complaint[..cut]);
            Assert.Equal("", await _log.ToldAsync());
        }

        File.WriteAllText(_log.Log, File.ReadAllText(_log.Log).Split('\n')[0] + "\n" + complaint);
        Assert.Equal("began example.org", await _log.ToldAsync());
    }

    /// <summary>How the file that was read is rotated, by names that stay behind.</summary>
    [Theory]
    [InlineData("daemon.log.1", false)]
    [InlineData("daemon.log.1", true)]
    [InlineData("daemon.log.0", false)]
    [InlineData("daemon.log.0", true)]
    [InlineData("daemon.log-20190526", false)]
    [InlineData("daemon.log-20190526", true)]
    [InlineData("daemon.log-2019052603", true)]
    [InlineData("daemon.log.2019-05-26", true)]
    [InlineData("daemon.log.3", true)]
    [InlineData("daemon-20190526.log", true)]
    public async Task TheRestOfARotatedLogIsFound(string name, bool isPacked)
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        _log.Add("9");
        _log.Rotate(name);
        if (isPacked)
        {
            _log.Compress(name);
        }

        _log.Add("7@example.net", "5<7@example.net");
        Assert.Equal("healed example.org, began example.net", await _log.ToldAsync());
        Assert.Equal("", await _log.ToldAsync());
        if (!isPacked)
        {
            _log.Compress(name);
            Assert.Equal("", await _log.ToldAsync());
        }
    }

    [Fact]
    public async Task WhatIsWrittenToTheOldFileAfterTheRotationIsRead()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        _log.Rotate();
        _log.Add("7@example.net", "5<7@example.net");
        Assert.Equal("began example.net", await _log.ToldAsync());
        _log.AddTo(_log.Folder["daemon.log.1"], "9");
        Assert.Equal("healed example.org", await _log.ToldAsync());
        _log.Compress();
        Assert.Equal("", await _log.ToldAsync());
    }

    [Fact]
    public async Task SeveralRotationsBetweenTwoChecksAreReadInOrder()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        _log.Add("9");
        _log.Rotate("daemon.log.2");
        _log.Compress("daemon.log.2");
        _log.Add("8<9", "11");
        _log.Rotate("daemon.log.1");
        _log.Add("10<11");
        Assert.Equal("healed example.org, began example.org, healed example.org, began example.org", await _log.ToldAsync());
    }

    [Fact]
    public async Task ACopiedAndTruncatedLogIsKnownByItsContentHoweverLargeItHasGrown()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        _log.Add("9");
        File.Copy(_log.Log, _log.Folder["daemon.log.1"]);
        using (var truncated = new FileStream(_log.Log, FileMode.Truncate))
        {
        }

        _log.Add([.. Enumerable.Repeat("7@example.net", 100), "5<7@example.net"]);
        Assert.Equal("healed example.org, began example.net", await _log.ToldAsync());
        Assert.Equal("", await _log.ToldAsync());
    }

    [Fact]
    public async Task AnInodeThatIsUsedAgainIsNoTampering()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        _log.Add("9");
        _log.Rotate();
        _log.Compress();

        // The file system most often gives the inode of the file just removed.
        _log.Add("7@example.net", "5<7@example.net", "5<7@example.net", "5<7@example.net");
        Assert.Equal("healed example.org, began example.net", await _log.ToldAsync());
    }

    [Fact]
    public async Task WhatCanNotBeRecoveredIsSaidOnce()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        File.Delete(_log.Log);
        _log.Add("7@example.net", "5<7@example.net");
        var said = await _log.ToldAsync();
        Assert.StartsWith("began example.net", said, StringComparison.Ordinal);
        Assert.Contains("could not be recovered", said, StringComparison.Ordinal);
        Assert.Equal("", await _log.ToldAsync());
    }

    [Fact]
    public async Task LinesOfOneSecondAndOlderOnesAreReadFromAPipe()
    {
        var (first, second) = (_log.Line("7"), _log.Line("5<7"));
        Assert.Equal("", await PipedAsync(first + "\n"));
        Assert.Equal("began example.org", await PipedAsync(second + "\n"));
        Assert.Equal("", await PipedAsync(second + "\n"));
        Assert.Equal("began example.net", await PipedAsync(second.Replace("example.org", "example.net", StringComparison.Ordinal) + "\n"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(120)]
    public async Task ALineThatLogtail2CutsInTwoIsJoined(int cut)
    {
        var text = $"{_log.Line("7")}\n{_log.Line("5<7")}\n";
        var place = text.Length - cut;
        Assert.Equal("", await PipedAsync(text[..place]));
        Assert.Equal("began example.org", await PipedAsync(text[place..]));
    }

    [Fact]
    public async Task TheWarningsOfLogtail2AreNoLines()
    {
        const string Banner = "***************\n*** WARNING ***: Log file /var/log/syslog is smaller than last time checked!\n*************** This could indicate tampering.\n";
        Assert.Equal("", await PipedAsync($"{_log.Line("7")}\n2019-05-25T"));
        Assert.Equal("began example.org", await PipedAsync($"{Banner}{_log.Line("5<7")}\n"));
    }

    [Fact]
    public async Task TheMonthsAreInOrder()
    {
        // Sorted as text, April comes before March.
        string[] lines =
        [
            "Mar 31 23:50:00 ns2 named[7]: zone example.org/IN: transferred serial 7",
            "Mar 31 23:55:00 ns2 named[7]: zone example.org/IN: serial number (5) received from master 192.0.2.1#53 < ours (7)",
        ];
        File.WriteAllText(_log.Log, string.Join('\n', lines) + "\n");
        Assert.Equal("began example.org", await _log.ToldAsync());
        File.AppendAllText(_log.Log, "Apr  1 00:05:00 ns2 named[7]: zone example.org/IN: transferred serial 9\n");
        Assert.Equal("healed example.org", await _log.ToldAsync());
    }

    public void Dispose() => _log.Dispose();

    private async Task<string> PipedAsync(string text) =>
        WatchedLog.Told(await Run.Of(Run.World(text), "check", "-", "--state", _log.State, "--format", "ndjson"));
}
