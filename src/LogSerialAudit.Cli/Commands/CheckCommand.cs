using System.CommandLine;
using LogSerialAudit.Cli.Commands.Checking;
using LogSerialAudit.Cli.Options;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit check</c>: only what is new since the last time.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    public const string Examples = """
        Examples:
          logserialaudit check /var/log/syslog
          logserialaudit check --remind /var/log/named
          logserialaudit check --nagios --state /var/lib/nagios/serials /var/log/syslog
          logserialaudit check --prometheus /var/lib/node-exporter/serials.prom
          logserialaudit check --follow --exec /usr/local/bin/alert /var/log/syslog
          logserialaudit check --dry-run --state /tmp/state /var/log/syslog
          logtail2 /var/log/syslog | logserialaudit check -

        Exit status:
          0 nothing changed (then nothing is written), 1 something did, 2 trouble,
          130 interrupted; with --nagios 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN;
          with --follow 0 when it was told to end

        """;

    public static Command Create(AppIo io)
    {
        var options = new CheckOptionSet();
        var command = new Command(Name, "Tell what has changed since the last check: zones that went back, healed, expired");
        options.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(options.Read(parse, io), io, cancellationToken));
        return command;
    }

    /// <summary>Reads what is new, and tells.</summary>
    public static async Task<ExitCode> RunAsync(CheckOptions options, AppIo io, CancellationToken cancellationToken) =>
        await CatalogueFiles.ReadAsync(options.Reading.Catalogues, io) is not { } catalogue ? CheckOutput.Failed("the catalogue can't be used", options, io)
        : options.Follows ? await new CheckFollow(options, catalogue, io).RunAsync(cancellationToken)
        : await CheckRun.RunAsync(options, catalogue, io, cancellationToken);
}
