using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.Evidence;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Reports;

/// <summary>The account of the files of evidence, in the order in which they were named: a line that is a fact counts as an event.</summary>
internal static class EvidenceCoverage
{
    public static IReadOnlyList<CoverageRow> Of(CaseEvidence evidence)
    {
        var facts = Facts(evidence).GroupBy(fact => fact.Source.File, StringComparer.Ordinal).ToDictionary(file => file.Key, file => file.ToList(), StringComparer.Ordinal);
        return [.. evidence.Files.Where(File.Exists).Select(file => Row(file, facts[file], evidence))];
    }

    /// <summary>Why a file is no original evidence; empty where it is.</summary>
    public static string ReconstructionOf(string file, CaseEvidence evidence) => string.Join("; ", evidence.Reconstructions.Where(part => part.Holds(file)).Select(part =>
        $"reconstructed: {part.Reason}{(part.OriginalLines.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({part.OriginalLines.Count} lines are original)") : "")}"));

    private static CoverageRow Row(string file, List<(SourceLine Source, Instant? At, string What)> facts, CaseEvidence evidence)
    {
        var (bytes, lines) = Count(file);
        var times = facts.Where(fact => fact.At is not null).Select(fact => fact.At!.Value).ToList();
        return new CoverageRow(
            file,
            bytes,
            lines,
            facts.Select(fact => fact.Source.Line).Distinct().Count(),
            0,
            times.Count == 0 ? null : times.Min(),
            times.Count == 0 ? null : times.Max(),
            YearSource.None,
            0,
            "",
            string.Join("; ", facts.Select(fact => fact.What).Distinct(StringComparer.Ordinal)))
        {
            Reconstruction = ReconstructionOf(file, evidence),
        };
    }

    private static IEnumerable<(SourceLine Source, Instant? At, string What)> Facts(CaseEvidence evidence)
    {
        foreach (var vm in evidence.Vms)
        {
            foreach (var entry in vm.Entries)
            {
                yield return (entry.Source, entry.At, $"log of the machine on {vm.Host}");
            }
        }

        foreach (var revision in evidence.ZoneHistories.SelectMany(history => history.Revisions))
        {
            yield return (revision.Source, revision.Committed, $"versions of {revision.Zone}");
        }

        foreach (var answer in evidence.Answers)
        {
            yield return (answer.Source, answer.Asked, "SOA answers");
        }

        foreach (var mark in evidence.Marks.SelectMany(series => series.Marks))
        {
            yield return (mark.Source, mark.At, $"marks {mark.Name}");
        }
    }

    private static (long Bytes, long Lines) Count(string file)
    {
        using var reader = Sources.BlockReader.Open(Sources.SourceFile.At(file));
        var block = new Sources.LineBlock();
        while (reader.Read(block))
        {
        }

        return (reader.Totals.BytesRead, reader.Totals.Lines);
    }
}
