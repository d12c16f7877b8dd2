using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>
/// A primary and a copy of its folder, both of which serve one zone to one secondary for a while and go forward by themselves;
/// then the copy is lost.
/// </summary>
public sealed class TwoCopiesFixture : IAsyncLifetime
{
    private const string Zone = "Two-Copies.test";
    private static readonly ZoneTimers Timers = new(3, 2, 300);

    private readonly string _folder = Directory.CreateTempSubdirectory("two-copies-").FullName;
    private readonly int _port = LoopbackPorts.Next();
    private readonly int _copyPort = LoopbackPorts.Next();
    private readonly int _secondaryPort = LoopbackPorts.Next();

    /// <summary>Holds <c>primary.log</c>, of the one that is left, and <c>secondary.log</c>.</summary>
    internal string LogFolder => FolderOf("logs");

    /// <summary>The log of the copy that was lost.</summary>
    internal string LostLog => Path.Combine(FolderOf("lost"), "copy.log");

    internal string SecondaryLog => Path.Combine(LogFolder, "secondary.log");

    /// <summary>What the one that is left has.</summary>
    internal uint Offered { get; private set; }

    /// <summary>What the lost one gave the secondary.</summary>
    internal uint Held { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!Bind.IsInstalled)
        {
            return;
        }

        var cancel = TestContext.Current.CancellationToken;
        await WriteAsync("primary", Now() - 600, cancel);
        await using var primary = await PrimaryAsync("primary", Path.Combine(LogFolder, "primary.log"), _port, cancel);
        await using var secondary = await NameServer.StartAsync(
            FolderOf("secondary"), SecondaryLog, LogChannel.File, _secondaryPort, LoopbackPorts.Next(), NamedConfiguration.SecondaryZone(Zone, _port, _copyPort), cancel);
        File.Copy(Path.Combine(FolderOf("primary"), "zone.db"), Path.Combine(FolderOf("copy"), "zone.db"));
        await using (var copy = await PrimaryAsync("copy", LostLog, _copyPort, cancel))
        {
            Offered = await PublishAsync(primary, "primary", secondary, cancel);
            Held = await PublishAsync(copy, "copy", secondary, cancel);
            await copy.StopAsync(cancel);
        }

        await secondary.LogHoldsAsync($"serial number ({Offered}) received from primary 127.0.0.1#{_port} < ours ({Held})", 2, cancel);
        await secondary.StopAsync(cancel);
        await primary.StopAsync(cancel);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task<NameServer> PrimaryAsync(string folder, string log, int port, CancellationToken cancel) => NameServer.StartAsync(
        FolderOf(folder), log, LogChannel.File, port, LoopbackPorts.Next(), NamedConfiguration.PrimaryZone(Zone, _secondaryPort), cancel);

    /// <summary>Gives one of both the time as its serial, and waits until the secondary has it.</summary>
    private async Task<uint> PublishAsync(NameServer server, string folder, NameServer secondary, CancellationToken cancel)
    {
        // Never two serials of one second.
        await Task.Delay(TimeSpan.FromMilliseconds(1100), cancel);
        var serial = Now();
        await WriteAsync(folder, serial, cancel);
        await server.ControlAsync(["reload", Zone], cancel);
        await secondary.LogHoldsAsync($"transferred serial {serial}", 1, cancel);
        return serial;
    }

    private Task WriteAsync(string folder, uint serial, CancellationToken cancel) => NamedConfiguration.WriteZoneFileAsync(FolderOf(folder), Zone, serial, Timers, cancel);

    private string FolderOf(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    private static uint Now() => (uint)DateTimeOffset.UtcNow.ToUnixTimeSeconds();
}
