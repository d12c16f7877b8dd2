using NodaTime;

namespace LogSerialAudit.History;

/// <content>What is kept from one run to the next.</content>
internal sealed partial class EpisodeTracker
{
    /// <summary>Goes on with a history from what an earlier run knew.</summary>
    internal void GoOn(SerialHistory history, HistoryMemory memory)
    {
        foreach (var kept in memory.Running)
        {
            var episode = Episode.GoOn(_episodes, history, kept);
            Running.Begin(episode);
            _heard.Follow(history.Observer, kept.Primary, kept.Heard);
        }

        ref var refresh = ref _refreshes[history];
        refresh.Checked = memory is { CheckedOffered: { } offered, CheckedHeld: { } held } ? (offered, held) : null;
        if (memory.Taken is { } taken)
        {
            refresh.AwaitsPrimary = true;
            _taken[history] = new Taken(taken.At, taken.Serial, taken.Previous, taken.Source, taken.IsPlaced);
        }
    }

    /// <summary>Settles serials whose primary no line has named for long.</summary>
    /// <param name="before">Those taken before this instant.</param>
    internal void SettleTaken(Instant before)
    {
        foreach (var (history, _) in _taken.Where(taken => !taken.Value.At.Exists || taken.Value.At.At < before).ToList())
        {
            _ends.Take(LetGo(history), "");
        }
    }

    /// <summary>What is known of a history, to go on from in another run.</summary>
    internal HistoryMemory Keep(SerialHistory history) => history.Keep() with
    {
        CheckedOffered = _refreshes.Of(history).Checked?.Offered,
        CheckedHeld = _refreshes.Of(history).Checked?.Held,
        Running =
        [
            .. Running.All(history).OrderBy(running => running.Episode.Primary, StringComparer.Ordinal).ThenBy(running => running.HasTime)
                .Where(running => running.Episode.State == EpisodeState.Open || running.Episode.AwaitsSerial)
                .Select(running => running.Episode.Keep(running.HasTime, LastHeard(running.Episode))),
        ],
        Taken = _taken.TryGetValue(history, out var row) ? new TakenMemory(row.At, row.Serial, row.Previous, row.Source, row.IsPlaced) : null,
    };

    /// <summary>Zones that the operator had transferred anew, and no serial was taken since, by observer.</summary>
    internal HashSet<(Observer Observer, string Zone)> Commanded => _ends.Commanded;
}
