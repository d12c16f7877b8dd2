using System.Globalization;
using LogSerialAudit.Evidence.Marks;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>The marks as lists: time, count, what it grew by, text, and what is remarkable.</summary>
internal static class MarksText
{
    private const int MostNamed = 10;

    /// <summary>All marks.</summary>
    public static void Write(AuditReport report, Page page)
    {
        foreach (var series in report.Evidence.Marks.Where(series => series.Rows.Count > 0))
        {
            page.Line();
            page.Bold(series.Name);
            var times = new TimeText(report.LocalZone, DateStyle.Iso);
            var width = series.Rows.Max(row => Count(row).Length);
            foreach (var row in series.Rows)
            {
                page.Line($"  {Time(row, times)}  {Count(row).PadLeft(width)}  {string.Join("  ", new[] { page.OfOthers(row.Mark.Text), Remark(row) }.Where(text => text.Length > 0))}".TrimEnd());
            }
        }
    }

    /// <summary>How many there are, from when to when, and what is remarkable.</summary>
    public static void WriteShort(AuditReport report, Page page, FileNames files)
    {
        var times = new TimeText(report.LocalZone, DateStyle.Iso);
        foreach (var series in report.Evidence.Marks.Where(series => series.Rows.Count > 0))
        {
            var (first, last) = (series.Rows[0], series.Rows[^1]);
            page.Wrapped("", $"{series.Name}: {EpisodeText.Count(series.Rows.Count, "mark")} from {Time(first, times)} to {Time(last, times)} (--table marks).", 2);
            Remarkable("two on one day", series.Rows.Where(row => row.IsSecondOfDay).ToList());
            Remarkable("the count went back", series.Rows.Where(row => row.IsBack).ToList());
        }

        void Remarkable(string what, List<MarkRow> rows)
        {
            if (rows.Count > 0)
            {
                var named = rows.Take(MostNamed).Select(row => $"{Date(row.Mark.Day)} ({files.Of(row.Mark.Source)})");
                page.Wrapped("  ", $"{what}: {string.Join(", ", named)}{(rows.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {rows.Count - MostNamed} more") : "")}", 4);
            }
        }
    }

    private static string Time(MarkRow row, TimeText times) => row.Mark.IsDay ? Date(row.Mark.Day) : times.Here(row.Mark.At) + (row.Mark.IsSure ? "" : "?");

    private static string Date(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private static string Count(MarkRow row) => row.Mark.Count?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Remark(MarkRow row) => string.Join(", ", new[]
    {
        row.IsSecondOfDay ? "second of that day" : "",
        row.IsBack ? string.Create(CultureInfo.InvariantCulture, $"back by {-row.Change}") : "",
    }.Where(text => text.Length > 0));
}
