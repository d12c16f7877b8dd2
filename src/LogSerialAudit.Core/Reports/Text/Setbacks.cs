using System.Globalization;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Reports.Text;

/// <summary>Serials that a server loaded or took below its own, in histories without an episode: those tell it themselves.</summary>
internal static class Setbacks
{
    private const int Most = 40;

    public static List<EventRow> Of(AuditReport report)
    {
        var told = report.Episodes.Select(episode => episode.History).ToHashSet();
        var rows = new List<EventRow>();
        report.WalkRows(row =>
        {
            var isSetback = row.Kind == EventKind.GoneBackwards
                || (row.Kind is EventKind.Loaded or EventKind.Transferred && row.Change == SerialChange.Backward);
            if (isSetback && !told.Contains(row.History))
            {
                rows.Add(row);
            }
        });
        return rows;
    }

    public static void Write(List<EventRow> rows, Page page, TimeText times, FileNames files)
    {
        foreach (var row in rows.Take(Most))
        {
            var at = row.At.Exists ? times.Here(row.At.At, row.At.FractionDigits) : "undated";
            page.Parts("  ", [row.Zone.Name, $"{row.Serial} {(row.Change == SerialChange.Undefined ? '?' : '<')} {row.Previous}", at, files.Of(row.Source)], 4);
        }

        if (rows.Count > Most)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  ... {rows.Count - Most} more: --table timeline"));
        }
    }
}
