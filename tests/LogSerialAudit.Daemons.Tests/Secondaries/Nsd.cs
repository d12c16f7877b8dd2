using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Secondaries;

/// <summary>NSD with a log file of its own.</summary>
internal sealed record Nsd() : SecondaryProgram("nsd", "nsd")
{
    private static readonly string? Program = Installed.Find("nsd");

    public override bool IsInstalled => Program is not null;

    public override async Task<string[]> ConfigureAsync(string folder, string log, string zone, int port, int primaryPort, CancellationToken cancel)
    {
        await WriteAsync(folder, "nsd.conf", $"""
            server:
              ip-address: 127.0.0.1@{port}
              server-count: 1
              username: ""
              chroot: ""
              database: ""
              zonesdir: "{folder}"
              logfile: "{log}"
              pidfile: "{folder}/nsd.pid"
              xfrdfile: "{folder}/xfrd.state"
              zonelistfile: "{folder}/zone.list"
              xfrdir: "{folder}"
              verbosity: 1
            remote-control:
              control-enable: no
            zone:
              name: "{zone}"
              zonefile: "{zone}.zone"
              request-xfr: 127.0.0.1@{primaryPort} NOKEY
              allow-notify: 127.0.0.1 NOKEY
              min-refresh-time: 1
              min-retry-time: 1

            """, cancel);
        return [Program!, "-d", "-c", Path.Combine(folder, "nsd.conf")];
    }

    public override string Takes(string zone, uint serial) => $" is updated to {serial}";

    public override string Refuses(string zone, uint offered) => $"zone {zone} ignoring old serial ";

    public override string Address(int port) => $"127.0.0.1@{port}";
}
