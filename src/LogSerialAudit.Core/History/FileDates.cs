using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using NodaTime;

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

    /// <summary>The last instant, and its stamp where every line of the run that has it is of that instant.</summary>
    private Dated _last;
    private Lines.Stamp _lastStamp;

    public FileDates(ScannedFile file, DatingOptions options)
    {
        _writers = file.Scan.Writers.All;
        var byZone = new Dictionary<DateTimeZone, StampDater>();
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

    /// <summary>The instant of an event; it stands until the next one is asked for.</summary>
    public ref readonly Dated Date(in LogEvent logEvent)
    {
        if (logEvent.Writer != _runWriter || logEvent.Run != _runPlace)
        {
            GoTo(logEvent.Writer, logEvent.Run);
        }

        if (!_lastStamp.Exists || logEvent.Stamp != _lastStamp)
        {
            _last = _daters[logEvent.Writer].Date(logEvent.Stamp, logEvent.Line, _run);

            // In a repeated hour the line counts too.
            _lastStamp = _run is { RepeatedHours.Count: 0 } ? logEvent.Stamp : default;
        }

        return ref _last;
    }

    /// <summary>Where the first and the last event of a page stand in time, if no event between can be out of that order.</summary>
    public bool TryOrder(EventPage page, out Instant first, out Instant last)
    {
        (first, last) = (default, default);
        if (!page.IsEven)
        {
            return false;
        }

        // A date that could be of two days may be none.
        GoTo(page.Writer, page.Run);
        if (page.First.IsExchangeable || _run is not { RepeatedHours.Count: 0, StandsInYear: 0 })
        {
            return false;
        }

        // The clocks are set once a day at most, and then the two are farther apart or nearer than they are by the stamps.
        first = _daters[page.Writer].Date(page.First, 0, _run).OrderAt;
        last = _daters[page.Writer].Date(page.Last, 0, _run).OrderAt;
        return last.ToUnixTimeSeconds() - first.ToUnixTimeSeconds() == page.Last.SecondOfDay - page.First.SecondOfDay;
    }

    private void GoTo(int writer, int run)
    {
        (_runWriter, _runPlace, _lastStamp) = (writer, run, default);
        _run = run < 0 ? null : _writers[writer].Clock.Runs[run];
    }
}
