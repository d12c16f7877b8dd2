using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Gathers the delays of new serials. Only serials that are seconds since 1970 count, at their first appearance in a line that
/// shows a serial when it is new, and only where the instant of the line is sure. A first look at all rows tells which histories
/// have delays; a second one gathers them for those that are to be shown.
/// </summary>
public sealed class SerialDelays
{
    /// <summary>A serial that is older than this was not on its way all the time.</summary>
    private static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>A serial further ahead than this was set by hand.</summary>
    private static readonly Duration Ahead = Duration.FromHours(26);

    private readonly PerHistory<Known> _known = new();

    private enum Known : byte
    {
        /// <summary>No row shows a new serial.</summary>
        Nothing,

        /// <summary>Serials appeared in rows that do not count.</summary>
        Rejected,

        /// <summary>A row counts, unless its serial is one of those.</summary>
        Perhaps,

        /// <summary>A row counts.</summary>
        Surely,
    }

    /// <summary>Takes the next row in time order, in the first look.</summary>
    internal void Add(in EventRow row)
    {
        if (!ShowsNewSerial(row, out var delay))
        {
            return;
        }

        ref var known = ref _known[row.History];
        known = (known, delay is null) switch
        {
            (Known.Nothing, true) => Known.Rejected,
            (Known.Nothing, false) => Known.Surely,
            (Known.Rejected, false) => Known.Perhaps,
            _ => known,
        };
    }

    /// <summary>Begins the second look.</summary>
    /// <param name="histories">The histories, in their order.</param>
    /// <param name="most">How many are to be shown.</param>
    internal Second Gather(IReadOnlyList<SerialHistory> histories, int most) => new(this, histories, most);

    private Known Of(SerialHistory history) => history.Scheme == SerialScheme.UnixTime ? _known.Of(history) : Known.Nothing;

    /// <summary>Whether a row shows a serial when it is new, and how long that was on its way; null where that does not count.</summary>
    private static bool ShowsNewSerial(in EventRow row, out Duration? delay)
    {
        delay = null;
        if (row.Kind is not (EventKind.Transferred or EventKind.NotifyNewer or EventKind.Signed) || row.Serial is not { } serial)
        {
            return false;
        }

        if (row.At is { Exists: true, Mark: DatingMark.None } && row.At.At - new SerialReading(serial).AsUnixTime is var late && late <= Longest && late >= -Ahead)
        {
            delay = late;
        }

        return true;
    }

    /// <summary>The second look at the rows, of the first histories that have delays.</summary>
    internal sealed class Second
    {
        private readonly SerialDelays _first;
        private readonly IReadOnlyList<SerialHistory> _histories;
        private readonly int _most;
        private readonly int _sure;
        private readonly Dictionary<SerialHistory, Gathered> _gathered;

        public Second(SerialDelays first, IReadOnlyList<SerialHistory> histories, int most)
        {
            var sure = histories.Where(history => first.Of(history) == Known.Surely).ToList();
            (_first, _histories, _most, _sure) = (first, histories, most, sure.Count);
            _gathered = sure.Take(most).Concat(histories.Where(history => first.Of(history) == Known.Perhaps)).ToDictionary(history => history, _ => new Gathered());
        }

        /// <summary>Whether the rows of a history are to be looked at.</summary>
        public bool Wants(SerialHistory history) => _gathered.ContainsKey(history);

        /// <summary>Takes the next row in time order; one that is not wanted does not matter.</summary>
        public void Add(in EventRow row)
        {
            if (ShowsNewSerial(row, out var delay) && _gathered.TryGetValue(row.History, out var gathered))
            {
                gathered.Add(row, delay);
            }
        }

        /// <summary>The delays of the first histories that have any, and how many have.</summary>
        public (IReadOnlyList<SerialDelay> First, int All) Found()
        {
            var some = _histories.Where(history => _gathered.TryGetValue(history, out var delays) && delays.Count > 0).ToList();
            return ([.. some.Take(_most).Select(history => _gathered[history].Of(history))], _sure + some.Count(history => _first.Of(history) == Known.Perhaps));
        }
    }

    /// <summary>The delays of one history.</summary>
    private sealed class Gathered
    {
        private readonly HashSet<uint> _seen = [];
        private readonly List<int> _seconds = [];
        private Instant _first;
        private Instant _last;

        public int Count => _seconds.Count;

        public void Add(in EventRow row, Duration? delay)
        {
            if (_seen.Add(row.Serial!.Value.Value) && delay is { } late)
            {
                (_first, _last) = (_seconds.Count == 0 ? row.At.At : _first, row.At.At);
                _seconds.Add((int)Math.Floor(late.TotalSeconds));
            }
        }

        public SerialDelay Of(SerialHistory history)
        {
            _seconds.Sort();
            return new SerialDelay(history, _seconds.Count, _seconds[(_seconds.Count - 1) / 2], _seconds[^1], _seconds[0], _first, _last);
        }
    }
}
