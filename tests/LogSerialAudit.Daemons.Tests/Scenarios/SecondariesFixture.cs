using LogSerialAudit.Daemons.Tests.Named;
using LogSerialAudit.Daemons.Tests.Secondaries;

namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>
/// One primary (BIND), rolled back by twenty hours and repaired, with every installed server as its secondary at once.
/// </summary>
public sealed class SecondariesFixture : IAsyncLifetime
{
    private const string Zone = "Secondaries.test";
    private static readonly ZoneTimers Timers = new(3, 2, 300);

    private readonly string _folder = Directory.CreateTempSubdirectory("secondaries-").FullName;
    private readonly List<Secondary> _others = [];
    private NameServer? _primary;
    private NameServer? _bind;

    internal int PrimaryPort { get; } = LoopbackPorts.Next();

    /// <summary>Holds a log for each secondary.</summary>
    internal string LogFolder => Path.Combine(_folder, "logs");

    internal uint Held { get; } = Now() - 60;

    internal uint Offered => Held - 73656;

    internal uint Repaired { get; private set; }

    /// <summary>Just before the primary was rolled back, and just after the last secondary had caught up.</summary>
    internal (DateTimeOffset From, DateTimeOffset To) Span { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!Bind.IsInstalled)
        {
            return;
        }

        var cancel = TestContext.Current.CancellationToken;
        await StartAsync(cancel);
        var from = DateTimeOffset.UtcNow;
        await PublishAsync(Offered, cancel);
        await Task.WhenAll(
            [_bind!.LogHoldsAsync(" < ours (", 2, cancel), .. _others.Select(other => other.LogHoldsAsync(other.Program.Refuses(Zone, Offered), 2, cancel))]);
        Repaired = Now();
        await PublishAsync(Repaired, cancel);
        await TakeAsync(Repaired, cancel);
        Span = (from, DateTimeOffset.UtcNow);
        await StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        var programs = SecondaryProgram.All.Where(program => program.IsInstalled).ToList();
        var bindPort = LoopbackPorts.Next();
        var ports = programs.ConvertAll(_ => LoopbackPorts.Next());
        foreach (var folder in (string[])["logs", "primary", "bind"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        }

        await WriteZoneAsync(Held, cancel);
        _primary = await NameServer.StartAsync(
            Path.Combine(_folder, "primary"),
            Path.Combine(_folder, "primary", "log"),
            LogChannel.File,
            PrimaryPort,
            LoopbackPorts.Next(),
            NamedConfiguration.PrimaryZone(Zone, [bindPort, .. ports]),
            cancel);
        foreach (var (program, port) in programs.Zip(ports))
        {
            _others.Add(await Secondary.StartAsync(program, Path.Combine(_folder, program.Name), LogFolder, Zone, port, PrimaryPort, cancel));
        }

        _bind = await NameServer.StartAsync(
            Path.Combine(_folder, "bind"),
            Path.Combine(LogFolder, "bind.log"),
            LogChannel.File,
            bindPort,
            LoopbackPorts.Next(),
            NamedConfiguration.SecondaryZone(Zone, PrimaryPort),
            cancel);
        await TakeAsync(Held, cancel);
    }

    private Task TakeAsync(uint serial, CancellationToken cancel) => Task.WhenAll(
        [_bind!.LogHoldsAsync($"transferred serial {serial}", 1, cancel), .. _others.Select(other => other.LogHoldsAsync(other.Program.Takes(Zone, serial), 1, cancel))]);

    private async Task PublishAsync(uint serial, CancellationToken cancel)
    {
        await WriteZoneAsync(serial, cancel);
        await _primary!.ControlAsync(["reload", Zone], cancel);
    }

    private Task WriteZoneAsync(uint serial, CancellationToken cancel) =>
        NamedConfiguration.WriteZoneFileAsync(Path.Combine(_folder, "primary"), Zone, serial, Timers, cancel);

    private async Task StopAsync()
    {
        await Task.WhenAll(_others.Select(other => other.DisposeAsync().AsTask()));
        _others.Clear();
        foreach (var server in new[] { _bind, _primary })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }

        (_bind, _primary) = (null, null);
    }

    private static uint Now() => (uint)DateTimeOffset.UtcNow.ToUnixTimeSeconds();
}
