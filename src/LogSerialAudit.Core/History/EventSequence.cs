using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History.Copies;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>All events of all files in the order of time, each with its observer.</summary>
public sealed class EventSequence
{
    private readonly IReadOnlyList<ScannedFile> _files;
    private readonly List<DatedEvent> _events = [];
    private readonly Observer[] _observers;

    /// <summary>Dates and orders the events of files whose clocks have their years.</summary>
    /// <param name="files">The files in walk order.</param>
    /// <param name="options">The zones of the stamps.</param>
    /// <param name="processes">The processes of parts read before; a new one where this is all there is.</param>
    public EventSequence(IReadOnlyList<ScannedFile> files, DatingOptions options, ProcessRegistry? processes = null)
    {
        _files = files;
        _events.Capacity = files.Sum(file => file.Scan.Events.Count);
        for (var file = 0; file < files.Count; file++)
        {
            DateFile(file, options);
        }

        IsInWalkOrder = IsOrdered();
        if (!IsInWalkOrder)
        {
            _events.Sort(Compare);
        }

        processes ??= new ProcessRegistry();
        HostNames = processes.Names;
        var copies = CopiedLines.Find(this, HostNames);
        CopiedEvents = copies.CountBy(place => _events[place].File).ToDictionary();
        if (copies.Count > 0)
        {
            _events = [.. _events.Where((_, place) => !copies.Contains(place))];
        }

        _observers = processes.Name(this);
    }

    /// <summary>The files, by the index that events carry.</summary>
    public IReadOnlyList<ScannedFile> Files => _files;

    /// <summary>Whether the order of time is that of files and lines.</summary>
    public bool IsInWalkOrder { get; }

    /// <summary>The events in time order.</summary>
    public IReadOnlyList<DatedEvent> Events => _events;

    /// <summary>How many events of each file, by its index, were left out because another log has the same lines.</summary>
    public IReadOnlyDictionary<int, int> CopiedEvents { get; }

    /// <summary>Which names are one host's.</summary>
    public HostNames HostNames { get; }

    /// <summary>The observer of an event, by its place in <see cref="Events"/>.</summary>
    public Observer ObserverAt(int place) => _observers[place];

    /// <summary>The line behind an event.</summary>
    public LogEvent Line(in DatedEvent dated) => _files[dated.File].Scan.Events[dated.Index];

    private void DateFile(int file, DatingOptions options)
    {
        var scan = _files[file].Scan;
        if (scan.Events.Count == 0)
        {
            return;
        }

        var daters = scan.Writers.All.Select(writer =>
            new StampDater(options.ZoneOf(writer.Host.Length == 0 ? _files[file].SetName : writer.Host))).ToArray();
        var before = Instant.MinValue;
        for (var index = 0; index < scan.Events.Count; index++)
        {
            var logEvent = scan.Events[index];
            var run = logEvent.Run < 0 ? null : scan.Writers.All[logEvent.Writer].Clock.Runs[logEvent.Run];
            var at = daters[logEvent.Writer].Date(logEvent.Stamp, logEvent.Line, run);
            before = at.Exists ? at.OrderAt : before;
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
}
