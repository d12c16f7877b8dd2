using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Events;

/// <summary>
/// Chooses the serials that are kept as evidence for the years of a file: of each zone in each run of lines one a day
/// that a serial may have been minted on, and not too many.
/// </summary>
internal sealed class FreshSerials
{
    /// <summary>Past this many nothing more is kept: the years are long settled, and memory must not grow.</summary>
    private const int Most = 200_000;
    private const int MostOfZoneAndRun = 100;

    /// <summary>
    /// So many serials of a run that are shown when they are new leave no doubt of its year; of others, which a server names by the
    /// thousands when it starts, no more are kept either. Every one is weighed against every year.
    /// </summary>
    private const int EnoughOfRun = 500;
    private readonly HashSet<(int Zone, int Run, uint Day, bool Fresh)> _seen = [];
    private readonly Dictionary<(int Zone, int Run), int> _ofZoneAndRun = [];

    /// <summary>Whether a serial is to be kept.</summary>
    /// <param name="logEvent">The line that names it.</param>
    /// <param name="serial">The serial.</param>
    /// <param name="run">The run of lines that the line is of.</param>
    /// <param name="isFresh">Whether the line is one that shows a serial when it is new.</param>
    public bool Add(in LogEvent logEvent, SerialNumber serial, ClockRun run, out bool isFresh)
    {
        isFresh = !HasEnough(run) && serial == logEvent.Serial && ShowsNewSerials(logEvent.Kind);
        if (!isFresh && (HasEnough(run) || run.Mentions.Count - run.FreshMentions >= EnoughOfRun))
        {
            return false;
        }

        var reading = new SerialReading(serial);
        if (reading.Scheme == SerialScheme.Counter || _seen.Count >= Most)
        {
            return false;
        }

        var day = reading.Date is null ? serial.Value / 86400 : serial.Value / 100;
        if (!_seen.Add((logEvent.Zone, logEvent.Run, day, isFresh)))
        {
            return false;
        }

        var place = (logEvent.Zone, logEvent.Run);
        _ofZoneAndRun.TryGetValue(place, out var kept);
        _ofZoneAndRun[place] = kept + 1;
        return kept < MostOfZoneAndRun;
    }

    /// <summary>Whether a run has so many new serials that no more of any kind are wanted.</summary>
    public static bool HasEnough(ClockRun run) => run.FreshMentions >= EnoughOfRun;

    /// <summary>Whether a line of a kind shows a serial when it is new.</summary>
    public static bool ShowsNewSerials(EventKind kind) =>
        kind is EventKind.Transferred or EventKind.NotifyNewer or EventKind.Signed;
}
