using System.Text.Json;
using LogSerialAudit.Cli.Tests.World;
using NodaTime;
using NodaTime.Testing;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>A log that is written to, rotated and checked. Its lines are those of one secondary, ten minutes apart.</summary>
internal sealed class WatchedLog : IDisposable
{
    private Instant _line = Instant.FromUtc(2019, 5, 25, 10, 0);

    public LogFolder Folder { get; } = new();

    /// <summary>The present of the next check.</summary>
    public Instant Now { get; set; } = Run.Clock.GetCurrentInstant();

    public string Log => Folder["daemon.log"];

    public string State => Folder["state"];

    /// <summary>Adds lines: <c>5&lt;7</c> a complaint, <c>9</c> a transfer, <c>expired</c>, or any text; of <c>example.org</c> where no <c>@ZONE</c> follows.</summary>
    public WatchedLog Add(params string[] lines) => AddTo(Log, lines);

    public WatchedLog AddTo(string path, params string[] lines)
    {
        File.AppendAllText(path, string.Concat(lines.Select(line => Line(line) + "\n")));
        return this;
    }

    /// <summary>The next line, without its end.</summary>
    public string Line(string what)
    {
        _line += Duration.FromMinutes(10);
        var zone = what.Split('@') is [_, var named] ? named : "example.org";
        what = what.Split('@')[0];
        var message = what.Split('<') is [var offered, var held] && uint.TryParse(offered, out _) ? $"serial number ({offered}) received from master 192.0.2.1#53 < ours ({held})"
            : uint.TryParse(what, out _) ? $"transferred serial {what}"
            : what;
        return $"{_line:uuuu-MM-dd'T'HH:mm:ss'Z'} ns2 named[7]: zone {zone}/IN: {message}";
    }

    public Task<Run> CheckAsync(params string[] args) => CheckPathAsync(Log, args);

    public Task<Run> CheckPathAsync(string path, params string[] args) => Run.Of(Run.World() with { Clock = new FakeClock(Now) }, ["check", path, "--state", State, .. args]);

    /// <summary>What a check tells: <c>began example.org, healed example.org</c>; with the trouble where there is any.</summary>
    public async Task<string> ToldAsync(params string[] args) => Told(await CheckAsync([.. args, "--format", "ndjson"]));

    public static string Told(Run run)
    {
        var changes = Changes(run.Output);
        var expected = run.Errors.Length > 0 ? ExitCode.Trouble : changes.Count > 0 ? ExitCode.Findings : ExitCode.Done;
        Assert.True(expected == run.ExitCode, run.ToString());
        return string.Join(", ", changes) + run.Errors;
    }

    /// <summary>The changes in lines of JSON.</summary>
    public static List<string> Changes(string lines) =>
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(change => $"{change.GetProperty("change").GetString()} {change.GetProperty("zone").GetString()}"),
    ];

    public void Rotate(string to = "daemon.log.1") => File.Move(Log, Folder[to]);

    public void Compress(string name = "daemon.log.1")
    {
        Folder.Write(name + ".gz", LogFolder.Gzip(File.ReadAllText(Folder[name])));
        File.Delete(Folder[name]);
    }

    public void Dispose() => Folder.Dispose();
}
