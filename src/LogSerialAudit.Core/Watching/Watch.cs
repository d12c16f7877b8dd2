using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Watching.State;

namespace LogSerialAudit.Watching;

/// <summary>
/// One check: reads what is new of the logs since the last one, goes on with the histories from where they stood, and says what
/// has changed. Nothing is kept before <see cref="StateStore.Commit"/>.
/// </summary>
public sealed class Watch
{
    private readonly DatingOptions _dating;
    private readonly WatchOptions _options;
    private readonly WatchState? _before;
    private readonly ProcessRegistry _processes = new();
    private readonly Histories _histories = new();
    private readonly EpisodeTracker _episodes = new();
    private readonly ChangeFinder _changes;
    private readonly LogReader _logs;
    private readonly RecentLines _recent;
    private readonly WarningNews _warnings;

    /// <summary>Begins a check.</summary>
    /// <param name="store">What the last one knew.</param>
    /// <param name="catalogue">The messages to know.</param>
    /// <param name="dating">What is said of the log's times; its present is that of the check.</param>
    /// <param name="options">What is asked for.</param>
    public Watch(StateStore store, Catalogue catalogue, DatingOptions dating, WatchOptions options)
    {
        (_dating, _options, _before) = (dating, options, store.State);
        _changes = new ChangeFinder(_episodes, options, dating.Now);
        _logs = new LogReader(
            new EventStream(catalogue, dating, (in _) => { }, []) { Processes = _processes, Histories = _histories, OnSequence = Take, MostHeld = 200_000 },
            catalogue,
            options,
            _before?.Logs ?? [],
            _before?.At ?? dating.Now);
        _changes.IsNew = _logs.IsNew;
        _recent = new RecentLines(_processes.Names, _logs.LogOf, dating.Now);
        _warnings = new WarningNews(_before?.Warned ?? [], dating.Now);
        if (_before is not null)
        {
            GoOn(_before);
        }
    }

    /// <summary>What changed, in the order of time; known after <see cref="Read"/>.</summary>
    public IReadOnlyList<Change> Changes { get; private set; } = [];

    /// <summary>Whether anything was read, or changed.</summary>
    public bool HasNews => _logs.HasRead || Changes.Count > 0;

    /// <summary>What could not be read or recovered, a sentence each.</summary>
    public IReadOnlyList<string> Troubles => _logs.Troubles;

    /// <summary>What was found in each file that had something new.</summary>
    public IReadOnlyList<SourceScan> Scans => _logs.Scans;

    /// <summary>What makes the times of these logs wrong and was not said lately, a sentence each; known after <see cref="Read"/>.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The histories of the zones.</summary>
    public IReadOnlyList<SerialHistory> Histories => [.. _histories.InOrder.Where(_options.Shows)];

    /// <summary>The episodes that have not ended, in order of their first complaints.</summary>
    public IReadOnlyList<Episode> Standing => _changes.Standing;

    /// <summary>What the year of an episode's first complaint rests on.</summary>
    public YearSource YearSourceOf(Episode episode) => _changes.YearSourceOf(episode);

    /// <summary>Those of them whose zones are about to expire.</summary>
    public IReadOnlyList<Episode> Expiring => _changes.Expiring;

    /// <summary>Zones that have expired and were not heard of since, and the servers that say so.</summary>
    public IReadOnlyList<SerialHistory> Expired => _changes.Expired;

    /// <summary>When the last line was logged that any server wrote about a zone; null where there is none.</summary>
    public NodaTime.Instant? LastLine => _changes.LastLine;

    /// <summary>Reads what is new.</summary>
    /// <param name="sources">The logs.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public void Read(SourceSelection sources, Stream standardInput, CancellationToken cancel)
    {
        _logs.Read(sources.Sets, standardInput, cancel);
        _episodes.SettleTaken(_dating.Now - ChangeFinder.Lateness);
        Changes = _changes.Find();
        Warnings = _warnings.Of(_logs.Warnings, _logs.LogOf);
    }

    /// <summary>What the next check goes on from.</summary>
    internal WatchState Keep() => new()
    {
        At = _dating.Now,
        LastLine = LastLine,
        Logs = _logs.Keep(_processes.Keep().Select(process => process.Host).ToHashSet(StringComparer.Ordinal)),
        Histories = [.. _histories.InOrder.Select(Keep).OfType<WatchedHistory>()],
        Processes = [.. _processes.Keep()],
        Recent = _logs.Logs > 1 ? _recent.Keep() : [],
        HostNames = _processes.Names.Keep(),
        Warned = _warnings.Keep(),
        Events = _processes.Places,
        Commanded = [.. _episodes.Commanded.Select(zone => new[] { zone.Observer.Name, zone.Observer.Host, zone.Zone }).OrderBy(zone => string.Join('\n', zone), StringComparer.Ordinal)],
    };

    private void GoOn(WatchState before)
    {
        _processes.GoOn(before.Processes, before.Events);
        _changes.LastLine = before.LastLine;
        _processes.Names.Know(before.Processes.Select(process => process.Host).Distinct());
        if (before.HostNames is { } names)
        {
            _processes.Names.GoOn(names);
        }

        _recent.GoOn(before.Recent);
        foreach (var (memory, told, expiry) in before.Histories)
        {
            var history = _histories.Of(_processes.ObserverOf(memory.Observer, memory.Host), memory.Zone, memory.Side);
            history.GoOn(memory);
            _episodes.GoOn(history, memory);
            _changes.GoOn(history, told, expiry);
        }

        foreach (var zone in before.Commanded.Where(zone => zone.Count == 3))
        {
            _episodes.Commanded.Add((_processes.ObserverOf(zone[0], zone[1]), zone[2]));
        }
    }

    private void Take(EventSequence sequence, RowMaker rows)
    {
        for (var reader = sequence.Read(); reader.Read();)
        {
            if (_logs.Logs > 1 && _recent.IsCopy(sequence.Files[reader.File], reader))
            {
                continue;
            }

            ref readonly var row = ref rows.Row(reader);
            _histories.Judge(row.History, reader, sequence.Files[reader.File].Scan.Zones);
            var hadEpisode = _episodes.Running.Any(row.History);
            _episodes.Follow(row);
            _changes.Follow(row, hadEpisode, _logs.YearSourceOf);
        }
    }

    /// <summary>A history that has nothing to go on from is left out: anyone may ask for a zone that there is not.</summary>
    private WatchedHistory? Keep(SerialHistory history)
    {
        var (memory, told, expiry) = (_episodes.Keep(history), _changes.ToldOf(history), _changes.ExpiryOf(history));
        return memory is { Served: null, CheckedOffered: null, Taken: null, TransferFrom: null, Running.Count: 0 } && expiry is null
            ? null
            : new WatchedHistory(memory, told, expiry);
    }
}
