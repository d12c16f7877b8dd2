using LogSerialAudit.Dating;
using LogSerialAudit.Findings;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using LogSerialAudit.Watching.State;
using NodaTime;

namespace LogSerialAudit.Watching;

/// <summary>Sets what is known now against what was told, so that each thing is told once.</summary>
internal sealed class ChangeFinder
{
    /// <summary>What is not said by then will not be said: a server writes the lines of one transfer together.</summary>
    public static readonly Duration Lateness = Duration.FromMinutes(5);

    /// <summary>A reminder is for another day; cron is not on time to the minute.</summary>
    private static readonly Duration BetweenReminders = Duration.FromHours(23) + Duration.FromMinutes(30);

    /// <summary>How long a serial that was only heard of stands before it counts as an end, where no gap between complaints says.</summary>
    private static readonly Duration Hearsay = Duration.FromHours(1);

    private readonly EpisodeTracker _episodes;
    private readonly WatchOptions _options;
    private readonly Instant _now;
    private readonly Dictionary<Episode, ToldMemory> _told = [];
    private readonly Dictionary<Episode, YearSource> _yearSources = [];
    private readonly Dictionary<SerialHistory, ExpiryMemory> _expiries = [];

    /// <summary>Since when refreshes are refused by primaries whose complaints went on with other serials, and whether it was said that the zone is about to expire.</summary>
    private readonly Dictionary<(SerialHistory History, string Primary), (Instant? Since, bool IsExpiring)> _continued = [];
    private readonly List<Change> _changes = [];

    public ChangeFinder(EpisodeTracker episodes, WatchOptions options, Instant now) => (_episodes, _options, _now) = (episodes, options, now);

    /// <summary>Whether a file is of a log that was not read before.</summary>
    public Func<string, bool> IsNew { get; set; } = _ => false;

    /// <summary>The episodes that have not ended.</summary>
    public IReadOnlyList<Episode> Standing =>
    [
        .. _episodes.Episodes.Where(episode => _options.Shows(episode.History) && IsSaidOnce(episode) && IsStanding(episode, StateOf(episode)))
            .OrderBy(episode => episode.First.Exists ? episode.First.OrderAt : Instant.MaxValue),
    ];

    /// <summary>Those of them whose zones are about to expire.</summary>
    public IReadOnlyList<Episode> Expiring =>
    [
        .. Standing.Where(episode => StateOf(episode) == EpisodeState.Open && _told.GetValueOrDefault(episode) is { IsExpiring: true, RefusedSince: { } since }
            && ExpiresAt(episode, since) > _now),
    ];

    /// <summary>Zones that expired and were not heard of since, by zone.</summary>
    public IReadOnlyList<SerialHistory> Expired =>
    [
        .. _expiries.Keys.Where(_options.Shows).Concat(Standing.Where(episode => StateOf(episode) == EpisodeState.Expired).Select(episode => episode.History))
            .Distinct().OrderBy(history => history.Zone.Name, StringComparer.Ordinal).ThenBy(history => history.Observer.Name, StringComparer.Ordinal),
    ];

    /// <summary>What the year of a dated episode's first complaint rests on.</summary>
    public YearSource YearSourceOf(Episode episode) => _yearSources.GetValueOrDefault(episode);

    /// <summary>When the last line about a zone was logged.</summary>
    public Instant? LastLine { get; set; }

    /// <summary>Goes on from what an earlier run told of a history.</summary>
    public void GoOn(SerialHistory history, IReadOnlyList<ToldMemory> told, ExpiryMemory? expiry)
    {
        foreach (var each in told)
        {
            if (_episodes.Running.Find(history, each.Primary, each.HasTime) is { } episode)
            {
                (_told[episode], _yearSources[episode]) = (each, each.YearSource);
            }
        }

        if (expiry is not null)
        {
            _expiries[history] = expiry;
        }
    }

    /// <summary>What was told of the episodes of a history that go on.</summary>
    public IReadOnlyList<ToldMemory> ToldOf(SerialHistory history) =>
    [
        .. _episodes.Running.All(history).Select(running => _told.GetValueOrDefault(running.Episode)).OfType<ToldMemory>()
            .OrderBy(told => told.Primary, StringComparer.Ordinal).ThenBy(told => told.HasTime),
    ];

    /// <summary>The expiry of a history without an episode.</summary>
    public ExpiryMemory? ExpiryOf(SerialHistory history) => _expiries.GetValueOrDefault(history);

    /// <summary>Takes a row in time order, after the tracker did.</summary>
    /// <param name="row">The row.</param>
    /// <param name="hadEpisode">Whether an episode of the history was running before it.</param>
    /// <param name="yearSource">What the year of its line rests on.</param>
    public void Follow(in EventRow row, bool hadEpisode, Func<SourceLine, Observer, YearSource> yearSource)
    {
        foreach (var episode in _episodes.Running.Dated(row.History))
        {
            if (!_yearSources.ContainsKey(episode))
            {
                _yearSources.Add(episode, yearSource(episode.Source, row.History.Observer));
            }
        }

        if (row.At.Exists && !(LastLine >= row.At.At))
        {
            LastLine = row.At.At;
        }

        if (row.Kind == EventKind.Expired && !hadEpisode)
        {
            _expiries.TryAdd(row.History, new ExpiryMemory(row.At, row.Source, IsTold: false));
        }
        else if (row.Kind is EventKind.Transferred or EventKind.Loaded && _expiries.Remove(row.History, out var expiry))
        {
            if (!expiry.IsTold)
            {
                Tell(new Change { Kind = ChangeKind.Expired, History = row.History, At = expiry.At, Source = expiry.Source });
            }

            Tell(OfRow(row, ChangeKind.ServedAgain));
        }

        if (row.Kind == EventKind.GoneBackwards || (row.Kind == EventKind.Loaded && row.Change == SerialChange.Backward))
        {
            Tell(OfRow(row, ChangeKind.LowerLoaded));
        }
        else if (row.Kind == EventKind.Transferred && row.Change == SerialChange.Backward && !hadEpisode)
        {
            Tell(OfRow(row, ChangeKind.LowerTaken));
        }
    }

    /// <summary>What has changed since it was told.</summary>
    public IReadOnlyList<Change> Find()
    {
        foreach (var episode in _episodes.Episodes.Where(episode => _options.Shows(episode.History) && IsSaidOnce(episode)))
        {
            Compare(episode, StateOf(episode));
        }

        foreach (var (history, expiry) in _expiries.Where(expiry => !expiry.Value.IsTold && _options.Shows(expiry.Key)).ToList())
        {
            _changes.Add(new Change { Kind = ChangeKind.Expired, History = history, At = expiry.At, Source = expiry.Source });
            _expiries[history] = expiry with { IsTold = true };
        }

        return
        [
            .. _changes.OrderBy(change => change.At.Exists ? change.At.OrderAt : Instant.MaxValue)
                .ThenBy(change => change.History.Zone.Name, StringComparer.Ordinal)
                .ThenBy(change => change.History.Observer.Name, StringComparer.Ordinal)
                .ThenBy(change => change.History.Zone.View, StringComparer.Ordinal),
        ];
    }

    private static Change OfRow(in EventRow row, ChangeKind kind) => new()
    {
        Kind = kind,
        History = row.History,
        At = row.At,
        Serial = row.Serial,
        Previous = row.Previous,
        Peer = row.Peer,
        Source = row.Source,
    };

    /// <summary>Tells what happened, unless it is long over.</summary>
    private void Tell(Change change)
    {
        if (!IsNew(change.Source.File) && _options.Shows(change.History))
        {
            _changes.Add(change);
        }
    }

    /// <summary>Complaints without a time are quoted from a log; where they are its own, its times count.</summary>
    private bool IsSaidOnce(Episode episode) => episode.First.Exists || !_episodes.Episodes.Any(other =>
        other.First.Exists && other.History.Zone == episode.History.Zone && other.Primary == episode.Primary
        && other.Offered == episode.Offered && other.Held == episode.Held);

    /// <summary>How an episode stands. What ended by hearsay did so only when nothing contradicted that for a while.</summary>
    private EpisodeState StateOf(Episode episode) =>
        episode is { State: EpisodeState.Open, Claim: { At: { Exists: true } heard } } && _now - heard.At < (episode.MedianGap ?? Hearsay)
            ? EpisodeState.Open
            : _episodes.Standing(episode);

    private static bool IsStanding(Episode episode, EpisodeState state) => state == EpisodeState.Open || episode.AwaitsSerial || episode.PlacedEnd is { State: EpisodeState.Expired, By: null };

    private void Compare(Episode episode, EpisodeState state)
    {
        var told = _told.GetValueOrDefault(episode);
        _ = _continued.Remove((episode.History, episode.Primary), out var before);
        var (since, isExpiring) = (told?.RefusedSince ?? before.Since ?? (episode.First.Exists ? episode.First.At : null), told?.IsExpiring ?? before.IsExpiring);
        if (state == EpisodeState.Continued)
        {
            _continued[(episode.History, episode.Primary)] = (since, isExpiring);
        }

        if (told is null)
        {
            if (!IsStanding(episode, state) && IsNew(episode.Source.File))
            {
                return;
            }

            Add(episode, ChangeKind.Began, episode.First);
        }

        // Complaints that came again and ceased again between two checks are news too.
        var isNews = told is null ? state != EpisodeState.Open
            : told.As != state || (state is EpisodeState.Unknown or EpisodeState.CaughtUp && told.Complaints > 0 && episode.Complaints > told.Complaints);
        if (state == EpisodeState.Open)
        {
            if (isNews || (told is not null && IsReminderDue(told)))
            {
                Add(episode, ChangeKind.GoesOn, episode.Last);
            }
        }
        else if (isNews)
        {
            End(episode, state);
        }
        else if (IsStanding(episode, state) && IsReminderDue(told!))
        {
            Add(episode, ChangeKind.GoesOn, episode.Last);
        }

        if (state == EpisodeState.Expired && episode.EndedBy is { } taken)
        {
            Add(episode, episode.Held is { } held && taken.IsAtLeast(held) ? ChangeKind.ServedAgain : ChangeKind.LowerTaken, episode.Ended ?? episode.Last, taken);
        }

        isExpiring = isExpiring || (state == EpisodeState.Open && IsExpiring(episode, since));
        var said = _changes.Count > 0 && _changes[^1].Episode == episode;
        _told[episode] = new ToldMemory(episode.Primary, episode.First.Exists, state, said || told is null ? _now : told.At, isExpiring, since, YearSourceOf(episode), episode.Complaints);
    }

    private bool IsExpiring(Episode episode, Instant? since)
    {
        if (since is not { } refused || ExpiresAt(episode, refused) is not { } expires || _now >= expires || _now < expires - Duration.Min(Duration.FromDays(1), (expires - refused) / 4))
        {
            return false;
        }

        _changes.Add(Of(episode, ChangeKind.Expiring, episode.Last) with { ExpiresBy = expires });
        return true;
    }

    /// <summary>
    /// When a zone expires at the latest, if no other primary refreshes it: a refresh that finds it older does not renew it, so that
    /// the last one that did was before the first complaint.
    /// </summary>
    private Instant? ExpiresAt(Episode episode, Instant refused) =>
        Retransfer.NeverExpires(episode) ? null : refused + _options.ExpireOf(episode.History.Zone.Name);

    private bool IsReminderDue(ToldMemory told) => _options.Reminds
        && _now - told.At >= BetweenReminders
        && _now.InZone(_options.Zone).Date > told.At.InZone(_options.Zone).Date;

    private void End(Episode episode, EpisodeState state)
    {
        var (at, by) = episode switch
        {
            { Ended: { } ended } => (ended, episode.EndedBy),
            { PlacedEnd: { } placed } => (Dated.Undated, placed.By),
            { Claim: { } claim } when state == EpisodeState.CaughtUp => (claim.At, claim.Serial),
            _ => (episode.Last, (SerialNumber?)null),
        };
        var kind = state switch
        {
            EpisodeState.CaughtUp => ChangeKind.Healed,
            EpisodeState.Forced => ChangeKind.LowerTaken,
            EpisodeState.Continued => ChangeKind.Continued,
            EpisodeState.Expired => ChangeKind.Expired,
            _ => ChangeKind.Ceased,
        };
        Add(episode, kind, at, state is EpisodeState.CaughtUp or EpisodeState.Forced ? by : null);
    }

    private void Add(Episode episode, ChangeKind kind, Dated at, SerialNumber? serial = null) =>
        _changes.Add(Of(episode, kind, at) with { Serial = serial, Previous = serial is null ? null : episode.Held });

    private static Change Of(Episode episode, ChangeKind kind, Dated at) => new()
    {
        Kind = kind,
        History = episode.History,
        Episode = episode,
        At = at,
        Peer = episode.Primary,
        Source = episode.Source,
    };
}
