using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.Evidence.Vms;

namespace LogSerialAudit.Reports.Text;

/// <summary>What was read, for people: the logs, and the evidence beside them.</summary>
internal sealed class CoverageText(AuditReport report, Page page, TimeText times, FileNames files)
{
    /// <summary>Writes what was read, from when to when, and what went wrong.</summary>
    public void Write()
    {
        var rows = report.Coverage;
        var bytes = rows.Sum(row => row.Bytes);
        page.Wrapped("", string.Create(
            CultureInfo.InvariantCulture,
            $"Read {EpisodeText.Count(rows.Count, "file")}, {EpisodeText.Count(rows.Sum(row => row.Lines), "line")} ({bytes} bytes): {EpisodeText.Count(rows.Sum(row => row.Events), "event")}, {EpisodeText.Count(rows.Sum(row => row.Skipped), "other line")}{Unreadable(rows)}."), 0);
        var dated = rows.Where(row => row.First is not null).ToList();
        if (dated.Count > 0)
        {
            var sources = dated.GroupBy(row => row.Source).Where(group => group.Key != YearSource.None).Select(group => group.Key.Word());
            page.Wrapped("", $"From {times.Here(dated.Min(row => row.First!.Value))} to {times.Here(dated.Max(row => row.Last!.Value))}; year from: {string.Join(", ", sources)}.", 0);
        }

        foreach (var row in rows.Where(row => row.Problems.Length > 0 && row.Problems != "empty"))
        {
            page.Wrapped("! ", $"{(row.Problems.Contains(row.File, StringComparison.Ordinal) ? "" : files.Of(row.File) + ": ")}{row.Problems}", 2);
        }
    }

    /// <summary>Writes how much evidence there is beside the logs, and what is no original evidence.</summary>
    public void WriteEvidence()
    {
        var evidence = report.Evidence;
        var parts = new[]
        {
            Counted(evidence.Vms.Count, "log of the machine", "logs of the machine", evidence.Vms.Sum(vm => vm.Entries.Count(entry => entry.Kind is VmEntryKind.Start or VmEntryKind.Stop)), "start or stop", "starts and stops"),
            Counted(evidence.ZoneHistories.Count, "zone file", "zone files", evidence.ZoneHistories.Sum(history => history.Revisions.Count), "version", "versions"),
            Counted(evidence.Transcripts.Count, "transcript", "transcripts", evidence.Answers.Count(), "SOA answer", "SOA answers"),
            Counted(evidence.Marks.Count, "list", "lists", evidence.Marks.Sum(series => series.Marks.Count), "mark", "marks"),
        }.Where(part => part.Length > 0).ToList();
        if (parts.Count > 0)
        {
            page.Wrapped("", $"Evidence beside them: {string.Join(", ", parts)}.", 0);
        }

        if (evidence.Reconstructions.Count > 0)
        {
            page.Line($"! Lines marked {FileNames.ReconstructedMark} are not original; what they are stands at the end.");
        }
    }

    /// <summary>Writes what became of each input.</summary>
    public void WriteRows()
    {
        foreach (var row in report.Coverage.Concat(report.EvidenceCoverage))
        {
            page.Line();
            page.Bold(row.File);
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  {row.Bytes} bytes, {row.Lines} lines: {row.Events} events, {row.Skipped} skipped, {row.UnreadableBytes} unreadable bytes"));
            if (row is { First: { } first, Last: { } last })
            {
                page.Line($"  {times.Here(first, row.FirstFractionDigits)} to {times.Here(last, row.LastFractionDigits)}");
                if (row.Years.Length > 0)
                {
                    page.Line($"  {row.Years}, year from: {row.Source.Word()}{(row.LogZone.Length == 0 ? "" : $"; log zone: {row.LogZone}")}");
                }
            }

            foreach (var note in new[] { row.Note, row.Reconstruction }.Where(note => note.Length > 0))
            {
                page.Wrapped("  ", note, 2);
            }
        }
    }

    private static string Counted(int sources, string source, string manySources, int facts, string fact, string manyFacts) => sources == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{sources} {(sources == 1 ? source : manySources)} ({facts} {(facts == 1 ? fact : manyFacts)})");

    private static string Unreadable(IReadOnlyList<CoverageRow> rows) =>
        rows.Sum(row => row.UnreadableBytes) is > 0 and var bytes ? $", {bytes.ToString(CultureInfo.InvariantCulture)} unreadable bytes" : "";
}
