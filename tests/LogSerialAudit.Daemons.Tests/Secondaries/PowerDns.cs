using System.Diagnostics;
using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Secondaries;

/// <summary>PowerDNS with the gsqlite3 backend, logging to standard output.</summary>
internal sealed record PowerDns() : SecondaryProgram("powerdns", "pdns-server, pdns-backend-sqlite3, sqlite3")
{
    private const string Schema = "/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql";
    private static readonly string? Program = Installed.Find("pdns_server");
    private static readonly string? Sqlite = Installed.Find("sqlite3");

    public override bool IsInstalled => Program is not null && Sqlite is not null && File.Exists(Schema);

    public override bool LogsToOutput => true;

    public override async Task<string[]> ConfigureAsync(string folder, string log, string zone, int port, int primaryPort, CancellationToken cancel)
    {
        var database = Path.Combine(folder, "zones.db");
        await SqlAsync(database, await File.ReadAllTextAsync(Schema, cancel), cancel);
        await SqlAsync(
            database,
            $"insert into domains (name, master, type) values ('{zone.ToLowerInvariant()}', '127.0.0.1:{primaryPort}', 'SLAVE');",
            cancel);
        await WriteAsync(folder, "pdns.conf", $"""
            launch=gsqlite3
            gsqlite3-database={database}
            local-address=127.0.0.1
            local-port={port}
            secondary=yes
            xfr-cycle-interval=1
            zone-cache-refresh-interval=0
            receiver-threads=1
            distributor-threads=1
            socket-dir={folder}
            security-poll-suffix=
            loglevel=6
            daemon=no
            guardian=no

            """, cancel);
        return [Program!, "--config-dir=" + folder];
    }

    public override string Takes(string zone, uint serial) => $"zone committed with serial {serial}";

    public override string Refuses(string zone, uint offered) => $" > their serial {offered}";

    public override string Address(int port) => $"127.0.0.1:{port}";

    private static async Task SqlAsync(string database, string statements, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(Sqlite!, [database]) { RedirectStandardInput = true })
            ?? throw new InvalidOperationException("sqlite3 could not be started.");
        await process.StandardInput.WriteAsync(statements.AsMemory(), cancel);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("sqlite3 did not take the statements.");
        }
    }
}
