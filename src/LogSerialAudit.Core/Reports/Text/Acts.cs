using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>
/// The rows of one history for people: the lines that a server writes for one transfer, one refresh that found less, or one
/// NOTIFY, become the one that tells how it went, and the ports of clients, which are new each time, are left out. Tables keep every row.
/// </summary>
internal static class Acts
{
    /// <summary>How long after a serial was taken or loaded what follows from it is part of that.</summary>
    private static readonly Duration Publishing = Duration.FromSeconds(10);

    private static readonly Duration NotifyAnswer = Duration.FromSeconds(5);

    /// <summary>What is written of one refresh that found less comes within this time.</summary>
    private static readonly Duration OneRefresh = Duration.FromSeconds(1);

    /// <summary>As many rows as are looked back for one of the same primary.</summary>
    private const int MostInTurn = 4;

    /// <summary>As many rows as servers write after a complaint.</summary>
    private const int MostAfterComplaint = 3;

    /// <summary>Folds the rows of a history, in time order.</summary>
    public static List<TimelineRow> Of(IReadOnlyList<TimelineRow> rows)
    {
        var folded = new List<TimelineRow>();
        for (var place = 0; place < rows.Count; place++)
        {
            if (IsOfComplaint(rows, place))
            {
                continue;
            }

            if (IsTransferStep(rows[place].First.Kind))
            {
                var end = EndOfTransfer(rows, place);
                Add(folded, Outcome([.. rows.Take(end).Skip(place)]));
                place = end - 1;
            }
            else if (!IsAnswered(rows, place) && !IsEcho(rows[place], folded))
            {
                Add(folded, Plain(rows[place]));
            }
        }

        return folded;
    }

    /// <summary>A server that asks several primaries in turn, and gets nothing from any, writes the same few rows over and over: each is one.</summary>
    private static void Add(List<TimelineRow> rows, TimelineRow row)
    {
        for (var back = 1; back <= Math.Min(rows.Count, MostInTurn); back++)
        {
            if (rows[^back].IsLike(row.First))
            {
                rows[^back].Add(row);
                return;
            }

            // What one primary offers in turn tells that several states answer there.
            if (!IsFruitless(row.First.Kind) || !IsFruitless(rows[^back].First.Kind) || rows[^back].First.PeerText == row.First.PeerText)
            {
                break;
            }
        }

        rows.Add(row);
    }

    private static bool IsFruitless(EventKind kind) => kind is EventKind.RollbackOffered or EventKind.RefreshFailed or EventKind.RefreshSkipped;

    private static bool IsTransferStep(EventKind kind) => kind
        is EventKind.TransferStarted or EventKind.TransferConnected or EventKind.TransferRequested or EventKind.Transferred
        or EventKind.TransferStatus or EventKind.TransferCompleted or EventKind.TransferNotNewer or EventKind.TransferFailed;

    /// <summary>A transfer goes on to its <c>Transfer completed</c>, to a step that it has had already, or to a row of another kind.</summary>
    private static int EndOfTransfer(IReadOnlyList<TimelineRow> rows, int place)
    {
        var had = new HashSet<EventKind>();
        while (place < rows.Count && IsTransferStep(rows[place].First.Kind) && had.Add(rows[place].First.Kind))
        {
            if (rows[place++].First.Kind == EventKind.TransferCompleted || (place < rows.Count && rows[place].First.Kind == EventKind.TransferStarted))
            {
                break;
            }
        }

        return place;
    }

    /// <summary>The row that tells how it went, with the server that another row names.</summary>
    private static TimelineRow Outcome(List<TimelineRow> steps)
    {
        var telling = steps.MaxBy(step => Rank(step.First))!;
        var peer = telling.First.Peer.Length > 0 ? telling.First.Peer : steps.Select(step => step.First.Peer).FirstOrDefault(peer => peer.Length > 0, "");
        return Copy(telling, peer);
    }

    private static int Rank(in EventRow row) => row.Kind switch
    {
        EventKind.Transferred => 7,
        EventKind.TransferNotNewer => 6,
        EventKind.TransferFailed => 5,
        EventKind.TransferStatus when row.Detail != "success" => 4,
        EventKind.TransferCompleted => 3,
        EventKind.TransferStatus => 2,
        EventKind.TransferStarted => 0,
        _ => 1,
    };

    /// <summary>Whether a row only says that a NOTIFY came, or a transfer to another server began, and a later one says what became of it.</summary>
    private static bool IsAnswered(IReadOnlyList<TimelineRow> rows, int place)
    {
        var row = rows[place].First;
        Func<EventKind, bool>? answers = row.Kind switch
        {
            EventKind.NotifyReceived => kind => kind is EventKind.NotifyNewer or EventKind.NotifyUpToDate or EventKind.NotifyNoSerial or EventKind.NotifyRefused,
            EventKind.TransferOutStarted => kind => kind is EventKind.TransferOutEnded or EventKind.TransferOutFailed or EventKind.TransferOutUpToDate,
            _ => null,
        };
        return answers is not null && rows.Skip(place + 1)
            .TakeWhile(next => next.First.At.At - row.At.At <= NotifyAnswer)
            .Take(8)
            .Any(next => answers(next.First.Kind) && next.First.Peer == row.Peer);
    }

    /// <summary>
    /// Whether a row is of the same refresh as a complaint beside it: BIND's debug line before it (lib/dns/zone.c refresh_callback), and what
    /// is said after it of that primary or of none: NSD's "bad transfer", Knot's "failed", Unbound's "unchanged".
    /// </summary>
    private static bool IsOfComplaint(IReadOnlyList<TimelineRow> rows, int place)
    {
        var row = rows[place].First;
        if (row.Kind == EventKind.SoaChecked)
        {
            return place + 1 < rows.Count && rows[place + 1].First is var complaint && IsComplaint(complaint)
                && complaint.Serial == row.Serial && complaint.Previous == row.Previous && complaint.At.At - row.At.At <= OneRefresh;
        }

        for (var back = 1; IsAfterComplaint(row.Kind) && back <= Math.Min(place, MostAfterComplaint); back++)
        {
            var before = rows[place - back];
            if (!IsAfterComplaint(before.First.Kind))
            {
                return (IsComplaint(before.First) || before.First is { Kind: EventKind.SoaChecked, Change: SerialChange.Backward })
                    && (row.Peer.Length == 0 || row.Peer == before.First.Peer)
                    && row.At.At - (before.Until ?? before.First.At).At <= OneRefresh;
            }
        }

        return false;
    }

    private static bool IsComplaint(in EventRow row) => row.Kind is EventKind.RollbackOffered or EventKind.Ahead;

    private static bool IsAfterComplaint(EventKind kind) => kind is EventKind.RefreshFailed or EventKind.TransferFailed or EventKind.TransferNotNewer;

    /// <summary>Whether a row only follows from what an earlier one says: the load from the step back, the NOTIFY from the new serial.</summary>
    private static bool IsEcho(TimelineRow row, List<TimelineRow> before) =>
        row.First.Kind is EventKind.NotifySent or EventKind.Loaded
        && before.TakeLast(4).Any(past =>
            (past.First.Kind is EventKind.GoneBackwards or EventKind.SerialUnchanged
                || (row.First.Kind == EventKind.NotifySent && past.First.Kind is EventKind.Transferred or EventKind.Loaded or EventKind.Signed))
            && past.First.Serial == row.First.Serial
            && row.First.At.At - past.First.At.At <= Publishing);

    /// <summary>The row without the ports of clients and the totals of a transfer.</summary>
    private static TimelineRow Plain(TimelineRow row)
    {
        var peer = row.First.Peer;
        var port = row.First.Kind is EventKind.NotifyReceived or EventKind.NotifyNewer or EventKind.NotifyUpToDate or EventKind.NotifyNoSerial
            or EventKind.NotifyRefused or EventKind.TransferOutStarted or EventKind.TransferOutEnded or EventKind.TransferOutUpToDate
            or EventKind.TransferOutFallback or EventKind.TransferOutRefused
            ? peer.LastIndexOf('#')
            : -1;
        var copy = Copy(row, port < 0 ? peer : peer[..port]);
        var totals = row.First.Kind == EventKind.TransferOutEnded ? row.First.Detail.IndexOf(':', StringComparison.Ordinal) : -1;
        return totals < 0 ? copy : copy with { First = copy.First with { Detail = copy.First.Detail[..totals] } };
    }

    private static TimelineRow Copy(TimelineRow row, string peer) =>
        new(row.First with { Peer = peer }) { Count = row.Count, Until = row.Until };
}
