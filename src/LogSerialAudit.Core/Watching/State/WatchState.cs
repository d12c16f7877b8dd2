using LogSerialAudit.History;
using LogSerialAudit.History.Copies;
using NodaTime;

namespace LogSerialAudit.Watching.State;

/// <summary>What one run hands to the next. Lists that a state of an earlier version does not have are read as empty ones.</summary>
internal sealed record WatchState
{
    /// <summary>When the run was.</summary>
    public required Instant At { get; init; }

    /// <summary>When a name server last logged something about a zone.</summary>
    public Instant? LastLine { get; init; }

    /// <summary>How far each log was read.</summary>
    public required IReadOnlyList<LogMemory> Logs { get; init; }

    /// <summary>The histories that have a serial or an episode.</summary>
    public required IReadOnlyList<WatchedHistory> Histories { get; init; }

    /// <summary>The processes of servers.</summary>
    public required IReadOnlyList<ProcessMemory> Processes { get; init; }

    /// <summary>Which names are one host's.</summary>
    public HostNamesMemory? HostNames { get; init; }

    /// <summary>The last lines, where there are several logs.</summary>
    public IReadOnlyList<RecentLine> Recent { get; init => field = value ?? []; } = [];

    /// <summary>The warnings that were said.</summary>
    public IReadOnlyList<WarningMemory> Warned { get; init => field = value ?? []; } = [];

    /// <summary>How many events there were, by which the places of the processes count.</summary>
    public long Events { get; init; }

    /// <summary>Observers and zones that were commanded to be transferred anew, and were not yet.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Commanded { get; init => field = value ?? []; } = [];
}
