using System.CommandLine;
using LogSerialAudit.Cli.Options;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit extract</c>: the events only, streaming.</summary>
internal static class ExtractCommand
{
    public const string Name = "extract";

    public const string Examples = """
        Examples:
          logserialaudit extract /var/log/daemon.log* > events.csv
          logserialaudit extract --format ndjson logs | jq -r .zone | sort -u
          logserialaudit extract --columns at_utc,zone,kind,serial --zone '*.org' logs

        """;

    public static Command Create(AppIo io)
    {
        var reading = new ReadingOptionSet();
        var output = new OutputOptionSet([OutputFormat.Csv, OutputFormat.Tsv, OutputFormat.NdJson], tables: [], hasFindings: false);
        var command = new Command(Name, "Write every event as one row, while reading");
        reading.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (readingOptions, outputOptions) = (reading.Read(parse, io), output.Read(parse, io));
            return (int)await RunAsync(readingOptions, outputOptions, io, cancellationToken);
        });
        return command;
    }

    /// <summary>Reads, and writes the events.</summary>
    public static Task<ExitCode> RunAsync(ReadingOptions reading, OutputOptions output, AppIo io, CancellationToken cancellationToken)
    {
        // >>> The one place where reading is wired in.
        _ = (reading, output, io, cancellationToken);
        throw new InvalidOperationException("reading is wired in later");
    }
}
