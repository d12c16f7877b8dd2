using LogSerialAudit.Dating;
using LogSerialAudit.Events;

namespace LogSerialAudit.History;

/// <summary>Dates the events of a file whose clocks have their years. Not for two threads at once.</summary>
internal sealed class FileDates
{
    private readonly IReadOnlyList<Writer> _writers;
    private readonly StampDater[] _daters;

    /// <summary>The run of the last event: that of most others too.</summary>
    private ClockRun? _run;
    private int _runWriter = -1;
    private int _runPlace = -1;

    public FileDates(ScannedFile file, DatingOptions options)
    {
        _writers = file.Scan.Writers.All;
        var byZone = new Dictionary<NodaTime.DateTimeZone, StampDater>();
        _daters = new StampDater[_writers.Count];
        for (var writer = 0; writer < _daters.Length; writer++)
        {
            var zone = options.ZoneOf(_writers[writer].Host.Length == 0 ? file.SetName : _writers[writer].Host);
            if (!byZone.TryGetValue(zone, out var dater))
            {
                byZone.Add(zone, dater = new StampDater(zone));
            }

            _daters[writer] = dater;
        }
    }

    public Dated Date(in LogEvent logEvent)
    {
        if (logEvent.Writer != _runWriter || logEvent.Run != _runPlace)
        {
            (_runWriter, _runPlace) = (logEvent.Writer, logEvent.Run);
            _run = _runPlace < 0 ? null : _writers[_runWriter].Clock.Runs[_runPlace];
        }

        return _daters[logEvent.Writer].Date(logEvent.Stamp, logEvent.Line, _run);
    }
}
