using LogSerialAudit.Cli.Tests.World;

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

    /// <summary>What a check may find while logrotate is at work.</summary>
    [Theory]
    [InlineData(true, 1.0)]
    [InlineData(true, 0.5)]
    [InlineData(true, 0.0)]
    [InlineData(false, 1.0)]
    [InlineData(false, 0.5)]
    [InlineData(false, 0.0)]
    public async Task ACopyThatIsBeingMadeIsNotReadBesideItsOriginal(bool isKnown, double share)
    {
        _log.Add([.. Enumerable.Range(1, 40).Select(serial => $"{serial}@a.example"), "7", "5<7"]);
        if (isKnown)
        {
            Assert.Equal("began example.org", await _log.ToldAsync());
        }

        var text = File.ReadAllBytes(_log.Log);
        File.WriteAllBytes(_log.Folder["daemon.log.1"], text[..(int)(share * text.Length)]);
        Assert.Equal(isKnown ? "" : "began example.org", await _log.ToldAsync());
        File.WriteAllBytes(_log.Folder["daemon.log.1"], text);
        using (var truncated = new FileStream(_log.Log, FileMode.Truncate))
        {
        }

        Assert.Equal("", await _log.ToldAsync());
        _log.Add("9");
        Assert.Equal("healed example.org", await _log.ToldAsync());
    }

    /// <summary>Of a compressed file that is being written any part may be there.</summary>
    [Theory]
    [InlineData("gz")]
    [InlineData("xz")]
    public async Task AFileThatIsBeingCompressedIsReadOnce(string ending)
    {
        _log.Add("1@a.example");
        Assert.Equal("", await _log.ToldAsync());
        _log.Rotate("daemon.log.2");
        _log.Compress("daemon.log.2");
        _log.Add([.. Enumerable.Range(2, 40).Select(serial => $"{serial}@a.example"), "7", "5<7"]);
        _log.Rotate();
        var (rotated, packed) = (_log.Folder["daemon.log.1"], _log.Folder[$"daemon.log.1.{ending}"]);
        var whole = ending == "gz" ? LogFolder.Gzip(File.ReadAllText(rotated)) : await XzAsync(rotated);
        _log.Add("Transfer started.");
        var state = File.ReadAllBytes(_log.State);
        for (var length = 0; length < whole.Length; length += length < 32 || length > whole.Length - 32 ? 1 : 29)
        {
            File.WriteAllBytes(packed, whole[..length]);
            File.WriteAllBytes(_log.State, state);
            Assert.Equal($"{length}: began example.org", $"{length}: {await _log.ToldAsync()}");
        }

        File.WriteAllBytes(packed, whole);
        Assert.Equal("", await _log.ToldAsync());
        File.Delete(rotated);
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

    [Theory]
    [InlineData("the first lines are gone", "tail")]
    [InlineData("a line in the middle is gone", "edit")]
    public async Task ALogThatWasRewrittenGoesOnBehindTheLastLinesThatAreKnown(string how, string what)
    {
        _log.Add([.. Enumerable.Range(1, 40).Select(serial => $"{serial}@a.example"), "7", "5<7"]);
        Assert.True("began example.org" == await _log.ToldAsync(), how);
        _log.Add("9", "7@example.net", "5<7@example.net");
        var lines = File.ReadAllLines(_log.Log).ToList();
        lines.RemoveRange(what == "tail" ? 0 : 5, 3);
        File.WriteAllLines(_log.Folder["edited"], lines);
        File.Move(_log.Folder["edited"], _log.Log, overwrite: true);
        Assert.Equal("healed example.org, began example.net", await _log.ToldAsync());
        Assert.Equal("", await _log.ToldAsync());
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 1)]
    [InlineData(4, 3)]
    public async Task AShortLogThatLostItsFirstLinesGoesOnBehindItsLastOne(int read, int lost)
    {
        _log.Add([.. Enumerable.Range(1, read - 1).Select(serial => $"{serial}@a.example"), "5<7"]);
        Assert.Equal("began example.org", await _log.ToldAsync());
        _log.Add("9");
        File.WriteAllLines(_log.Folder["edited"], File.ReadAllLines(_log.Log)[lost..]);
        File.Move(_log.Folder["edited"], _log.Log, overwrite: true);
        Assert.Equal("healed example.org", await _log.ToldAsync());
        Assert.Equal("", await _log.ToldAsync());
        _log.Add("8<9");
        Assert.Equal("began example.org", await _log.ToldAsync());
    }

    [Fact]
    public async Task ALogThatWasCutShortIsSaid()
    {
        _log.Add([.. Enumerable.Range(1, 40).Select(serial => $"{serial}@a.example"), "7", "5<7"]);
        Assert.Equal("began example.org", await _log.ToldAsync());
        var lines = File.ReadAllLines(_log.Log);
        File.WriteAllText(_log.Log, string.Join('\n', lines[..38]) + "\n");
        Assert.Contains("but was read up to byte", await _log.ToldAsync(), StringComparison.Ordinal);
        Assert.Equal("", await _log.ToldAsync());
        _log.Add("9");
        Assert.Equal("healed example.org", await _log.ToldAsync());
    }

    [Fact]
    public async Task ALogIsFoundWhereItWasRotatedAndNotYetBegunAnew()
    {
        _log.Add("7", "5<7");
        Assert.Equal("began example.org", await _log.ToldAsync());
        _log.Add("9");
        _log.Rotate();
        Assert.Equal("healed example.org", await _log.ToldAsync());
        _log.Compress();
        Assert.Equal("", await _log.ToldAsync());
        _log.Add("5<9");
        Assert.Equal("began example.org", await _log.ToldAsync());
    }

    [Fact]
    public async Task WhatMayNotBeReadTodayIsReadTomorrow()
    {
        var asNobody = await Nobody.PrefixAsync();
        _log.Add("7", "5<7");
        var run = await Child.ShellAsync(
            $$"""
            program=$1; folder=$2; log=$3; line=$4; chmod 777 "$folder"; umask 022
            check() { {{asNobody}}"$0" "$program" check --state "$folder/state" --format ndjson "$log" | cut -d, -f1; }
            chmod 644 "$log"; check; printf '%s\n' "$line" >>"$log"; chmod 000 "$log"; check; chmod 644 "$log"; check; check
            """,
            _log.Folder.Path,
            _log.Log,
            _log.Line("9"));
        Assert.Equal("{\"change\":\"began\"\n{\"change\":\"healed\"\n", run.Output);
        Assert.StartsWith($"logserialaudit: {_log.Log}: ", run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task AMailIsRefused()
    {
        File.WriteAllText(_log.Log, "From: root@ns2\nTo: admin@ns2\nSubject: ns2 System Events\nDate: Sun, 26 May 2019 00:00:00 +0000\n\nhello\n");
        Assert.Equal($"logserialaudit: {_log.Log}: a mail is not followed, because no server writes to it; report reads it\n", (await _log.CheckAsync()).Errors);
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

    private static async Task<byte[]> XzAsync(string path)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/xz"), "xz is missing (Debian: package xz-utils).");
        Assert.Equal("", (await Child.ShellAsync("/usr/bin/xz -c \"$2\" >\"$2.packed\"", path)).Errors);
        var bytes = File.ReadAllBytes(path + ".packed");
        File.Delete(path + ".packed");
        return bytes;
    }
}
