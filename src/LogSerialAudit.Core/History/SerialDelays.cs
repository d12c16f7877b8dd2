using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Gathers the delays of new serials. Only serials that are seconds since 1970 count, at their first appearance in a line that
/// shows a serial when it is new, and only where the instant of the line is sure.
/// </summary>
internal sealed class SerialDelays
{
    /// <summary>A serial that is older than this was not on its way all the time.</summary>
    private static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>A serial further ahead than this was set by hand.</summary>
    private static readonly Duration Ahead = Duration.FromHours(26);

    private readonly Dictionary<SerialHistory, HashSet<uint>> _seen = [];
    private readonly Dictionary<SerialHistory, (List<long> Seconds, Instant First, Instant Last)> _delays = [];

    /// <summary>Takes the next row in time order.</summary>
    public void Add(in EventRow row)
    {
        if (row.Kind is not (EventKind.Transferred or EventKind.NotifyNewer or EventKind.Signed) || row.Serial is not { } serial)
        {
            return;
        }

        if (!_seen.TryGetValue(row.History, out var serials))
        {
            _seen.Add(row.History, serials = []);
        }

        var isNew = serials.Add(serial.Value);
        if (!isNew || row.At is not { Exists: true, Mark: DatingMark.None } || row.History.Scheme != SerialScheme.UnixTime)
        {
            return;
        }

        var delay = row.At.At - new SerialReading(serial).AsUnixTime;
        if (delay > Longest || delay < -Ahead)
        {
            return;
        }

        var known = _delays.TryGetValue(row.History, out var zone) ? zone : ([], row.At.At, row.At.At);
        known.Item1.Add((long)Math.Floor(delay.TotalSeconds));
        _delays[row.History] = (known.Item1, known.Item2, row.At.At);
    }

    /// <summary>The delays of each history, by zone.</summary>
    public IReadOnlyList<SerialDelay> InOrder() =>
        [.. _delays.OrderBy(zone => zone.Key.Zone.Name, StringComparer.Ordinal)
            .ThenBy(zone => zone.Key.Zone.Class, StringComparer.Ordinal).ThenBy(zone => zone.Key.Zone.View, StringComparer.Ordinal)
            .ThenBy(zone => zone.Key.Side).ThenBy(zone => zone.Key.Observer.Name, StringComparer.Ordinal)
            .Select(zone => Of(zone.Key, zone.Value))];

    private static SerialDelay Of(SerialHistory history, (List<long> Seconds, Instant First, Instant Last) delays)
    {
        delays.Seconds.Sort();
        return new SerialDelay(
            history, delays.Seconds.Count, delays.Seconds[(delays.Seconds.Count - 1) / 2], delays.Seconds[^1], delays.Seconds[0], delays.First, delays.Last);
    }
}
