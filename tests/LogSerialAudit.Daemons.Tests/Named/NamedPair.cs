namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>A primary and its secondary on loopback, with one zone, in a temporary folder that goes with them.</summary>
public sealed class NamedPair : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ZoneTimers _timers;
    private readonly int _primaryPort = LoopbackPorts.Next();
    private readonly int _secondaryPort = LoopbackPorts.Next();
    private NameServer? _primary;
    private NameServer? _secondary;

    private NamedPair(string zone, ZoneTimers timers)
    {
        Zone = zone;
        _timers = timers;
        _folder = Directory.CreateTempSubdirectory("named-pair-").FullName;
        LogFolder = Directory.CreateDirectory(Path.Combine(_folder, "logs")).FullName;
        Directory.CreateDirectory(PrimaryFolder);
        Directory.CreateDirectory(SecondaryFolder);
    }

    public string Zone { get; }

    /// <summary>Holds <c>primary.log</c> and <c>secondary.log</c> and nothing else.</summary>
    public string LogFolder { get; }

    /// <summary>The primary as the secondary's log names it.</summary>
    public string PrimaryAddress => $"127.0.0.1#{_primaryPort}";

    public NameServer Primary => _primary ?? throw new InvalidOperationException("The pair has not been started.");

    public NameServer Secondary => _secondary ?? throw new InvalidOperationException("The pair has not been started.");

    private string PrimaryFolder => Path.Combine(_folder, "primary");

    private string SecondaryFolder => Path.Combine(_folder, "secondary");

    /// <summary>Starts both servers and waits until the secondary has transferred <paramref name="serial"/>.</summary>
    public static async Task<NamedPair> StartAsync(
        string zone, uint serial, ZoneTimers timers, LogChannel channel, CancellationToken cancel)
    {
        var pair = new NamedPair(zone, timers);
        try
        {
            await pair.StartServersAsync(serial, channel, cancel);
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>Replaces the zone file, whatever the serial, and reloads the zone.</summary>
    public async Task PublishAsync(uint serial, CancellationToken cancel)
    {
        var loaded = $"zone {Zone}/IN: loaded serial {serial}";
        var before = Primary.Log.LinesWith(loaded).Count;
        await WriteZoneAsync(serial, cancel);
        await Primary.ControlAsync(["reload", Zone], cancel);
        await Primary.LogHoldsAsync(loaded, before + 1, cancel);
    }

    /// <summary>Waits until the secondary has refused <paramref name="offered"/> so many times.</summary>
    public Task ComplainsAsync(uint offered, uint held, int times, CancellationToken cancel) =>
        Secondary.LogHoldsAsync(
            $"zone {Zone}/IN: serial number ({offered}) received from primary {PrimaryAddress} < ours ({held})", times, cancel);

    /// <summary>Waits until the secondary serves <paramref name="serial"/>.</summary>
    public Task TransfersAsync(uint serial, CancellationToken cancel) =>
        Secondary.LogHoldsAsync($"zone {Zone}/IN: transferred serial {serial}", 1, cancel);

    /// <summary>Stops both servers the orderly way and starts them anew, with what they have on disk.</summary>
    public async Task RestartAsync(LogChannel channel, CancellationToken cancel)
    {
        await StopAsync(cancel);
        await Secondary.DisposeAsync();
        await Primary.DisposeAsync();
        await StartServersAsync(channel, cancel);
    }

    /// <summary>Stops both servers the orderly way; the logs stay until the pair is disposed of.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        await Secondary.StopAsync(cancel);
        await Primary.StopAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_secondary is not null)
            {
                await _secondary.DisposeAsync();
            }
        }
        finally
        {
            if (_primary is not null)
            {
                await _primary.DisposeAsync();
            }

            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StartServersAsync(uint serial, LogChannel channel, CancellationToken cancel)
    {
        await WriteZoneAsync(serial, cancel);
        await StartServersAsync(channel, cancel);
        await TransfersAsync(serial, cancel);
    }

    private async Task StartServersAsync(LogChannel channel, CancellationToken cancel)
    {
        _primary = await NameServer.StartAsync(
            PrimaryFolder,
            Path.Combine(LogFolder, "primary.log"),
            channel,
            _primaryPort,
            LoopbackPorts.Next(),
            NamedConfiguration.PrimaryZone(Zone, _secondaryPort),
            cancel);
        _secondary = await NameServer.StartAsync(
            SecondaryFolder,
            Path.Combine(LogFolder, "secondary.log"),
            channel,
            _secondaryPort,
            LoopbackPorts.Next(),
            NamedConfiguration.SecondaryZone(Zone, _primaryPort),
            cancel);
    }

    private Task WriteZoneAsync(uint serial, CancellationToken cancel) => NamedConfiguration.WriteZoneFileAsync(PrimaryFolder, Zone, serial, _timers, cancel);
}
