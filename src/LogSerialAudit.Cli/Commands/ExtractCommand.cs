using System.CommandLine;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.History;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Tables;
using LogSerialAudit.Sources;

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
            if (readingOptions.Hash)
            {
                throw parse.Wrong("--hash does nothing here: events have no place for it; report tells the hash of each input");
            }

            return (int)await RunAsync(readingOptions, outputOptions, io, cancellationToken);
        });
        return command;
    }

    /// <summary>Reads, and writes the events.</summary>
    public static async Task<ExitCode> RunAsync(ReadingOptions reading, OutputOptions output, AppIo io, CancellationToken cancellationToken)
    {
        if (!EventsTable.Instance.TryChoose(output.Columns, out var columns, out var unknown))
        {
            throw new UsageException(unknown, Name);
        }

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
        using var file = output.Open(io, Name);
        using var cells = CellWriter.Create(output.TableFormat, file.Content, output.ForTables(reading.LocalZone));
        var writer = new TableWriter<EventRow>(cells, EventsTable.Instance.Name, columns);
        var filter = logs.Filter;
        var showsAll = filter.IsOpen;
        RowVisitor write = (in row) =>
        {
            if (showsAll || filter.Shows(row))
            {
                writer.Write(row);
            }
        };
        using var archives = new ArchiveCursor();
        var stream = new EventStream(catalogue, logs.Dating, write, logs.Sources.Sets, io.StandardInput) { Threads = reading.Threads, Archives = archives };
        var run = Task.Run(() => ReadAll(stream, logs, cancellationToken), cancellationToken);
        await run.WaitAsync(cancellationToken);
        logs.Progress?.End();
        await logs.SayAsync(stream.Problems);
        foreach (var scan in stream.Scans)
        {
            await logs.SayAsync(scan.Damage);
        }

        foreach (var warning in stream.Warnings)
        {
            await logs.SayAsync(ProblemSeverity.Warning, warning.ToString());
        }

        var lines = stream.Scans.Sum(scan => scan.Lines);
        var exitCode = await logs.ConcludeAsync(lines);
        if (lines > 0)
        {
            if (!showsAll)
            {
                logs.CheckFilter(stream.Zones, stream.Hosts, Name);
            }

            await logs.SayPassedByAsync(stream.Scans);

            writer.End();
            cells.Complete();
            file.Complete();
        }

        return exitCode;
    }

    private static void ReadAll(EventStream stream, LogReading logs, CancellationToken cancellationToken)
    {
        foreach (var set in logs.Sources.Sets)
        {
            stream.Read(set, logs.Progress is { } progress ? progress.Report : null, cancellationToken);
        }

        stream.End();
    }
}
