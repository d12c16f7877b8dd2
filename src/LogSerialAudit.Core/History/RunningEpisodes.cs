namespace LogSerialAudit.History;

/// <summary>The episodes that have not ended, by history and primary as logged; those of lines without a time by themselves.</summary>
internal sealed class RunningEpisodes(EpisodeStore episodes)
{
    private readonly PerHistory<Running> _running = new();
    private readonly List<Episode> _found = [];

    /// <summary>Whether a history has any.</summary>
    public bool Any(SerialHistory history) => _running.Of(history) is { First: > 0 } or { Others.Count: > 0 };

    /// <summary>The episode about a primary; null where there is none.</summary>
    public Episode? Find(SerialHistory history, string primary, bool hasTime)
    {
        var (running, key) = (_running.Of(history), KeyOf(episodes.Primaries.Of(primary), hasTime));
        return running.First > 0 && running.FirstKey == key ? episodes[running.First - 1]
            : running.Others is { } others && others.TryGetValue(key, out var number) ? episodes[number]
            : null;
    }

    /// <summary>The episodes that a row can tell of, until the next ones are asked for: those that have times or have none as it does, and those that it stands behind.</summary>
    public List<Episode> Of(in EventRow row) => Of(
        row.History,
        row.At.Exists ? static episode => episode.First.Exists || episode.IsPlaced
        : row.IsPlaced ? static _ => true
        : static episode => !episode.First.Exists);

    /// <summary>The episodes of a history whose lines have times, until the next ones are asked for.</summary>
    public List<Episode> Dated(SerialHistory history) => Of(history, static episode => episode.First.Exists);

    /// <summary>All of them of a history, and whether their lines have times.</summary>
    public IEnumerable<(Episode Episode, bool HasTime)> All(SerialHistory history) =>
        Of(history, static _ => true).ConvertAll(episode => (episode, episode.First.Exists));

    /// <summary>Begins an episode, in place of the one before it about the same primary.</summary>
    public void Begin(Episode episode)
    {
        ref var running = ref _running[episode.History];
        var key = KeyOf(episode);
        if (running.First == 0 || running.FirstKey == key)
        {
            running.Others?.Remove(key);
            (running.First, running.FirstKey) = (episode.Number + 1, key);
        }
        else
        {
            (running.Others ??= [])[key] = episode.Number;
        }
    }

    /// <summary>Lets go of an episode that has ended.</summary>
    public void LetGo(Episode episode)
    {
        ref var running = ref _running[episode.History];
        var key = KeyOf(episode);
        if (running.First > 0 && running.FirstKey == key)
        {
            running.First = 0;
        }
        else
        {
            running.Others?.Remove(key);
        }
    }

    private List<Episode> Of(SerialHistory history, Predicate<Episode> isMeant)
    {
        _found.Clear();
        var running = _running.Of(history);
        if (running.First > 0 && episodes[running.First - 1] is var first && isMeant(first))
        {
            _found.Add(first);
        }

        if (running.Others is { } others)
        {
            foreach (var number in others.Values)
            {
                if (episodes[number] is var other && isMeant(other))
                {
                    _found.Add(other);
                }
            }
        }

        return _found;
    }

    private static int KeyOf(Episode episode) => KeyOf(episode.PrimaryNumber, episode.First.Exists);

    private static int KeyOf(int primary, bool hasTime) => (primary << 1) | (hasTime ? 1 : 0);

    /// <summary>The episodes of a history. Most have one, which needs no object.</summary>
    private struct Running
    {
        /// <summary>One more than the number of an episode; 0 for none.</summary>
        public int First;
        public int FirstKey;
        public Dictionary<int, int>? Others;
    }
}
