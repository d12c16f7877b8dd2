using LogSerialAudit.Cli.Cases;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Cli.Options;

/// <summary>What is read, how it is dated, and which rows are shown.</summary>
public sealed record ReadingOptions
{
    /// <summary>Paths as typed, or as a case names them: files, folders, globs, <c>-</c> and <c>NAME=PATH</c>; none means the usual places.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The case that is among the paths; null where there is none.</summary>
    internal CaseFile? Case { get; init; }

    /// <summary>The time zone of stamps without offset.</summary>
    public DateTimeZone LogZone { get; init; } = DateTimeZone.Utc;

    /// <summary>Whether it was given, and is not the system's.</summary>
    public bool IsLogZoneGiven { get; init; }

    /// <summary>Whether a zone that the serials of a log fit is used instead.</summary>
    public bool FindsLogZone { get; init; }

    /// <summary>The same for single observers, by name.</summary>
    public IReadOnlyDictionary<string, DateTimeZone> ObserverZones { get; init; } = new Dictionary<string, DateTimeZone>();

    /// <summary>The time zone of local times in the output.</summary>
    public DateTimeZone LocalZone { get; init; } = DateTimeZone.Utc;

    /// <summary>The year of the last dated line of each sequence.</summary>
    public int? Year { get; init; }

    /// <summary>No line was logged at this instant (UTC) or after it.</summary>
    public Instant? NotAfter { get; init; }

    /// <summary>Rows are shown from this instant (UTC) on.</summary>
    public Instant? Since { get; init; }

    /// <summary>Rows are shown up to this instant (UTC), which is not included.</summary>
    public Instant? Until { get; init; }

    /// <summary>Globs of the zones shown; none means all.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Globs of the observers shown; none means all.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Files with messages of the user's own, which win over the built-in ones.</summary>
    public IReadOnlyList<string> Catalogues { get; init; } = [];

    /// <summary>How far compressed data may expand.</summary>
    public ExpandLimit MaxExpand { get; init; } = ExpandLimit.Default;

    /// <summary>How many files may be read at once, at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether the SHA-256 of each input is told.</summary>
    public bool Hash { get; init; }

    /// <summary>Whether progress is shown on standard error.</summary>
    public bool Progress { get; init; }
}
