using System.Globalization;
using LogSerialAudit.Findings;

namespace LogSerialAudit.Reports.Text;

/// <summary>The findings for people: what is stated, how sure it is, what it rests on and what would refute it.</summary>
internal static class FindingsText
{
    /// <summary>As many lines as are named; the table has them all.</summary>
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
                var told = finding.Exhibits.DistinctBy(exhibit => exhibit.Source).Take(MostExhibits).Select(exhibit => $"{files.Of(exhibit.Source)} ({exhibit.Says})");
                var left = finding.Exhibits.DistinctBy(exhibit => exhibit.Source).Count() - MostExhibits;
                page.Wrapped("  rests on  ", string.Join("; ", told) + (left > 0 ? string.Create(CultureInfo.InvariantCulture, $"; and {left} more") : ""), 12);
            }

            if (finding.Refutation.Length > 0)
            {
                page.Wrapped("  against   ", finding.Refutation, 12);
            }
        }

        if (findings.Count > most)
        {
            page.Line();
            page.Line(string.Create(CultureInfo.InvariantCulture, $"... {findings.Count - most} more: --table findings"));
        }
    }
}
