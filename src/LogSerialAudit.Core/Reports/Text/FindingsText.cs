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
        var shares = Shares([.. findings.CountBy(finding => finding.Kind)], most);
        var told = new Dictionary<FindingKind, int>();
        var left = new Dictionary<FindingKind, (int Rows, int All)>();
        foreach (var finding in findings)
        {
            var place = told[finding.Kind] = told.GetValueOrDefault(finding.Kind) + 1;
            if (place <= shares[finding.Kind])
            {
                Write(finding, page, files);
            }
            else
            {
                var (rows, all) = left.GetValueOrDefault(finding.Kind);
                left[finding.Kind] = (rows + 1, all + finding.HowMany);
            }
        }

        if (left.Count > 0)
        {
            page.Line();
            var (rows, all) = (left.Values.Sum(kind => kind.Rows), left.Values.Sum(kind => kind.All));
            var kinds = string.Join(", ", left.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value.All} {kind.Key.Word()}")));
            page.Wrapped("... ", string.Create(CultureInfo.InvariantCulture, $"{all} more{(all == rows ? "" : $", {rows} rows")} ({kinds}): --table findings"), 4);
        }
    }

    /// <summary>How many of each kind are told: the first of every one, and then one more of each in turn as long as there is room.</summary>
    internal static Dictionary<FindingKind, int> Shares(IReadOnlyList<KeyValuePair<FindingKind, int>> counts, int most)
    {
        var shares = counts.ToDictionary(kind => kind.Key, _ => 1);
        for (var (room, next) = ((long)most - counts.Count, 2); room > 0; next++)
        {
            var more = counts.Where(kind => kind.Value >= next).Take((int)Math.Min(room, counts.Count)).ToList();
            if (more.Count == 0)
            {
                break;
            }

            more.ForEach(kind => shares[kind.Key] = next);
            room -= more.Count;
        }

        return shares;
    }

    private static void Write(Finding finding, Page page, FileNames files)
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
}
