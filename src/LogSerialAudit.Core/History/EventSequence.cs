using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>All events of all files in the order of time, each with its observer.</summary>
public sealed class EventSequence
{
    private readonly IReadOnlyList<ScannedFile> _files;
    private readonly List<DatedEvent> _events = [];
    private readonly List<Process> _inOrder = [];
    private readonly Observer[] _observers;

    /// <summary>Dates and orders the events of files whose clocks have their years.</summary>
    /// <param name="files">The files in walk order.</param>
    /// <param name="options">The zones of the stamps.</param>
    public EventSequence(IReadOnlyList<ScannedFile> files, DatingOptions options)
    {
        _files = files;
        for (var file = 0; file < files.Count; file++)
        {
            DateFile(file, options);
        }

        if (!IsOrdered())
        {
            _events.Sort(Compare);
        }

        _observers = NameObservers();
    }

    /// <summary>The files, by the index that events carry.</summary>
    public IReadOnlyList<ScannedFile> Files => _files;

    /// <summary>The events in time order.</summary>
    public IReadOnlyList<DatedEvent> Events => _events;

    /// <summary>The observer of an event, by its place in <see cref="Events"/>.</summary>
    public Observer ObserverAt(int place) => _observers[place];

    /// <summary>The line behind an event.</summary>
    public LogEvent Line(in DatedEvent dated) => _files[dated.File].Scan.Events[dated.Index];

    private void DateFile(int file, DatingOptions options)
    {
        var scan = _files[file].Scan;
        var daters = scan.Writers.All.Select(writer =>
            new StampDater(options.ZoneOf(writer.Host.Length == 0 ? _files[file].SetName : writer.Host))).ToArray();
        var before = Instant.MinValue;
        for (var index = 0; index < scan.Events.Count; index++)
        {
            var logEvent = scan.Events[index];
            var run = logEvent.Run < 0 ? null : scan.Writers.All[logEvent.Writer].Clock.Runs[logEvent.Run];
            var at = daters[logEvent.Writer].Date(logEvent.Stamp, logEvent.Line, run);
            before = at.Exists ? at.At : before;
            _events.Add(new DatedEvent(file, index, at, before));
        }
    }

    private bool IsOrdered()
    {
        for (var place = 1; place < _events.Count; place++)
        {
            if (Compare(_events[place - 1], _events[place]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Compare(DatedEvent one, DatedEvent other)
    {
        var order = one.OrderAt.CompareTo(other.OrderAt);
        order = order != 0 ? order : one.File.CompareTo(other.File);
        return order != 0 ? order : one.Index.CompareTo(other.Index);
    }

    private Observer[] NameObservers()
    {
        var byPlace = new Process[_events.Count];
        var alive = new Dictionary<(string Host, string Program, uint Pid), Process>();
        var writers = new Dictionary<(int File, int Writer), Process>();
        for (var place = 0; place < _events.Count; place++)
        {
            var logEvent = Line(_events[place]);
            var key = (_events[place].File, logEvent.Writer);
            if (!writers.TryGetValue(key, out var process) || process.Exited || logEvent.Kind == EventKind.ServerStarting)
            {
                process = writers[key] = Find(_events[place].File, logEvent, place, alive);
            }

            Note(process, logEvent, place, _events[place].File);
            byPlace[place] = process;
        }

        var observers = ObserverNames.Of(_inOrder);
        return Array.ConvertAll(byPlace, process => observers[process]);
    }

    /// <summary>The process a writer is: a new one where it starts, or speaks again after it said that it exits.</summary>
    private Process Find(int file, in LogEvent logEvent, int place, Dictionary<(string Host, string Program, uint Pid), Process> alive)
    {
        var writer = _files[file].Scan.Writers.All[logEvent.Writer];
        var key = (writer.Host.Length == 0 ? _files[file].SetName : writer.Host, ProgramOf(writer), writer.Pid);
        if (!alive.TryGetValue(key, out var process) || process.Exited || logEvent.Kind == EventKind.ServerStarting)
        {
            process = alive[key] = new Process(key.Item1, key.Item2, key.Pid, place);
            _inOrder.Add(process);
        }

        return process;
    }

    private static string ProgramOf(Writer writer) => writer.Program[(writer.Program.LastIndexOf('/') + 1)..];

    private void Note(Process process, in LogEvent logEvent, int place, int file)
    {
        process.Add(place);
        switch (logEvent.Kind)
        {
            case EventKind.ServerStarting:
                process.Started = place;
                break;
            case EventKind.ServerRunningAs:
                process.RunsAs = LogText.Decode(_files[file].Scan.Texts[logEvent.Detail].Span);
                break;
            case EventKind.ServerExiting:
                process.Exited = true;
                break;
        }
    }
}
