using System.Text;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Evidence.Vms;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Tables;
using LogSerialAudit.Reports.Text;

namespace LogSerialAudit.Cli.Commands;

/// <summary>Writes the tables of a report in the format asked for.</summary>
internal static class ReportTables
{
    /// <summary>Holds the columns asked for against the table, before anything is read.</summary>
    /// <exception cref="UsageException">The table has no such column.</exception>
    public static void Check(OutputOptions options, string command)
    {
        var error = options.Table switch
        {
            _ when options.Columns is null => null,
            "timeline" => Error(TimelineTable.Instance),
            "events" => Error(EventsTable.Instance),
            "serials" => Error(SerialsTable.Instance),
            "coverage" => Error(CoverageTable.Instance),
            "delays" => Error(DelaysTable.Instance),
            "propagation" => Error(PropagationTable.Of((_, _) => default)),
            "primaries" => Error(PrimariesTable.Instance),
            "vm" => Error(VmTable.Instance),
            "zone-history" => Error(ZoneHistoryTable.Instance),
            "soa" => Error(SoaTable.Instance),
            "marks" => Error(MarksTable.Instance),
            "findings" => Error(FindingsTable.Instance),
            "causes" => Error(CausesTable.Instance),
            _ => Error(EpisodesTable.Of(_ => default)),
        };
        if (error is not null)
        {
            throw new UsageException(error, command);
        }

        string? Error<TRow>(Table<TRow> table) => table.TryChoose(options.Columns, out _, out var unknown) ? null : unknown;
    }

    public static void Write(AuditReport report, OutputOptions options, bool explainsDates, Stream stream)
    {
        if (options.Format == OutputFormat.Text)
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), 65536, leaveOpen: true);
            if (explainsDates)
            {
                DatesText.Write(report, writer, options.Color);
            }
            else if (options.Table is { } name)
            {
                TextReport.WriteTable(report, name, writer, options.Color);
            }
            else
            {
                TextReport.Write(report, writer, options.Color);
            }

            return;
        }

        if (options is { Table: null, Format: OutputFormat.Md or OutputFormat.Html })
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), 65536, leaveOpen: true);
            if (options.Format == OutputFormat.Md)
            {
                TextReport.WriteMarkdown(report, writer);
            }
            else
            {
                TextReport.WriteHtml(report, writer);
            }

            return;
        }

        using var cells = CellWriter.Create(options.TableFormat, stream, options.ForTables(report.LocalZone, report.Redaction));
        string[] tables = options.Table is { } table ? [table] : ["provenance", "episodes", "timeline", "events", "serials", "coverage", "delays", "propagation", "primaries", "vm", "zone-history", "soa", "marks", "findings", "causes"];
        foreach (var each in tables)
        {
            WriteTable(each, report, options.Columns, cells);
        }

        cells.Complete();
    }

    private static void WriteTable(string name, AuditReport report, IReadOnlyList<string>? columns, CellWriter cells)
    {
        switch (name)
        {
            case "provenance":
                Rows(Provenance.Table, columns, cells, report.Provenance);
                break;
            case "timeline":
                Rows(TimelineTable.Instance, columns, cells, report.Timeline.InOrder(report.Histories));
                break;
            case "events":
                var events = Begin(EventsTable.Instance, columns, cells);
                report.WalkRows((in row) => events.Write(row));
                events.End();
                break;
            case "serials":
                Rows(SerialsTable.Instance, columns, cells, ComplainedSerial.Of(report.Episodes));
                break;
            case "coverage":
                Rows(CoverageTable.Instance, columns, cells, report.Coverage.Concat(report.EvidenceCoverage));
                break;
            case "propagation":
                Rows(PropagationTable.Of(report.YearSourceOf), columns, cells, PropagationRow.Of(report));
                break;
            case "primaries":
                Rows(PrimariesTable.Instance, columns, cells, report.Primaries.SelectMany(PrimariesTable.RowsOf));
                break;
            case "delays":
                Rows(DelaysTable.Instance, columns, cells, report.DelaysOf(int.MaxValue).First);
                break;
            case "findings":
                Rows(FindingsTable.Instance, columns, cells, report.Findings);
                break;
            case "causes":
                Rows(CausesTable.Instance, columns, cells, report.Causes);
                break;
            case "vm":
                Rows(VmTable.Instance, columns, cells, VmTimeline.Of(report.Evidence.Vms));
                break;
            case "soa":
                Rows(SoaTable.Instance, columns, cells, report.Answers);
                break;
            case "marks":
                Rows(MarksTable.Instance, columns, cells, report.Evidence.Marks.SelectMany(series => series.Rows));
                break;
            case "zone-history":
                Rows(ZoneHistoryTable.Instance, columns, cells, report.ZoneHistories.SelectMany(history => history.Revisions));
                break;
            default:
                Rows(EpisodesTable.Of(report.YearSourceOf), columns, cells, report.Episodes);
                break;
        }
    }

    private static void Rows<TRow>(Table<TRow> table, IReadOnlyList<string>? columns, CellWriter cells, IEnumerable<TRow> rows)
    {
        var writer = Begin(table, columns, cells);
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        writer.End();
    }

    private static TableWriter<TRow> Begin<TRow>(Table<TRow> table, IReadOnlyList<string>? columns, CellWriter cells)
    {
        _ = table.TryChoose(columns, out var chosen, out _);
        return new TableWriter<TRow>(cells, table.Name, chosen);
    }
}
