using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings;

/// <summary>The lines in which zones expire, and those in which they then take the next serial, or a lower one at any time.</summary>
internal sealed class LoweringLines
{
    /// <summary>As many lines as are kept.</summary>
    private const int Most = 10_000;
    private readonly List<(SerialHistory History, Dated At, SerialNumber? Serial, SourceLine Source)> _lines = [];
    private readonly HashSet<SerialHistory> _expired = [];

    /// <summary>Takes the next row in time order.</summary>
    public void Add(in EventRow row)
    {
        if (row.Kind == EventKind.Expired)
        {
            _expired.Add(row.History);
        }
        else if (row.Kind != EventKind.Transferred || !((_expired.Count > 0 && _expired.Remove(row.History)) || row.Change == SerialChange.Backward))
        {
            return;
        }

        if (_lines.Count < Most)
        {
            _lines.Add((row.History, row.At, row.Kind == EventKind.Expired ? null : row.Serial, row.Source));
        }
    }

    /// <summary>The lines in which an episode ended that did not heal: of the expiry, and of the serial that was taken.</summary>
    public IEnumerable<Exhibit> Of(Episode episode)
    {
        var zone = episode.History.Zone.Name;
        var end = _lines.FindIndex(line => line.History == episode.History && line.At == episode.Ended && line.Serial == (episode.State == EpisodeState.Expired ? null : episode.EndedBy));
        if (end >= 0 && episode.State == EpisodeState.Expired)
        {
            yield return new Exhibit($"{zone} expired", _lines[end].Source);
            end = episode.EndedBy is { } next ? _lines.FindIndex(end, line => line.History == episode.History && line.Serial == next) : -1;
        }

        if (end >= 0)
        {
            yield return new Exhibit($"{zone} {episode.EndedBy} taken", _lines[end].Source);
        }
    }
}
