using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>The rows that rules look at, picked out while all go by: what name servers say of their own starts, loads and journals.</summary>
public sealed class CaseRows
{
    /// <summary>As many lines of one kind as are kept.</summary>
    private const int Most = 10_000;
    private readonly Dictionary<string, List<EventRow>> _ofZone = new(StringComparer.Ordinal);
    private readonly Dictionary<Observer, Dated[]> _spans = [];
    private readonly HashSet<SerialHistory> _backwards = [];
    private readonly PerHistory<(Instant At, DatingMark Mark, DatingMark HourMark, SourceLine Source)> _fresh = new();
    private readonly ServerStarts _starts = new();
    private int _kept;

    /// <summary>Neighbouring rows mostly are of one observer.</summary>
    private (Observer? Observer, Dated[] Span) _speaking = (null, []);

    /// <summary>Starts of name servers, in time order.</summary>
    internal List<EventRow> Starts { get; } = [];

    /// <summary>Lines in which a server loads a lower serial than it served, or says that a zone has gone backwards, in time order.</summary>
    internal List<EventRow> Setbacks { get; } = [];

    /// <summary>Lines in which zones expire or take a lower serial.</summary>
    internal LoweringLines Lowerings { get; } = new();

    /// <summary>Lines in which zones expire, with what failed before.</summary>
    internal ExpiryLines Expiries { get; } = new();

    /// <summary>The lines about a zone's own loads and journals that went wrong, in time order.</summary>
    internal IReadOnlyList<EventRow> Of(string zone) => _ofZone.TryGetValue(zone, out var rows) ? rows : [];

    /// <summary>Whether a history never goes back.</summary>
    internal bool GoesForward(SerialHistory history) => !_backwards.Contains(history);

    /// <summary>The last line that shows that what a secondary has is what its primary has; null where none does.</summary>
    internal (Dated At, SourceLine Source)? LastFreshness(SerialHistory history) => _fresh.Of(history) is { Source.File: not null } fresh ? (Dated.Sure(fresh.At) with { Mark = fresh.Mark, HourMark = fresh.HourMark }, fresh.Source) : null;

    /// <summary>The first and the last line of an observer; null where none is dated.</summary>
    internal (Dated First, Dated Last)? SpanOf(Observer observer) => _spans.TryGetValue(observer, out var span) ? (span[0], span[1]) : null;

    /// <summary>Takes the next row in time order.</summary>
    public void Add(in EventRow row)
    {
        var at = row.At;
        if (at.Exists)
        {
            var observer = row.History.Observer;
            if (observer != _speaking.Observer)
            {
                _speaking.Observer = observer;
                if (!_spans.TryGetValue(observer, out _speaking.Span!))
                {
                    _spans.Add(observer, _speaking.Span = [at, at]);
                }
            }

            if (at.At > _speaking.Span[1].At)
            {
                _speaking.Span[1] = at;
            }

            if (row.Kind is EventKind.Transferred or EventKind.SoaUnchanged || (row.Kind == EventKind.SoaChecked && row.Change == SerialChange.Same))
            {
                _fresh[row.History] = (at.At, at.Mark, at.HourMark, row.Source);
            }
        }

        Lowerings.Add(row);
        Expiries.Add(row);
        if (_starts.IsStart(row) && Starts.Count < Most)
        {
            Starts.Add(row);
        }

        var isSetback = row.Kind == EventKind.GoneBackwards || (row.Kind == EventKind.Loaded && row.Change == SerialChange.Backward);
        if (isSetback)
        {
            _backwards.Add(row.History);
            if (Setbacks.Count < Most)
            {
                Setbacks.Add(row);
            }
        }

        if (_kept < Most && (isSetback || row.Kind is EventKind.JournalFailed or EventKind.JournalStale or EventKind.SerialIncremented or EventKind.TransferOutFallback))
        {
            _kept++;
            if (!_ofZone.TryGetValue(row.History.Zone.Name, out var rows))
            {
                _ofZone.Add(row.History.Zone.Name, rows = []);
            }

            rows.Add(row);
        }
    }
}
