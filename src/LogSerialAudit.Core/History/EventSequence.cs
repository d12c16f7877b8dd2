using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History.Copies;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>All events of all files in the order of time, each with its observer. They are dated and merged as they are read.</summary>
public sealed class EventSequence
{
    private readonly SequencePart[] _parts;
    private readonly FileDates[] _dates;
    private readonly CopiedPlaces? _copies;
    private readonly ObserverTurns _observers;

    /// <summary>Orders the events of files whose clocks have their years.</summary>
    /// <param name="files">The files in walk order.</param>
    /// <param name="options">The zones of the stamps.</param>
    /// <param name="processes">The processes of parts read before; a new one where this is all there is.</param>
    /// <param name="threads">How many files may be looked at at once.</param>
    public EventSequence(IReadOnlyList<ScannedFile> files, DatingOptions options, ProcessRegistry? processes = null, int threads = 1)
    {
        Files = files;
        _dates = [.. files.Select(file => new FileDates(file, options))];
        var parts = new IReadOnlyList<SequencePart>[files.Count];
        var (isSorted, last) = (new bool[files.Count], new Instant[files.Count]);
        InParallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, file =>
            parts[file] = TimeSorter.PartsOf(file, files[file], _dates[file], out isSorted[file], out last[file]));

        IsInWalkOrder = Array.TrueForAll(isSorted, sorted => sorted) && Follow([.. parts.SelectMany(each => each)], last);
        _parts = [.. parts.SelectMany(each => each).OrderBy(part => part.First)];
        processes ??= new ProcessRegistry();
        HostNames = processes.Names;
        _copies = CopiedLines.Find(this, HostNames);
        CopiedEvents = CopiesByFile();
        Count = files.Sum(file => file.Scan.Events.Count) - (_copies?.Count ?? 0);
        _observers = processes.Name(this);
    }

    /// <summary>The files, by the index that events carry.</summary>
    public IReadOnlyList<ScannedFile> Files { get; }

    /// <summary>Whether the order of time is that of files and lines.</summary>
    public bool IsInWalkOrder { get; }

    /// <summary>Whether events have different observers.</summary>
    public bool HasSeveralObservers => _observers.HaveSeveral;

    /// <summary>How many events there are.</summary>
    public int Count { get; }

    /// <summary>How many events of each file, by its index, were left out because another log has the same lines.</summary>
    public IReadOnlyDictionary<int, int> CopiedEvents { get; }

    /// <summary>Which names are one host's.</summary>
    public HostNames HostNames { get; }

    /// <summary>The events in time order, for those who look at some of them.</summary>
    public IEnumerable<DatedEvent> Events
    {
        get
        {
            for (var reader = Read(); reader.Read();)
            {
                yield return new DatedEvent(reader.File, reader.Line, reader.Peer, reader.Detail, reader.At, reader.OrderAt, reader.Place, reader.Observer);
            }
        }
    }

    /// <summary>Reads the events in time order.</summary>
    public SequenceReader Read() => new(_parts, _dates, _copies, _observers.Begin());

    /// <summary>The same, where events of other zones may be left out.</summary>
    internal SequenceReader Read(WantedZones wanted) => new(_parts, _dates, _copies, _observers.Begin(), wanted);

    /// <summary>The same before the observers are known.</summary>
    internal SequenceReader ReadLines() => new(_parts, _dates, _copies, null);

    /// <summary>The same for one who does not look at the instants.</summary>
    internal SequenceReader ReadInOrder() => new(_parts, _dates, _copies, null, isDated: false);

    private Dictionary<int, int> CopiesByFile()
    {
        var byFile = new Dictionary<int, int>();
        for (var reader = new SequenceReader(_parts, _dates, null, null); _copies is not null && reader.Read();)
        {
            if (_copies.Has(reader.Place))
            {
                byFile[reader.File] = byFile.GetValueOrDefault(reader.File) + 1;
            }
        }

        return byFile;
    }

    private static bool Follow(IReadOnlyList<SequencePart> parts, Instant[] last)
    {
        for (var place = 1; place < parts.Count; place++)
        {
            if (parts[place].First < last[parts[place - 1].File])
            {
                return false;
            }
        }

        return true;
    }
}
