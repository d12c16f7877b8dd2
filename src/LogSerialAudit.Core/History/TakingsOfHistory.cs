using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>Follows one history and keeps the serials it took. A line that repeats the serial in service adds nothing.</summary>
internal sealed class TakingsOfHistory
{
    private const int MostAsked = 64;
    private readonly List<SerialTaking> _takings = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>A transfer that only the line after it may name.</summary>
    private SerialTaking? _unnamed;

    /// <summary>The serials, in time order.</summary>
    public IReadOnlyList<SerialTaking> Takings => _takings;

    /// <summary>The addresses that it asks for the zone, as far as lines name them.</summary>
    public IReadOnlySet<string> Asked => _asked;

    /// <summary>Whether a line shows that the server asks another one for the zone, or is told of it.</summary>
    public bool AsksOthers { get; private set; }

    /// <summary>Whether the history is of a server that makes the zone's serials.</summary>
    public bool IsPrimary => !AsksOthers && _takings.Count > 0;

    public void Follow(in EventRow row)
    {
        AsksOthers |= ShowsASecondary(row.Kind);
        if (row.Peer.Length > 0 && _asked.Count < MostAsked && NamesWhomItAsks(row.Kind))
        {
            _asked.Add(EpisodeTracker.Address(row.Peer));
        }

        Name(row);
        var serial = row.Kind switch
        {
            EventKind.Transferred or EventKind.TransferCompleted or EventKind.Loaded or EventKind.GoneBackwards
                or EventKind.Signed or EventKind.NotifySent or EventKind.SoaUnchanged => row.Serial,
            EventKind.RollbackOffered or EventKind.SoaChecked or EventKind.TransferRequested or EventKind.TransferNotNewer => row.Previous,
            _ => null,
        };
        if (serial is { } taken && (_takings.Count == 0 || _takings[^1].Serial != taken))
        {
            Take(row, taken);
        }
    }

    /// <summary>Says of each taking whether its time is that of the taking, once it is known what the server is.</summary>
    public void Settle()
    {
        for (var place = 0; place < _takings.Count; place++)
        {
            // A secondary loads after a restart what it took before, as does a primary where its log begins.
            _takings[place].IsExact = _takings[place].Kind is EventKind.Transferred or EventKind.TransferCompleted
                || (IsPrimary && _takings[place].Previous is not null);
        }
    }

    private void Take(in EventRow row, SerialNumber serial)
    {
        var isTransfer = row.Kind is EventKind.Transferred or EventKind.TransferCompleted;
        var taking = new SerialTaking
        {
            History = row.History,
            Serial = serial,
            Previous = _takings.Count > 0 ? _takings[^1].Serial : row.Kind == EventKind.GoneBackwards ? row.Previous : null,
            At = row.At,
            Kind = row.Kind,
            Source = row.Source,
            Place = row.Place,
            From = !isTransfer ? "" : row.Peer.Length > 0 ? row.Peer : row.History.TransferFrom ?? "",
        };
        _takings.Add(taking);
        _unnamed = isTransfer && taking.From.Length == 0 ? taking : null;
    }

    private void Name(in EventRow row)
    {
        if (row.Kind is EventKind.TransferStatus or EventKind.TransferCompleted && row.Peer.Length > 0 && _unnamed is { } taking)
        {
            taking.From = row.Peer;
            _unnamed = null;
        }
        else if (row.Kind is EventKind.TransferStarted or EventKind.TransferConnected)
        {
            _unnamed = null;
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
}
