using System.Text;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Changes;
using LogSerialAudit.Reports.Tables;
using LogSerialAudit.Watching;
using NodaTime;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>Delivers what a check has to say.</summary>
internal sealed class CheckOutput(CheckOptions options, AppIo io)
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>What Nagios was told; null where it is not asked for.</summary>
    public NagiosStatus? Nagios { get; private set; }

    /// <summary>What is told where there was no check.</summary>
    public static ExitCode Failed(string trouble, CheckOptions options, AppIo io) =>
        options.Form == CheckForm.Nagios ? FailedPlugin(trouble, io) : ExitCode.Trouble;

    /// <summary>What Nagios is told where there was no check.</summary>
    public static ExitCode FailedPlugin(string trouble, AppIo io)
    {
        try
        {
            Line(NagiosLine.Failed(trouble).Text, io);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The trouble may be that nothing can be written there; the exit code says what Nagios asks.
        }

        return ExitCode.Unknown;
    }

    /// <summary>Writes the metrics, whole or not at all.</summary>
    /// <returns>Why that failed; null where it did not.</returns>
    public string? WritePrometheus(Watch watch, int troubles, Instant now)
    {
        try
        {
            if (!OutputFile.TryCreate(options.PrometheusPath!, overwrite: true, out var file, out var error, PrometheusText.Beginning))
            {
                return error;
            }

            using (file)
            {
                using (var writer = new StreamWriter(file.Content, Utf8, leaveOpen: true))
                {
                    PrometheusText.Write(watch, troubles, now, writer);
                }

                file.Complete();
                return null;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{options.PrometheusPath}: {failure.Message.TrimEnd('.')}";
        }
    }

    /// <summary>Tells what changed, in the form asked for, and waits until it is out.</summary>
    /// <returns>Why it could not be told; null where it was.</returns>
    public async Task<string?> TellAsync(Watch watch, IReadOnlyList<string> troubles, CancellationToken cancellationToken)
    {
        if (options.Form == CheckForm.Nagios)
        {
            var line = NagiosLine.Of(watch, troubles);
            Nagios = line.Status;
            Line(line.Text, io);
        }
        else if (watch.Changes.Count > 0)
        {
            switch (options.Form)
            {
                case var _ when options.Program is { } program && !options.IsDry:
                    using (var json = new MemoryStream())
                    {
                        WriteTables(watch, TableFormat.Json, json);
                        return await AlertProgram.RunAsync(program, json.ToArray(), AlertProgram.Patience, cancellationToken);
                    }

                case CheckForm.Syslog when !options.IsDry:
                    return Logger.Log(SyslogLine.Of(watch.Changes));
                case CheckForm.Syslog:
                    Line(SyslogLine.Of(watch.Changes), io);
                    break;
                case CheckForm.Text:
                    using (var writer = new StreamWriter(io.StandardOutput, Utf8, leaveOpen: true))
                    {
                        ChangeText.Write(watch.Changes, options.Reading.LocalZone, writer);
                    }

                    break;
                default:
                    WriteTables(watch, options.Form == CheckForm.NdJson ? TableFormat.NdJson : TableFormat.Json, io.StandardOutput);
                    break;
            }
        }

        io.StandardOutput.Flush();
        return null;
    }

    private void WriteTables(Watch watch, TableFormat format, Stream stream)
    {
        using var cells = CellWriter.Create(format, stream, new TableOptions { LocalZone = options.Reading.LocalZone });
        Write(cells, ChangesTable.Instance, watch.Changes);
        if (format == TableFormat.Json)
        {
            Write(cells, EpisodesTable.Of(watch.YearSourceOf), watch.Standing);
        }

        cells.Complete();
    }

    private static void Write<TRow>(CellWriter cells, Table<TRow> table, IEnumerable<TRow> rows)
    {
        var writer = new TableWriter<TRow>(cells, table.Name, table.Columns);
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        writer.End();
    }

    private static void Line(string text, AppIo io)
    {
        io.StandardOutput.Write(Utf8.GetBytes(text + "\n"));
        io.StandardOutput.Flush();
    }
}
