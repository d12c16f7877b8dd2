using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>The file that a check keeps, and what it does where it can't be used.</summary>
public sealed class StateTests : IDisposable
{
    private readonly WatchedLog _log = new();

    [Fact]
    public async Task ADamagedStateIsRefusedAndLeftAsItIs()
    {
        _log.Add("7", "5<7");
        _ = await _log.CheckAsync();
        var sound = File.ReadAllBytes(_log.State);
        byte[][] damaged =
        [
            [],
            [0],
            sound[..^5],
            sound[..(sound.Length / 2)],
            [.. sound.Select((value, place) => place == sound.Length / 2 ? (byte)(value ^ 1) : value)],
            [.. sound, .. "{}"u8],
            Encoding.UTF8.GetBytes(new string('x', 500)),
            Encoding.UTF8.GetBytes("67200\n4711\n"),
            Encoding.UTF8.GetBytes("logserialaudit-state -1 sha256 00\n{}\n"),
        ];
        foreach (var bytes in damaged)
        {
            File.WriteAllBytes(_log.State, bytes);
            var run = await _log.CheckAsync();
            Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
            Assert.Matches(@"^logserialaudit: the state \S+ .*; it is left as it is\. Name another with --state, or move it away to begin anew.*\n$", run.Errors);
            Assert.Equal(bytes, File.ReadAllBytes(_log.State));
        }
    }

    [Fact]
    public async Task AStateOfAnEarlierVersionMayLackAnyList()
    {
        _log.Add("7", "5<7", "8", "5<8", "9@other.example", "3<9@other.example");
        _ = await _log.CheckAsync();
        var sound = JsonNode.Parse(File.ReadAllLines(_log.State)[1])!;
        string[] always = ["runs", "votes", "told", "host_names.processes"];
        var paths = Lists(sound).Select(list => list.GetPath()).Where(path => !always.Any(name => path.EndsWith(name, StringComparison.Ordinal))).ToList();
        Assert.InRange(paths.Count, 10, 200);
        foreach (var path in paths)
        {
            var earlier = sound.DeepClone();
            var list = Lists(earlier).Single(list => list.GetPath() == path);
            list.Parent!.AsObject().Remove(list.GetPropertyName());
            var json = Encoding.UTF8.GetBytes(earlier.ToJsonString());
            File.WriteAllBytes(_log.State, [.. Encoding.ASCII.GetBytes($"logserialaudit-state 1 sha256 {Convert.ToHexStringLower(SHA256.HashData(json))}\n"), .. json, (byte)'\n']);

            var run = await _log.CheckAsync("--dry-run");

            Assert.True(run.ExitCode is ExitCode.Done or ExitCode.Findings || run.Errors.Contains(" is damaged; ", StringComparison.Ordinal), $"{path}: {run}");
        }
    }

    /// <summary>The lists of a state that have a name.</summary>
    private static IEnumerable<JsonNode> Lists(JsonNode node) => node switch
    {
        JsonObject pairs => pairs.SelectMany(pair => pair.Value is null ? [] : pair.Value is JsonArray array ? Lists(array).Prepend(array) : Lists(pair.Value)),
        JsonArray items => items.SelectMany(item => item is null ? [] : Lists(item)),
        _ => [],
    };

    [Fact]
    public async Task AStateOfANewerVersionIsRefusedAndLeftAsItIs()
    {
        _log.Add("7");
        _ = await _log.CheckAsync();
        var newer = File.ReadAllText(_log.State).Replace("-state 1 ", "-state 2 ", StringComparison.Ordinal);
        File.WriteAllText(_log.State, newer);
        var run = await _log.CheckAsync();
        Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
        Assert.Contains("was written by a newer version (format 2; this version knows 1)", run.Errors, StringComparison.Ordinal);
        Assert.Equal(newer, File.ReadAllText(_log.State));
    }

    [Fact]
    public async Task ASecondCheckIsToldThatTheFirstIsAtWork()
    {
        _log.Add("7", "5<7");
        using (new FileStream(_log.State + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var run = await _log.CheckAsync();
            Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
            Assert.Equal($"logserialaudit: another check works with the state {_log.State} at this moment\n", run.Errors);
            Assert.False(File.Exists(_log.State));
        }

        // The file of a lock that nobody holds any more is no lock.
        Assert.True(File.Exists(_log.State + ".lock"));
        Assert.Equal("began example.org", await _log.ToldAsync());
    }

    [Fact]
    public async Task WhatACrashLeftIsInNobodysWay()
    {
        _log.Add("7", "5<7");
        File.WriteAllText(_log.State + ".new", "half a st");
        Assert.Equal("began example.org", await _log.ToldAsync());
        Assert.Equal("", await _log.ToldAsync());
        Assert.Equal(["daemon.log", "state", "state.lock"], _log.Folder.Names);
    }

    [Fact]
    public async Task ALinkIsNotWrittenThrough()
    {
        var victim = _log.Folder.Write("victim", "precious");
        File.CreateSymbolicLink(_log.State + ".new", victim);
        _log.Add("7");
        Assert.Equal("", await _log.ToldAsync());
        Assert.Equal("precious", File.ReadAllText(victim));
    }

    [Fact]
    public async Task OnlyItsOwnerMayReadTheState()
    {
        _log.Add("7");
        _ = await _log.CheckAsync();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_log.State) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task WhereNoStateCanBeWrittenNothingIsTold()
    {
        _log.Add("7", "5<7");
        Directory.CreateDirectory(_log.State);
        var run = await _log.CheckAsync();
        Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
        Assert.Equal($"logserialaudit: {_log.State} is a folder; a state is a file\n", run.Errors);
    }

    [Theory]
    [InlineData("root", null, "/root", "/var/lib/logserialaudit/state")]
    [InlineData("root", "/x", "/root", "/x/logserialaudit/state")]
    [InlineData("logcheck", null, "/home/me", "/var/lib/logserialaudit/state")]
    [InlineData("me", "/x/states", "/home/me", "/x/states/logserialaudit/state")]
    [InlineData("me", null, "/home/me", "/home/me/.local/state/logserialaudit/state")]
    [InlineData("me", "", "/home/me", "/home/me/.local/state/logserialaudit/state")]
    [InlineData("me", "not/absolute", "/home/me", "/home/me/.local/state/logserialaudit/state")]
    [InlineData("me", null, null, null)]
    public void ItIsKeptWhereStatesAre(string user, string? states, string? home, string? path) =>
        Assert.Equal(path, Options.StatePlace.Default(Run.World() with
        {
            User = () => user,
            Environment = name => name == "XDG_STATE_HOME" ? states : name == "HOME" ? home : null,
        }));

    public void Dispose() => _log.Dispose();
}
