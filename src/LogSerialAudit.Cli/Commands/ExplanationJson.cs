using LogSerialAudit.Explanations;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Tables;
using NodaTime;

namespace LogSerialAudit.Cli.Commands;

/// <summary>Explanations as one JSON object of tables.</summary>
internal static class ExplanationJson
{
    public static void Write(IReadOnlyList<LineExplanation> lines, DateTimeZone localZone, Stream stream)
    {
        using var cells = CellWriter.Create(TableFormat.Json, stream, new TableOptions { LocalZone = localZone });
        Rows(ExplanationTables.Lines, lines, cells);
        Rows(ExplanationTables.Fields, lines.SelectMany(line => line.Fields.Select(field => (line.Source, line.Row, field))), cells);
        Rows(ExplanationTables.Near, lines.SelectMany(line => line.Near.Select(near => (line.Source, near))), cells);
        Rows(
            ExplanationTables.Reasons,
            lines.SelectMany(line => line.Date.Reasons.Select(reason => (line.Source, reason, false)).Concat(line.Date.Warnings.Select(warning => (line.Source, warning, true)))),
            cells);
        cells.Complete();
    }

    private static void Rows<TRow>(Table<TRow> table, IEnumerable<TRow> rows, CellWriter cells)
    {
        var writer = new TableWriter<TRow>(cells, table.Name, table.Columns);
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        writer.End();
    }
}
