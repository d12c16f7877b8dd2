using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Events;

/// <summary>
/// Remembers which serials of which zones a file has shown, so that each is weighed once a run for the years of the file.
/// </summary>
internal sealed class FreshSerials
{
    /// <summary>Past this many nothing more is weighed: the years are long settled, and memory must not grow.</summary>
    private const int Most = 1_000_000;
    private readonly HashSet<(int Zone, uint Serial, bool Fresh)> _seen = [];
    private readonly Dictionary<(int Zone, int Run), int> _perRun = [];

    /// <summary>Whether a serial is to be weighed.</summary>
    /// <param name="logEvent">The line that shows it.</param>
    /// <param name="serial">The serial.</param>
    /// <param name="isFresh">Whether the line is one that shows a serial when it is new.</param>
    public bool Add(in LogEvent logEvent, SerialNumber serial, out bool isFresh)
    {
        isFresh = serial == logEvent.Serial && ShowsNewSerials(logEvent.Kind);
        if (_seen.Count >= Most || !_seen.Add((logEvent.Zone, serial.Value, isFresh)))
        {
            return false;
        }

        // One zone with an odd serial must not outvote the others.
        const int MostPerZoneAndRun = 3;
        _perRun.TryGetValue((logEvent.Zone, logEvent.Run), out var weighed);
        _perRun[(logEvent.Zone, logEvent.Run)] = weighed + 1;
        return weighed < MostPerZoneAndRun;
    }

    private static bool ShowsNewSerials(EventKind kind) =>
        kind is EventKind.Transferred or EventKind.NotifyNewer or EventKind.Signed;
}
