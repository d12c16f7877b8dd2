namespace LogSerialAudit.History;

/// <summary>
/// The complaints without a time, and in which files they stand. They are quoted from a log; where that log is at hand too, they are its
/// own.
/// </summary>
internal sealed class UndatedComplaints
{
    private readonly Dictionary<(Episode Episode, string File), long> _lines = [];

    /// <summary>Takes a complaint of an episode.</summary>
    public void Count(in EventRow row, Episode episode)
    {
        if (!row.At.Exists)
        {
            var place = (episode, row.Source.File);
            _lines[place] = _lines.GetValueOrDefault(place) + 1;
        }
    }

    /// <summary>The episodes without those that repeat another one's complaints, and how many lines of each file do.</summary>
    public (IReadOnlyList<Episode> Episodes, IReadOnlyDictionary<string, long> Repeats) Part(IReadOnlyList<Episode> episodes)
    {
        if (_lines.Count == 0)
        {
            return (episodes, new Dictionary<string, long>());
        }

        var dated = episodes.Where(episode => episode.First.Exists).Select(episode => new Words(episode)).ToHashSet();
        return (
            [.. episodes.Where(episode => episode.First.Exists || !dated.Contains(new Words(episode)))],
            _lines.Where(lines => dated.Contains(new Words(lines.Key.Episode))).GroupBy(lines => lines.Key.File).ToDictionary(file => file.Key, file => file.Sum(lines => lines.Value)));
    }

    /// <summary>What a complaint says.</summary>
    private readonly record struct Words(string Zone, string Class, Serials.SerialNumber? Offered, Serials.SerialNumber? Held, string Primary)
    {
        public Words(Episode episode)
            : this(episode.History.Zone.Name, episode.History.Zone.Class, episode.Offered, episode.Held, episode.Primary)
        {
        }
    }
}
