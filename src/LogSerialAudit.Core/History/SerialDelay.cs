using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// How long the new serials of a zone took to an observer: the log's time less the time that the serial says, in
/// seconds. Only serials that are seconds since 1970, at their first appearance in a line that shows a serial when it
/// is new, and only where the instant of the line is sure.
/// </summary>
/// <param name="History">The zone and who observed it.</param>
/// <param name="Serials">How many serials.</param>
/// <param name="MedianSeconds">The median delay; the lower one of the middle two.</param>
/// <param name="WorstSeconds">The longest delay.</param>
/// <param name="EarliestSeconds">The shortest; negative where a line is older than the serial it shows, so that a clock is off.</param>
/// <param name="First">When the first of them was logged.</param>
/// <param name="Last">When the last of them was logged.</param>
public sealed record SerialDelay(
    SerialHistory History, int Serials, long MedianSeconds, long WorstSeconds, long EarliestSeconds, Instant First, Instant Last)
{
    /// <summary>A serial that is older than this was not on its way all the time.</summary>
    private static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>A serial further ahead than this was set by hand.</summary>
    private static readonly Duration Ahead = Duration.FromHours(26);

    /// <summary>The delays of the rows shown, by zone.</summary>
    /// <param name="walk">Hands over each row in time order.</param>
    public static IReadOnlyList<SerialDelay> Of(Action<Action<EventRow>> walk)
    {
        var seen = new Dictionary<SerialHistory, HashSet<uint>>();
        var delays = new Dictionary<SerialHistory, (List<long> Seconds, Instant First, Instant Last)>();
        walk(row =>
        {
            if (row.Kind is not (EventKind.Transferred or EventKind.NotifyNewer or EventKind.Signed) || row.Serial is not { } serial)
            {
                return;
            }

            if (!seen.TryGetValue(row.History, out var serials))
            {
                seen.Add(row.History, serials = []);
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

            var known = delays.TryGetValue(row.History, out var zone) ? zone : ([], row.At.At, row.At.At);
            known.Item1.Add((long)Math.Floor(delay.TotalSeconds));
            delays[row.History] = (known.Item1, known.Item2, row.At.At);
        });
        return [.. delays.OrderBy(zone => zone.Key.Zone.Name, StringComparer.Ordinal)
            .ThenBy(zone => zone.Key.Zone.Class, StringComparer.Ordinal).ThenBy(zone => zone.Key.Zone.View, StringComparer.Ordinal)
            .ThenBy(zone => zone.Key.Side).ThenBy(zone => zone.Key.Observer.Name, StringComparer.Ordinal)
            .Select(zone => Of(zone.Key, zone.Value))];
    }

    private static SerialDelay Of(SerialHistory history, (List<long> Seconds, Instant First, Instant Last) delays)
    {
        delays.Seconds.Sort();
        return new SerialDelay(
            history, delays.Seconds.Count, delays.Seconds[(delays.Seconds.Count - 1) / 2], delays.Seconds[^1], delays.Seconds[0], delays.First, delays.Last);
    }
}
