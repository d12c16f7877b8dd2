using LogSerialAudit.Evidence.ZoneFiles;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>
/// The table <c>zone-history</c> as an analyst writes it: the zone, then its versions, newest first: revision, serial, the
/// serial's instant, the commit's, and how much later that was. Times are UTC; what is not known is a dash.
/// </summary>
internal static class ZoneHistoryText
{
    /// <summary>As much of a git hash as tells commits apart; the table has all of it.</summary>
    private const int HashLength = 10;

    public static void Write(AuditReport report, TextWriter writer)
    {
        var times = new TimeText(DateTimeZone.Utc, DateStyle.Iso);
        var zones = report.ZoneHistories.Where(history => history.Revisions.Count > 0).GroupBy(history => history.Zone, StringComparer.Ordinal).ToList();
        foreach (var zone in zones)
        {
            writer.Write($"{(zone == zones[0] ? "" : "\n")}{Shown(report, zone.Key)}\n");
            var rows = zone.SelectMany(history => history.Revisions).ToList();
            var (name, serial) = (Longest(rows, row => Name(report, row)), Longest(rows, Serial));
            foreach (var row in rows)
            {
                var line = $"{Name(report, row).PadRight(name)} {Serial(row).PadRight(serial)} {Time(times, row.Minted).PadRight(20)} {Time(times, row.Committed).PadRight(20)} {Remark(row)}";
                writer.Write($"{line.TrimEnd()}\n");
            }
        }
    }

    private static int Longest(List<ZoneRevision> rows, Func<ZoneRevision, string> text) => rows.Select(row => text(row).Length).DefaultIfEmpty(0).Max();

    private static string Name(AuditReport report, ZoneRevision row) => Shown(report, row.DatedBy == RevisionTime.Commit ? row.Revision[..HashLength] : row.Revision);

    private static string Shown(AuditReport report, string text) => SafeText.Of(report.Redaction?.Of(text) ?? text);

    private static string Serial(ZoneRevision row) => row.Serial?.ToString() ?? "-";

    private static string Time(TimeText times, Instant? at) => at is { } known ? times.Utc(known) : "-";

    /// <summary>The difference, and what dates a version that neither RCS nor git has dated.</summary>
    private static string Remark(ZoneRevision row)
    {
        var difference = row.Difference is not { } distance ? ""
            : distance == Duration.Zero ? "at once"
            : distance > Duration.Zero ? $"{DurationText.Words(distance)} later"
            : $"{DurationText.Words(-distance)} earlier";
        return row.CommittedIsSure || row.Committed is null ? difference : $"{difference} ({row.DatedBy.Word()})".TrimStart();
    }
}
