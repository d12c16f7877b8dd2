using System.CommandLine;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Evidence;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Redacting;
using LogSerialAudit.Sources;

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
          logserialaudit report incident-2019-05
          ssh ns1 cat /var/log/daemon.log | logserialaudit report --year 2019 -

        A folder with a case.toml is read as that says: its logs, zones and evidence.

        A time is a date (2019-05-25), or a date and a time with or without an offset
        (2019-05-25T16:23, 2019-05-25T16:23:51Z, 2019-05-25T09:23:51-07:00). Without
        one it is meant in the local zone. --until includes all of the day, minute or
        second that it names.

        """;

    /// <summary>What <c>--table</c> offers.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["episodes", "timeline", "events", "serials", "coverage", "delays", "propagation", "primaries", "vm", "zone-history", "soa", "marks", "findings", "causes"];

    public static Command Create(AppIo io)
    {
        var reading = new ReadingOptionSet();
        var output = new OutputOptionSet(
            [OutputFormat.Text, OutputFormat.Csv, OutputFormat.Tsv, OutputFormat.Json, OutputFormat.Md, OutputFormat.Html, OutputFormat.Xlsx],
            Tables,
            hasFindings: true);
        var evidence = new EvidenceOptionSet();
        var command = new Command(Name, "Tell the whole story: which zones went back, since when, how it ended");
        var explainDates = OptionValues.Flag("--explain-dates", "Tell for each file why its lines have the years and times they have, and nothing else");
        var redact = OptionValues.Flag("--redact", "Replace names of zones, hosts and people, and addresses, the same each time, to show the report in public");
        reading.AddTo(command);
        evidence.AddTo(command);
        command.Add(explainDates);
        command.Add(redact);
        output.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (readingOptions, outputOptions) = (reading.Read(parse, io), output.Read(parse, io));
            var explains = parse.GetValue(explainDates);
            if (explains && (outputOptions.Format != OutputFormat.Text || outputOptions.Table is not null))
            {
                throw parse.Wrong("--explain-dates is text of its own: without --format and --table");
            }

            return (int)await RunAsync(readingOptions, evidence.Read(parse, readingOptions), outputOptions, explains, parse.GetValue(redact), CommandLineText.Of(parse), io, cancellationToken);
        });
        return command;
    }

    /// <summary>Reads, and writes the report.</summary>
    public static async Task<ExitCode> RunAsync(
        ReadingOptions reading, EvidenceOptions evidenceOptions, OutputOptions output, bool explainsDates, bool redacts, string commandLine, AppIo io, CancellationToken cancellationToken)
    {
        ReportTables.Check(output, Name);
        if (await CatalogueFiles.ReadAsync(reading.Catalogues, io) is not { } catalogue)
        {
            return ExitCode.Trouble;
        }

        var logs = await LogReading.FindAsync(io, reading);
        if (logs.Sources.Sets.Count == 0)
        {
            return await logs.ConcludeAsync(0);
        }

        output.Check(logs.Sources.Files, Name);
        var run = Task.Run(
            () => Audit.Run(
                logs.Sources, catalogue, logs.Dating, reading.Threads, io.StandardInput, logs.Progress is { } progress ? progress.Report : null, cancellationToken),
            cancellationToken);
        var audit = await run.WaitAsync(cancellationToken);
        var evidence = await Task.Run(() => CaseEvidence.Read(evidenceOptions), cancellationToken).WaitAsync(cancellationToken);
        logs.Progress?.End();
        await logs.SayAsync(audit.Problems);
        foreach (var read in audit.Files)
        {
            await logs.SayAsync(read.Scan.Damage);
        }

        foreach (var warning in audit.Warnings)
        {
            await logs.SayAsync(ProblemSeverity.Warning, warning.ToString());
        }

        foreach (var error in evidence.Errors)
        {
            await logs.SayAsync(ProblemSeverity.Error, error.ToString());
        }

        var lines = audit.Files.Sum(file => file.Scan.Lines);
        var exitCode = await logs.ConcludeAsync(lines);
        if (lines == 0)
        {
            return exitCode;
        }

        var provenance = await ProvenanceRows.OfAsync(commandLine, audit, reading.Case, evidence, reading.Hash, cancellationToken);
        var making = Task.Run(
            () => new AuditReport(audit, logs.Filter, reading.LocalZone, provenance, evidence)
            {
                Redaction = redacts ? Redaction.Of(audit, evidence, provenance) : null,
            },
            cancellationToken);
        var report = await making.WaitAsync(cancellationToken);
        logs.CheckFilter(
            [.. audit.History.Histories.Select(history => history.Zone.Name).Where(name => name.Length > 0).Distinct()],
            [.. audit.History.Histories.SelectMany(history => new[] { history.Observer.Name, history.Observer.Host }).Distinct()],
            Name);
        if (output.Table is not (null or "coverage"))
        {
            await logs.SayPassedByAsync([.. audit.Files.Select(read => read.Scan)]);
        }

        using var file = output.Open(io, Name);
        await Task.Run(() => ReportTables.Write(report, output, explainsDates, file.Content), cancellationToken).WaitAsync(cancellationToken);
        file.Complete();
        return exitCode == ExitCode.Done && output.ExitCodeTellsFindings && (report.Episodes.Count > 0 || report.Findings.Count > 0) ? ExitCode.Findings : exitCode;
    }
}
