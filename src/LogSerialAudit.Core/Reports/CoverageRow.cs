using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.History.Copies;
using NodaTime;

namespace LogSerialAudit.Reports;

/// <summary>What became of one input.</summary>
/// <param name="File">The path as given.</param>
/// <param name="Bytes">Bytes of text, after decompression.</param>
/// <param name="Lines">Lines read.</param>
/// <param name="Events">Lines that are events.</param>
/// <param name="UnreadableBytes">Bytes of text that belong to no whole line.</param>
/// <param name="First">The earliest stamp.</param>
/// <param name="Last">The latest stamp.</param>
/// <param name="Source">What the years rest on.</param>
/// <param name="Anchors">On how many serials they rest.</param>
/// <param name="LogZone">The zone of stamps without offset; empty where every stamp has one.</param>
/// <param name="Note">What is wrong with it or uncertain, or why it was left out; and what its years rest on.</param>
public sealed record CoverageRow(
    string File, long Bytes, long Lines, long Events, long UnreadableBytes, Instant? First, Instant? Last, YearSource Source, int Anchors, string LogZone, string Note)
{
    /// <summary>Lines that are not events.</summary>
    public long Skipped => Lines - Events;

    /// <summary>What is wrong with it or uncertain; empty where nothing is.</summary>
    public string Problems { get; init; } = "";

    /// <summary>The years of its lines, <c>2018-2019</c>; empty where it has no stamps.</summary>
    public string Years { get; init; } = "";

    /// <summary>That it is no original evidence, and why; empty where it is.</summary>
    public string Reconstruction { get; init; } = "";

    /// <summary>Digits of a second's fraction in the earliest stamp.</summary>
    public int FirstFractionDigits { get; init; }

    /// <summary>Digits of a second's fraction in the latest stamp.</summary>
    public int LastFractionDigits { get; init; }

    /// <summary>The row of a file that was read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The zones of stamps.</param>
    /// <param name="undatedRepeats">How many of its undated complaints repeat those of a dated episode.</param>
    /// <param name="copied">How many of its events another log has too.</param>
    /// <param name="names">Which names are one host's.</param>
    public static CoverageRow Of(AuditedFile file, DatingOptions options, long undatedRepeats = 0, int copied = 0, HostNames? names = null)
    {
        var runs = file.Hosts.SelectMany(host => host.Part.Runs.Select(run => (host.Host, Run: run))).ToList();

        // Lines of a clock that was not set, or of a year that is contradicted, do not say from when to when a file goes.
        var standing = runs.FindAll(run => run.Run.YearIsSure || !(run.Run.IsOutOfOrder || run.Run.StandsInYear != 0));
        var dates = (standing.Count > 0 ? standing : runs)
            .SelectMany(run => new[] { Date(run.Run, run.Run.Earliest, run.Run.FirstLine), Date(run.Run, run.Run.Latest, run.Run.LastLine) }.Select(date => date(options.ZoneOf(run.Host.Length == 0 ? file.SetName : run.Host))))
            .Where(date => date.Exists)
            .ToList();
        var withoutOffset = runs.Where(run => !run.Run.First.HasOffset).ToList();
        var zones = withoutOffset.Select(run => options.ZoneOf(run.Host.Length == 0 ? file.SetName : run.Host).Id).Distinct().Order(StringComparer.Ordinal);
        var sources = file.Hosts.Select(host => host.Part.Source).Where(source => source != YearSource.None).ToList();
        var scan = file.Scan;
        var problems = CoverageNotes.Of(file, undatedRepeats, copied, names).ToList();
        return new CoverageRow(
            file.Path,
            scan.Totals.BytesRead,
            scan.Lines,
            scan.Scan.EventLines,
            scan.Totals.UnreadableBytes,
            dates.Count == 0 ? null : dates.Min(date => date.At),
            dates.Count == 0 ? null : dates.Max(date => date.At),
            sources.Count == 0 ? YearSource.None : sources.Max(),
            file.Hosts.Sum(host => host.Part.Anchors),
            string.Join(' ', zones),
            string.Join("; ", problems.Concat(CoverageNotes.OfYears(file))))
        {
            Problems = string.Join("; ", problems),
            Years = YearsOf(runs.Where(run => !run.Run.IsOutOfOrder).Select(run => run.Run.Year).DefaultIfEmpty(runs.Count == 0 ? 0 : runs[0].Run.Year)),
            FirstFractionDigits = dates.Count == 0 ? 0 : dates.MinBy(date => date.At).FractionDigits,
            LastFractionDigits = dates.Count == 0 ? 0 : dates.MaxBy(date => date.At).FractionDigits,
        };
    }

    private static string YearsOf(IEnumerable<int> years)
    {
        var (first, last) = (years.Min(), years.Max());
        return first == 0 ? ""
            : first == last ? string.Create(CultureInfo.InvariantCulture, $"{first}")
            : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");
    }

    private static Func<DateTimeZone, Dated> Date(ClockRun run, Lines.Stamp stamp, long line) => zone => new StampDater(zone).Date(stamp, line, run);
}
