using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LogSerialAudit.Cli.Commands.Checking;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>A check that stays.</summary>
public sealed class FollowTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private readonly WatchedLog _log = new();

    public FollowTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /bin/sh.");

    [Fact]
    public async Task ChangesAreToldAsTheyAreLoggedThroughRotations()
    {
        var alert = Program("alert", $"cat >>{_log.Folder["alerts"]}; echo \"$#\" >>{_log.Folder["alerts"]}");
        _log.Add("7");
        using var end = new CancellationTokenSource();
        var follow = FollowAsync(end.Token, "--exec", alert);
        await ForAsync(() => File.Exists(_log.State));
        _log.Add("5<7");
        await ForAsync(() => Alerts().Count == 1);
        _log.Rotate();
        _log.Add("9");
        await ForAsync(() => Alerts().Count == 2);
        await end.CancelAsync();

        var run = await follow;
        Assert.Equal((ExitCode.Done, "", ""), (run.ExitCode, run.Output, run.Errors));
        Assert.Equal("began example.org, healed example.org", string.Join(", ", Alerts()));
        Assert.Equal("", await _log.ToldAsync());
    }

    [Fact]
    public async Task WhatAProgramDidNotTakeIsToldAgain()
    {
        var alert = Program("alert", $"cat >>{_log.Folder["alerts"]}; exit 3");
        _log.Add("7", "5<7");
        using var end = new CancellationTokenSource();
        var follow = FollowAsync(end.Token, "--exec", alert);
        await ForAsync(() => Alerts().Count == 1);
        await end.CancelAsync();

        var run = await follow;
        Assert.Equal((ExitCode.Done, "", $"logserialaudit: {alert} failed with exit code 3; it is told again\n"), (run.ExitCode, run.Output, run.Errors));
        Assert.Equal("began example.org", await _log.ToldAsync());
    }

    [Fact]
    public async Task WithoutAProgramTheTextIsWritten()
    {
        _log.Add("7", "5<7");
        using var end = new CancellationTokenSource();
        var follow = FollowAsync(end.Token);
        await ForAsync(() => File.Exists(_log.State));
        await end.CancelAsync();
        Assert.StartsWith("Serials of DNS zones: 1 went back\n=-=", (await follow).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProgramThatHangsIsKilled()
    {
        var hangs = Program("hangs", "exec sleep 600");
        var since = System.Diagnostics.Stopwatch.StartNew();
        var said = await AlertProgram.RunAsync(hangs, new byte[1 << 20], TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        Assert.Equal($"{hangs} did not end within 0.3 seconds and was killed; it is told again", said);
        Assert.True(since.Elapsed < Deadline);
    }

    [Fact]
    public async Task AProgramThatIsMissingIsSaid() =>
        Assert.Equal("/no/such/program is not there or may not be run", await AlertProgram.RunAsync("/no/such/program", [1], Deadline, TestContext.Current.CancellationToken));

    [Fact]
    public async Task NothingThatALogSaysIsAnArgument()
    {
        var alert = Program("alert", $"echo \"$0 $#\" >>{_log.Folder["heard"]}; cat >>{_log.Folder["alerts"]}");
        _log.Add("7@$(echo>pwned).example", "5<7@$(echo>pwned).example", "7@--help", "5<7@--help");
        var run = await _log.CheckAsync("--exec", alert);
        Assert.Equal((ExitCode.Findings, ""), (run.ExitCode, run.Output));
        Assert.Equal($"{alert} 0\n", File.ReadAllText(_log.Folder["heard"]));
        Assert.Equal(["began $(echo>pwned).example", "began --help"], Alerts().Order(StringComparer.Ordinal));
        Assert.False(File.Exists("pwned"));
    }

    [Theory]
    [InlineData("--follow --nagios", "--nagios is asked for again and again: without --follow; see logserialaudit check --help")]
    [InlineData("--follow -", "--follow reads files, not -; see logserialaudit check --help")]
    [InlineData("--exec alert --nagios", "--exec has a form of its own: without --format, --nagios and --syslog; see logserialaudit check --help")]
    public async Task WhatDoesNotGoTogetherIsSaid(string options, string mistake) =>
        Assert.Equal($"logserialaudit: {mistake}\n", (await _log.CheckAsync(options.Split(' '))).Errors);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SystemdIsToldThroughItsSocket(bool isAbstract)
    {
        var name = isAbstract ? $"@logserialaudit-{Guid.NewGuid():N}" : _log.Folder["notify"];
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(isAbstract ? '\0' + name[1..] : name));
        var service = new ServiceNotifier(variable => variable == "NOTIFY_SOCKET" ? name : null);
        service.Tell("READY=1\nSTATUS=Following logs");
        var heard = new byte[100];
        var length = await socket.ReceiveAsync(heard, TestContext.Current.CancellationToken).AsTask().WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.Equal("READY=1\nSTATUS=Following logs", Encoding.UTF8.GetString(heard, 0, length));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("relative")]
    [InlineData("/nowhere/at/all")]
    public void WithoutASocketNothingIsTold(string? name) => new ServiceNotifier(variable => variable == "NOTIFY_SOCKET" ? name : null).Tell("READY=1");

    [Theory]
    [InlineData(null, 30)]
    [InlineData("10000000", 5)]
    [InlineData("600000000", 30)]
    [InlineData("x", 30)]
    [InlineData("0", 30)]
    public void TheWatchdogIsToldInTime(string? microseconds, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new ServiceNotifier(_ => microseconds).Interval(TimeSpan.FromSeconds(30)));

    public void Dispose() => _log.Dispose();

    private static async Task ForAsync(Func<bool> condition)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(since.Elapsed < Deadline, "It did not come about in time.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private string Program(string name, string script)
    {
        var path = _log.Folder.Write(name, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>The changes that the program was told, in objects one behind the other.</summary>
    private List<string> Alerts()
    {
        if (!File.Exists(_log.Folder["alerts"]))
        {
            return [];
        }

        return
        [
            .. File.ReadAllText(_log.Folder["alerts"]).Split('\n').Where(line => line.StartsWith('{') && line.EndsWith('}'))
                .SelectMany(line => JsonDocument.Parse(line).RootElement.GetProperty("changes").EnumerateArray())
                .Select(change => $"{change.GetProperty("change").GetString()} {change.GetProperty("zone").GetString()}"),
        ];
    }

    private async Task<Run> FollowAsync(CancellationToken end, params string[] args)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = await Task.Run(() => App.RunAsync(["check", "--follow", _log.Log, "--state", _log.State, .. args], Run.World() with { StandardOutput = output, StandardError = errors }, end), TestContext.Current.CancellationToken);
        return new Run(exitCode, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
