using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History.Copies;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Reads the events of all files in the order of time, by merging parts that are in order. Where files follow each other
/// in time one is open at once.
/// </summary>
public sealed class SequenceReader
{
    private readonly SequencePart[] _parts;
    private readonly FileDates[] _dates;
    private readonly CopiedPlaces? _copies;
    private readonly ObserverTurns.Cursor? _observers;
    private readonly WantedZones? _wanted;
    private readonly bool _isDated;

    /// <summary>Whether all events are read, each with its instant and its observer.</summary>
    private readonly bool _isPlain;

    /// <summary>The open parts; the last one is read from, the others are in descending order of their events.</summary>
    private readonly List<(DatedReader Reader, int Part)> _open = [];
    private DatedReader? _reader;

    /// <summary>Whether what is left of the part comes before all others, so that its events need not be compared.</summary>
    private bool _isAlone;
    private int _part;
    private int _next;

    /// <summary>How many events there were before that one, copies included.</summary>
    private int _all = -1;

    internal SequenceReader(
        SequencePart[] parts, FileDates[] dates, CopiedPlaces? copies, ObserverTurns.Cursor? observers, WantedZones? wanted = null, bool isDated = true) =>
        (_parts, _dates, _copies, _observers, _wanted, _isDated, _isPlain) =
            (parts, dates, copies, observers, wanted, isDated, copies is null && observers is not null && wanted is null && isDated);

    /// <summary>The index of the file that the event is of.</summary>
    public int File { get; private set; }

    /// <summary>The event.</summary>
    public ref readonly LogEvent Line => ref _reader!.Line;

    /// <summary>The event and some of those that follow it in its file: mostly they come next.</summary>
    internal ReadOnlySpan<LogEvent> Ahead => _reader!.Ahead;

    /// <summary>The other server's address as it logs it.</summary>
    public EventText Peer => _reader!.Peer;

    /// <summary>What else it says.</summary>
    public EventText Detail => _reader!.Detail;

    /// <summary>Its instant.</summary>
    public ref readonly Dated At => ref _reader!.At;

    /// <summary>Where it stands in time.</summary>
    public Instant OrderAt => _reader!.OrderAt;

    /// <summary>Whether it has no instant, and was written after all events before it that have one.</summary>
    internal bool IsPlaced => !At.Exists && OrderAt > Instant.MinValue && _parts[_part].IsInOrder;

    /// <summary>Its place among all events in time order.</summary>
    public int Place { get; private set; } = -1;

    /// <summary>Whose log it is of.</summary>
    public Observer Observer { get; private set; } = null!;

    /// <summary>Reads the next event.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Read()
    {
        if (_isPlain && _isAlone && _reader is not null && _reader.Read())
        {
            _all++;
            Place++;
            Observer = _observers!.At(Place, File, Line.Writer);
            return true;
        }

        do
        {
            if (!Advance())
            {
                return false;
            }

            _all++;
        }
        while (_copies is not null && _copies.Has(_all));

        Place++;
        if (_observers is not null)
        {
            Observer = _observers.At(Place, File, Line.Writer);
        }

        return true;
    }

    /// <summary>
    /// Goes on to the last of the events behind this one that stand together and are of its writer, none of which tells of a process
    /// that begins or ends. For readers that do not look at them.
    /// </summary>
    internal void PassEven()
    {
        if (_isAlone && _copies is null && _wanted is null)
        {
            var passed = _reader!.PassEven();
            Place += passed;
            _all += passed;
        }
    }

    private bool Advance()
    {
        if (_reader is not null && (_isAlone ? ReadWanted(_reader) : _reader.Read()))
        {
            if (_isAlone)
            {
                return true;
            }

            // Mostly the next event is of the same part.
            if ((_open.Count == 0 || Compare(_reader, _part, _open[^1].Reader, _open[^1].Part) < 0)
                && (_next == _parts.Length || _reader.OrderAt < _parts[_next].First))
            {
                return true;
            }

            Put(_reader, _part);
        }

        _reader = null;
        while (_next < _parts.Length && (_open.Count == 0 || _parts[_next].First <= _open[^1].Reader.OrderAt))
        {
            var reader = _parts[_next].Read(_dates[_parts[_next].File]);
            if (reader.Read())
            {
                Put(reader, _next);
            }

            _next++;
        }

        if (_open.Count == 0)
        {
            return false;
        }

        (_reader, _part) = _open[^1];
        File = _parts[_part].File;
        _open.RemoveAt(_open.Count - 1);
        _isAlone = _open.Count == 0 && (_next == _parts.Length || _parts[_part].IsBefore(_parts[_next]));
        return true;
    }

    /// <summary>Goes on to the next event that may be wanted, and counts those between.</summary>
    private bool ReadWanted(DatedReader reader)
    {
        while (reader.ReadLine())
        {
            if (_wanted is null || _wanted.Has(File, Line.Zone))
            {
                if (_isDated)
                {
                    reader.Date();
                }

                return true;
            }

            _all++;
            Place += _copies is not null && _copies.Has(_all) ? 0 : 1;
        }

        return false;
    }

    private void Put(DatedReader reader, int part)
    {
        var (low, high) = (0, _open.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(reader, part, _open[middle].Reader, _open[middle].Part) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        _open.Insert(low, (reader, part));
    }

    /// <summary>By time, then file by file and line by line.</summary>
    private int Compare(DatedReader one, int part, DatedReader other, int otherPart)
    {
        var order = one.OrderAt.CompareTo(other.OrderAt);
        order = order != 0 ? order : _parts[part].File.CompareTo(_parts[otherPart].File);
        return order != 0 ? order : one.Line.Line.CompareTo(other.Line.Line);
    }
}
