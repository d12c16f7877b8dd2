using System.IO.Enumeration;
using LogSerialAudit.Dating;
using LogSerialAudit.Findings;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Reports;

/// <summary>Which rows are shown. What is read, dated and joined never depends on it.</summary>
public sealed record RowFilter
{
    /// <summary>Rows from this instant on (UTC).</summary>
    public Instant? Since { get; init; }

    /// <summary>Rows before this instant (UTC).</summary>
    public Instant? Until { get; init; }

    /// <summary>Globs of zone names, compared without case; none for all zones.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Globs of observers or their hosts, compared without case; none for all.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether anything is left out at all.</summary>
    public bool IsOpen => Since is null && Until is null && Zones.Count == 0 && Hosts.Count == 0;

    /// <summary>Whether rows of this history are shown.</summary>
    public bool Shows(SerialHistory history) =>
        FitsZone(history.Zone.Name) && (FitsHost(history.Observer.Name) || FitsHost(history.Observer.Host));

    /// <summary>Whether a zone of this name is shown; a final dot in a glob does not matter.</summary>
    public bool FitsZone(string name) => Zones.Count == 0 || FitsAny(Zones, name, isZone: true);

    /// <summary>Whether an observer or host of this name is shown.</summary>
    public bool FitsHost(string name) => Hosts.Count == 0 || FitsAny(Hosts, name, isZone: false);

    /// <summary>Whether this row is shown. A row without a time is shown where no time is asked for.</summary>
    public bool Shows(in EventRow row) => Shows(row.At, row.At) && Shows(row.History);

    /// <summary>Whether this taking is shown.</summary>
    public bool Shows(SerialTaking taking) => Shows(taking.At, taking.At) && Shows(taking.History);

    /// <summary>Whether this episode is shown: it is where any part of it lies in the time asked for.</summary>
    public bool Shows(Episode episode) =>
        Shows(episode.First, episode.Ended is { Exists: true } ended ? ended : episode.Last) && Shows(episode.History);

    /// <summary>Whether this finding is shown: it is of a zone asked for, or of none, and not of another time.</summary>
    public bool Shows(Finding finding) =>
        (finding.Zones.Count == 0 || finding.Zones.Any(FitsZone))
        && (Since is null || finding.From is null || (finding.To ?? Instant.MaxValue) >= Since) && (Until is null || finding.From is null || finding.From < Until);

    private bool Shows(Dated from, Dated to) =>
        (Since is null || (to.Exists && to.At >= Since)) && (Until is null || (from.Exists && from.At < Until));

    /// <summary>By itself: where no glob is given, as for most rows of most reports, nothing is allocated.</summary>
    private static bool FitsAny(IReadOnlyList<string> globs, string name, bool isZone) =>
        globs.Any(glob => Fits(isZone && glob.Length > 1 ? glob.TrimEnd('.') : glob, name));

    private static bool Fits(string glob, string name) => FileSystemName.MatchesSimpleExpression(glob.Replace("\\", "\\\\", StringComparison.Ordinal), name);
}
