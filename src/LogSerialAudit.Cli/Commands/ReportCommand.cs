using System.CommandLine;
using LogSerialAudit.Cli.Options;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit report</c>: the whole story.</summary>
internal static class ReportCommand
{
    public const string Name = "report";

    public const string Examples = """
        Examples:
          logserialaudit report /var/log/daemon.log*
          logserialaudit report --log-zone America/Los_Angeles daemon.log*
          logserialaudit report --since 2019-05-25 --until 2019-05-30 ns1=/srv/logs/ns1
          logserialaudit report --format csv --table timeline -o timeline.csv logs
          ssh ns1 cat /var/log/daemon.log | logserialaudit report --year 2019 -

        A time is a date (2019-05-25), or a date and a time with or without an offset
        (2019-05-25T16:23, 2019-05-25T16:23:51Z, 2019-05-25T09:23:51-07:00). Without
        one it is meant in the local zone. --until includes all of the day, minute or
        second that it names.

        """;

    /// <summary>What <c>--table</c> offers.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["episodes", "timeline", "events", "serials", "coverage"];

    public static Command Create(AppIo io)
    {
        var reading = new ReadingOptionSet();
        var output = new OutputOptionSet(
            [OutputFormat.Text, OutputFormat.Csv, OutputFormat.Tsv, OutputFormat.Json],
            Tables,
            hasFindings: true);
        var command = new Command(Name, "Tell the whole story: which zones went back, since when, how it ended");
        reading.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (readingOptions, outputOptions) = (reading.Read(parse, io), output.Read(parse, io));
            return (int)await RunAsync(readingOptions, outputOptions, io, cancellationToken);
        });
        return command;
    }

    /// <summary>Reads, and writes the report.</summary>
    public static Task<ExitCode> RunAsync(ReadingOptions reading, OutputOptions output, AppIo io, CancellationToken cancellationToken)
    {
        // >>> The one place where reading is wired in.
        _ = (reading, output, io, cancellationToken);
        throw new InvalidOperationException("reading is wired in later");
    }
}
