using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>
/// Follows all histories and keeps, in a few bytes each, the serials that they took. A line that repeats the serial in
/// service adds nothing.
/// </summary>
public sealed class Takings
{
    private const int MostAsked = 64;
    private readonly bool _keepsAsked;
    private readonly TakingStore _store = new();

    /// <summary>The histories that took any, by their numbers.</summary>
    private readonly List<SerialHistory> _histories = [];
    private readonly StringNumbers _files = new();

    /// <summary>Transfers that only the line after them may name; each history knows the place of its own, and free places are used again.</summary>
    private readonly List<TakingRecord> _unnamed = [];
    private readonly Stack<int> _free = new();
    private readonly PerHistory<State> _states = new();
    private readonly PerHistory<Asked> _asked = new();
    private readonly NotifiedTakings _notified = new();

    /// <summary>Begins.</summary>
    /// <param name="keepsAsked">Whether the addresses are kept that are asked for a zone; they matter only beside other servers.</param>
    public Takings(bool keepsAsked) => _keepsAsked = keepsAsked;

    /// <summary>How many there are.</summary>
    public int Count => _store.Count + _unnamed.Count - _free.Count;

    /// <summary>Takes the next row in time order.</summary>
    public void Follow(in EventRow row)
    {
        if (!row.History.HasZone)
        {
            return;
        }

        ref var state = ref _states[row.History];
        state.AsksOthers |= ShowsASecondary(row.Kind);
        if (_keepsAsked && !row.PeerText.IsEmpty && NamesWhomItAsks(row.Kind))
        {
            Ask(row);
        }

        Name(row, ref state);
        _notified.Follow(row);
        var serial = row.Kind switch
        {
            EventKind.Transferred or EventKind.TransferCompleted or EventKind.Loaded or EventKind.GoneBackwards
                or EventKind.Signed or EventKind.NotifySent or EventKind.SoaUnchanged => row.Serial,
            EventKind.RollbackOffered or EventKind.SoaChecked or EventKind.TransferRequested or EventKind.TransferNotNewer => row.Previous,
            _ => null,
        };
        if (serial is { } taken && (state.Count == 0 || state.Last != taken))
        {
            Take(row, taken, ref state);
        }
    }

    /// <summary>Ends the walk: what is not named by now has no name.</summary>
    public void End()
    {
        foreach (var history in _histories.OfType<SerialHistory>())
        {
            Settle(ref _states[history]);
        }

        _unnamed.Clear();
        _unnamed.TrimExcess();
        _free.Clear();
        _free.TrimExcess();
    }

    /// <summary>How many serials a history took.</summary>
    public int CountOf(SerialHistory history) => _states.Of(history).Count;

    /// <summary>Whether a line shows that the server asks another one for the zone, or is told of it.</summary>
    public bool AsksOthers(SerialHistory history) => _states.Of(history).AsksOthers;

    /// <summary>Whether a history is of a server that makes the zone's serials.</summary>
    public bool IsPrimary(SerialHistory history) => CountOf(history) > 0 && !AsksOthers(history);

    /// <summary>The addresses that a history asks for the zone, as far as lines name them, and they are kept.</summary>
    public IReadOnlySet<string> AskedBy(SerialHistory history) =>
        _asked.Of(history).Addresses?.ToHashSet(StringComparer.Ordinal) ?? [];

    /// <summary>Which of them came after a NOTIFY.</summary>
    internal NotifiedTakings Notified => _notified;

    /// <summary>The takings of some histories; those of one history are in time order. Each reading makes new objects.</summary>
    public IEnumerable<SerialTaking> Of(Func<SerialHistory, bool> isWanted)
    {
        var wanted = _histories.ConvertAll(history => history is not null && CountOf(history) > 0 && isWanted(history));
        for (var walk = Walk(); walk.Read();)
        {
            if (wanted[walk.History.Number])
            {
                yield return walk.Taking();
            }
        }
    }

    /// <summary>Begins to go through all of them.</summary>
    internal TakingWalk Walk() => new(this, _store.Read());

    /// <summary>The taking of a <see cref="TakingWalk.Number"/> as it is kept.</summary>
    internal TakingRecord this[int number] => _store[number];

    /// <summary>Whose taking it is.</summary>
    internal SerialHistory HistoryOf(in TakingRecord taking) => _histories[taking.History];

    /// <summary>Whether a serial was taken when its line was logged.</summary>
    internal bool IsExact(in TakingRecord taking) =>
        taking.Kind is EventKind.Transferred or EventKind.TransferCompleted || (taking.Previous is not null && IsPrimary(HistoryOf(taking)));

    /// <summary>All of a taking.</summary>
    internal SerialTaking TakingOf(in TakingRecord taking) => new()
    {
        History = HistoryOf(taking),
        Serial = taking.Serial,
        Previous = taking.Previous,
        At = taking.At,
        Kind = taking.Kind,
        Source = new SourceLine(_files[taking.File], taking.Line),
        Place = taking.Place,
        From = taking.From.ToString(),
        IsExact = IsExact(taking),
    };

    private void Take(in EventRow row, SerialNumber serial, ref State state)
    {
        if (state.Count == 0)
        {
            Keep(row.History);
        }

        Settle(ref state);
        var isTransfer = row.Kind is EventKind.Transferred or EventKind.TransferCompleted;
        var from = !isTransfer ? default : row.PeerText.IsEmpty ? new EventText(row.TransferFrom ?? "") : row.PeerText;
        var previous = state.Count > 0 ? state.Last : row.Kind == EventKind.GoneBackwards ? row.Previous : null;
        var taking = new TakingRecord(row.History.Number, serial, previous, row.At, row.Kind, _files.Of(row.Source.File), row.Source.Line, row.Place, from);
        (state.Last, state.Count) = (serial, state.Count + 1);
        if (isTransfer)
        {
            _notified.Take(row);
        }

        if (isTransfer && from.IsEmpty)
        {
            Wait(taking, ref state);
        }
        else
        {
            _store.Add(taking);
        }
    }

    private void Keep(SerialHistory history)
    {
        while (_histories.Count <= history.Number)
        {
            _histories.Add(null!);
        }

        _histories[history.Number] = history;
    }

    private void Name(in EventRow row, ref State state)
    {
        if (state.Unnamed == 0)
        {
            return;
        }

        if (row.Kind is EventKind.TransferStatus or EventKind.TransferCompleted && !row.PeerText.IsEmpty)
        {
            _unnamed[state.Unnamed - 1] = _unnamed[state.Unnamed - 1] with { From = row.PeerText };
            Settle(ref state);
        }
        else if (row.Kind is EventKind.TransferStarted or EventKind.TransferConnected)
        {
            Settle(ref state);
        }
    }

    private void Wait(in TakingRecord taking, ref State state)
    {
        if (_free.TryPop(out var place))
        {
            _unnamed[place] = taking;
        }
        else
        {
            place = _unnamed.Count;
            _unnamed.Add(taking);
        }

        state.Unnamed = place + 1;
    }

    /// <summary>Keeps a taking that waited for a name.</summary>
    private void Settle(ref State state)
    {
        if (state.Unnamed > 0)
        {
            _store.Add(_unnamed[state.Unnamed - 1]);
            _free.Push(state.Unnamed - 1);
            state.Unnamed = 0;
        }
    }

    private void Ask(in EventRow row)
    {
        ref var asked = ref _asked[row.History];
        if (asked.Last != row.PeerText)
        {
            asked.Last = row.PeerText;
            var address = PeerAddress.WithoutPort(row.Peer);
            if (asked.Addresses is not { } known)
            {
                asked.Addresses = [address];
            }
            else if (known.Length < MostAsked && !known.Contains(address))
            {
                asked.Addresses = [.. known, address];
            }
        }
    }

    /// <summary>Not a NOTIFY, which comes from where it likes.</summary>
    private static bool NamesWhomItAsks(EventKind kind) =>
        kind is EventKind.RollbackOffered or EventKind.SoaUnchanged or EventKind.RefreshFailed or EventKind.RefreshSkipped
            or EventKind.TransferConnected or EventKind.TransferReceived or EventKind.TransferRequested or EventKind.TransferStatus or EventKind.TransferCompleted or EventKind.TransferNotNewer or EventKind.TransferFailed;

    private static bool ShowsASecondary(EventKind kind) =>
        kind is EventKind.RollbackOffered or EventKind.Ahead or EventKind.SoaChecked or EventKind.SoaUnchanged or EventKind.RefreshFailed
            or EventKind.RefreshSkipped or EventKind.Expired or EventKind.NotifyNewer or EventKind.NotifyUpToDate or EventKind.NotifyNoSerial
            or EventKind.TransferStarted or EventKind.TransferConnected or EventKind.TransferRequested or EventKind.TransferReceived or EventKind.Transferred
            or EventKind.TransferStatus or EventKind.TransferCompleted or EventKind.TransferNotNewer or EventKind.TransferFailed or EventKind.TransferDeferred;

    /// <summary>What is known of a history while it is followed.</summary>
    private struct State
    {
        public SerialNumber Last;
        public int Count;

        /// <summary>The place of a transfer that only the next line may name, from 1; 0 where there is none.</summary>
        public int Unnamed;
        public bool AsksOthers;
    }

    /// <summary>Whom a history asks.</summary>
    private struct Asked
    {
        public EventText Last;
        public string[]? Addresses;
    }
}
