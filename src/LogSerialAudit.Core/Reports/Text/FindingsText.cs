using System.Globalization;
using LogSerialAudit.Findings;

namespace LogSerialAudit.Reports.Text;

/// <summary>The findings for people: what is stated, how sure it is, what it rests on and what would refute it.</summary>
internal static class FindingsText
{
    /// <summary>As many lines as are named; the table has more.</summary>
    private const int MostExhibits = 4;

    public static void Write(IReadOnlyList<Finding> findings, Page page, FileNames files, int most)
    {
        foreach (var finding in findings.Take(most))
        {
            page.Line();
            page.Bold($"{finding.Id} ({finding.Severity.Word()}, {finding.Confidence.Word()})");
            page.Wrapped("  ", finding.Statement + ".", 2);
            if (finding.Exhibits.Count > 0)
            {
                page.Wrapped("  rests on    ", finding.Exhibits.Told(exhibit => $"{files.Of(exhibit.Source)} ({exhibit.Says})", MostExhibits), 14);
            }

            page.Wrapped("  refuted by  ", finding.Refutation, 14);
        }

        if (findings.Count > most)
        {
            page.Line();
            var (rows, all) = (findings.Count - most, findings.Skip(most).Sum(finding => finding.HowMany));
            page.Line(string.Create(CultureInfo.InvariantCulture, $"... {all} more{(all == rows ? "" : $", {rows} rows")}: --table findings"));
        }
    }
}
