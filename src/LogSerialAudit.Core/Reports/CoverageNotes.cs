using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History.Copies;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Reports;

/// <summary>What a reader has to know about a file, a clause each.</summary>
public static class CoverageNotes
{
    private const int MostNames = 3;

    /// <summary>How many lines were too long to be looked at.</summary>
    public static string OfLongLines(ReadTotals totals) => string.Create(
        CultureInfo.InvariantCulture,
        $"{totals.LongLines} line{(totals.LongLines == 1 ? "" : "s")} longer than {LineBlock.Capacity} bytes not looked at, the first is line {totals.FirstLongLine}");

    /// <summary>How many lines were shortened by what showed them.</summary>
    public static string OfShortened(FileScan scan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{scan.Shortened.Count} line{(scan.Shortened.Count == 1 ? " was" : "s were")} shortened (...) to fit a terminal and not read, the first is line {scan.Shortened.First}; 'journalctl --no-pager' and 'systemctl status --full' show them whole");

    /// <summary>What is wrong with it or uncertain.</summary>
    internal static IEnumerable<string> Of(AuditedFile file, long undatedRepeats, int copied, HostNames? names)
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
            yield return OfLongLines(totals);
        }

        if (file.Scan.Scan.Shortened.Count > 0)
        {
            yield return OfShortened(file.Scan.Scan);
        }

        if (file.Scan.Scan.Events.Undated is > 0 and var undated)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{undated} undated line{(undated == 1 ? "" : "s")}{(undatedRepeats > 0 ? string.Create(CultureInfo.InvariantCulture, $", of which {undatedRepeats} repeat{(undatedRepeats == 1 ? "s" : "")} dated complaints") : "")}");
        }

        if (file.Scan.Scan.Clock.HasBothSlashOrders)
        {
            yield return "dates with slashes in both orders of day and month, of which those that could be two are undated";
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

        foreach (var note in OfHosts(file, Of))
        {
            yield return note;
        }
    }

    /// <summary>What the years of the file rest on.</summary>
    public static IEnumerable<string> OfYears(AuditedFile file) => OfHosts(file, part => [OfYears(part)]);

    /// <summary>What is to be said of each host's lines; once where it is the same of all.</summary>
    private static IEnumerable<string> OfHosts(AuditedFile file, Func<SequenceFile, IEnumerable<string>> notes)
    {
        var dated = file.Hosts.Where(host => host.Part.Runs.Count > 0).ToList();
        foreach (var note in dated.SelectMany(host => notes(host.Part).Select(note => (host.Host, Says: note))).GroupBy(note => note.Says, StringComparer.Ordinal))
        {
            var hosts = note.Select(said => said.Host).Where(host => host.Length > 0).ToList();
            yield return hosts.Count == 0 || note.Count() == dated.Count ? note.Key
                : hosts.Count <= MostNames ? $"{string.Join(", ", hosts)}: {note.Key}"
                : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", hosts.Take(MostNames))} and {hosts.Count - MostNames} more: {note.Key}");
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
            yield return warning.Says;
        }

        if (part.Runs.Any(run => !run.YearIsSure))
        {
            yield return $"year not sure{OfWhichLines(part.Runs)}";
        }

        var late = part.Runs.Where(run => run.IsOutOfOrder).ToList();
        if (late.Count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"lines out of the order of time at {late.Count} place{(late.Count == 1 ? "" : "s")}, first at line {late[0].FirstLine}");
        }
    }

    /// <summary>Which lines have no sure year, of which there are some; nothing where that are all.</summary>
    private static string OfWhichLines(IReadOnlyList<ClockRun> runs)
    {
        var places = Enumerable.Range(0, runs.Count).Where(run => !runs[run].YearIsSure && (run == 0 || runs[run - 1].YearIsSure)).ToList();
        var first = runs.Skip(places[0]).TakeWhile(run => !run.YearIsSure).ToList();
        return first.Count == runs.Count ? ""
            : places.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" at {places.Count} places, first at line {first[0].FirstLine}")
            : $" in {DateReasons.Lines(first[0].FirstLine, first[^1].LastLine)}";
    }

    private static string OfYears(SequenceFile part)
    {
        var close = part.Anchors == 0 ? "no serial close to its line" : $"{Serials(part.Anchors)} close to {(part.Anchors == 1 ? "its line" : "their lines")}";
        return YearsOf(part) + (part.Source switch
        {
            YearSource.Serials when part.Anchors > 0 => $" from {Serials(part.Anchors)} minted close to their lines",
            YearSource.Serials => $" from {Serials(part.OlderSerials)} minted before their lines",
            YearSource.Stamp => " as written",
            YearSource.Option => $" as you said, {close}",
            YearSource.MailDate => $" from the mail's date, {close}",
            YearSource.FileName => $" from the date in its name, {close}",
            YearSource.GzipTime => $" from the time in its gzip header, {close}",
            YearSource.FileTime => $" from its time of last change, {close}",
            YearSource.LeapDay => $" from a 29 February, {close}",
            YearSource.Neighbour => $" from the other files, {close}",
            _ => $" from nothing but the present, {close}",
        });
    }

    private static string Serials(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} serial{(count == 1 ? "" : "s")}");

    private static string YearsOf(SequenceFile part)
    {
        var years = part.Runs.Where(run => !run.IsOutOfOrder).Select(run => run.Year).DefaultIfEmpty(part.Runs[0].Year).ToList();
        return years.Min() == years.Max()
            ? string.Create(CultureInfo.InvariantCulture, $"year {years.Min()}")
            : string.Create(CultureInfo.InvariantCulture, $"years {years.Min()} to {years.Max()}");
    }
}
