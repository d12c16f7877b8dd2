using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.History.Copies;

namespace LogSerialAudit.Reports;

/// <summary>What a reader has to know about a file, a clause each.</summary>
internal static class CoverageNotes
{
    private const int MostNames = 3;

    public static IEnumerable<string> Of(AuditedFile file, long undatedRepeats, int copied, HostNames? names)
    {
        var totals = file.Scan.Totals;
        if (file.Scan.Damage is { } damage)
        {
            yield return damage.Sentence;
        }

        if (totals.BytesRead == 0 && file.Scan.Damage is null)
        {
            yield return "empty";
        }

        foreach (var note in file.Scan.Document is { } document ? DocumentNotes.Of(document) : [])
        {
            yield return note;
        }

        if (totals.LongLines > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{totals.LongLines} line{(totals.LongLines == 1 ? "" : "s")} longer than {Sources.LineBlock.Capacity} bytes not looked at, the first is line {totals.FirstLongLine}");
        }

        if (file.Scan.Scan.Events.Undated is > 0 and var undated)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{undated} undated line{(undated == 1 ? "" : "s")}{(undatedRepeats > 0 ? string.Create(CultureInfo.InvariantCulture, $", of which {undatedRepeats} repeat{(undatedRepeats == 1 ? "s" : "")} dated complaints") : "")}");
        }

        if (copied > 0)
        {
            var other = file.Scan.Document is null ? "another log" : "another log or mail";
            yield return string.Create(CultureInfo.InvariantCulture, $"{copied} event{(copied == 1 ? "" : "s")} that {other} has too counted there");
        }

        if (names is not null && Aliases(file, names) is { Count: > 0 } aliases)
        {
            var more = aliases.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {aliases.Count - MostNames} more") : "";
            yield return $"by lines that both have, {string.Join(", ", aliases.Take(MostNames))}{more}";
        }

        foreach (var (host, part) in file.Hosts)
        {
            foreach (var note in Of(part))
            {
                yield return file.Hosts.Count > 1 && host.Length > 0 ? $"{host}: {note}" : note;
            }
        }
    }

    private static List<string> Aliases(AuditedFile file, HostNames names)
    {
        var hosts = file.Hosts.Select(host => host.Host.Length == 0 ? file.SetName : host.Host).ToHashSet(StringComparer.Ordinal);
        return [.. names.Told.Where(told => hosts.Contains(told.Name)).Select(told => told.Sentence)];
    }

    private static IEnumerable<string> Of(SequenceFile part)
    {
        foreach (var warning in part.Warnings)
        {
            yield return warning;
        }

        if (part.Runs.Any(run => !run.YearIsSure))
        {
            yield return "year not sure";
        }

        if (part.Source == YearSource.Serials)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{YearsOf(part)} from {(part.Anchors > 0 ? Serials(part.Anchors) + " minted close to their lines" : Serials(part.OlderSerials) + " minted before their lines")}");
        }

        var late = part.Runs.Where(run => run.IsOutOfOrder).ToList();
        if (late.Count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"lines out of the order of time at {late.Count} place{(late.Count == 1 ? "" : "s")}, first at line {late[0].FirstLine}");
        }
    }

    private static string Serials(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} serial{(count == 1 ? "" : "s")}");

    private static string YearsOf(SequenceFile part)
    {
        var years = part.Runs.Where(run => !run.IsOutOfOrder).Select(run => run.Year).DefaultIfEmpty().ToList();
        return years.Min() == years.Max()
            ? string.Create(CultureInfo.InvariantCulture, $"year {years.Min()}")
            : string.Create(CultureInfo.InvariantCulture, $"years {years.Min()} to {years.Max()}");
    }
}
