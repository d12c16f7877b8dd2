using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Secondaries;

/// <summary>Knot DNS with a log file of its own.</summary>
internal sealed record Knot() : SecondaryProgram("knot", "knot")
{
    private static readonly string? Program = Installed.Find("knotd");

    public override bool IsInstalled => Program is not null;

    public override async Task<string[]> ConfigureAsync(string folder, string log, string zone, int port, int primaryPort, CancellationToken cancel)
    {
        await WriteAsync(folder, "knot.conf", $"""
            server:
              rundir: "{folder}"
              listen: 127.0.0.1@{port}
              udp-workers: 1
              tcp-workers: 1
              background-workers: 1
            log:
            - target: {log}
              any: info
            database:
              storage: "{folder}/db"
              journal-db-max-size: 10M
            remote:
            - id: primary
              address: 127.0.0.1@{primaryPort}
            acl:
            - id: notifies
              address: 127.0.0.1
              action: notify
            zone:
            - domain: {zone}
              storage: "{folder}"
              master: primary
              acl: notifies
              refresh-min-interval: 2
              retry-min-interval: 1

            """, cancel);
        return [Program!, "-c", Path.Combine(folder, "knot.conf")];
    }

    public override string Takes(string zone, uint serial) => $" -> {serial}, expires in ";

    public override string Refuses(string zone, uint offered) => $"remote serial {offered}, remote is outdated";

    public override string Address(int port) => $"127.0.0.1@{port}";
}
