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

    /// <summary>The episodes of a history, until the next ones are asked for.</summary>
    /// <param name="history">The history.</param>
    /// <param name="hasTime">Whether those whose lines have times, or those whose lines have none.</param>
    public List<Episode> Of(SerialHistory history, bool hasTime)
    {
        _found.Clear();
        var running = _running.Of(history);
        if (running.First > 0 && HasTime(running.FirstKey) == hasTime)
        {
            _found.Add(episodes[running.First - 1]);
        }

        if (running.Others is { } others)
        {
            foreach (var (key, number) in others)
            {
                if (HasTime(key) == hasTime)
                {
                    _found.Add(episodes[number]);
                }
            }
        }

        return _found;
    }

    /// <summary>All of them of a history, and whether their lines have times.</summary>
    public IEnumerable<(Episode Episode, bool HasTime)> All(SerialHistory history) =>
        Of(history, hasTime: false).ConvertAll(episode => (episode, false)).Concat(Of(history, hasTime: true).ConvertAll(episode => (episode, true)));

    /// <summary>Begins an episode, in place of the one before it about the same primary.</summary>
    public void Begin(Episode episode, bool hasTime)
    {
        ref var running = ref _running[episode.History];
        var key = KeyOf(episode.PrimaryNumber, hasTime);
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
    public void LetGo(Episode episode, bool hasTime)
    {
        ref var running = ref _running[episode.History];
        var key = KeyOf(episode.PrimaryNumber, hasTime);
        if (running.First > 0 && running.FirstKey == key)
        {
            running.First = 0;
        }
        else
        {
            running.Others?.Remove(key);
        }
    }

    private static int KeyOf(int primary, bool hasTime) => (primary << 1) | (hasTime ? 1 : 0);

    private static bool HasTime(int key) => (key & 1) != 0;

    /// <summary>The episodes of a history. Most have one, which needs no object.</summary>
    private struct Running
    {
        /// <summary>One more than the number of an episode; 0 for none.</summary>
        public int First;
        public int FirstKey;
        public Dictionary<int, int>? Others;
    }
}
