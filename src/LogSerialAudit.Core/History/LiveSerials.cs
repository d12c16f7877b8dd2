using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>
/// Follows the serial in service. Which lines prove it, and which only claim or repeat one, is the servers' own logic.
/// </summary>
internal static class LiveSerials
{
    /// <summary>Takes a row into its history and returns it with the serial it follows.</summary>
    public static EventRow Follow(EventRow row)
    {
        var history = row.History;
        switch (row.Kind)
        {
            case EventKind.TransferStarted:
                (history.TransferFrom, history.TransferSucceeded) = (null, false);
                return row;

            // "Transfer status" comes last of all, and names the primary; "zone transfer finished" comes before the serial, and does not.
            case EventKind.TransferStatus:
                history.TransferFrom = row.Peer.Length > 0 ? null : history.TransferFrom;
                history.TransferSucceeded = row.Detail is "success" or "up to date";
                return row;

            case EventKind.TransferConnected or EventKind.TransferFailed or EventKind.TransferRequested or EventKind.TransferReceived when row.Peer.Length > 0:
                history.TransferFrom = row.Peer;
                history.Served = row.Kind == EventKind.TransferRequested ? row.Previous ?? history.Served : history.Served;
                return row;

            // Its serial is printed for failed transfers too, then often as 0 (bind9 lib/dns/xfrin.c).
            case EventKind.TransferCompleted:
                var succeeded = history.TransferSucceeded;
                history.TransferSucceeded = false;
                return succeeded ? row : row with { Serial = null };

            case EventKind.Transferred or EventKind.Loaded or EventKind.GoneBackwards or EventKind.Signed
                or EventKind.NotifySent or EventKind.SerialUnchanged:
                return row.Serial is { } serial ? Shown(row, serial) : row;

            // Where the line does not name the serial held, the history does, unless it would not have been a reason to complain.
            case EventKind.RollbackOffered when row.Previous is null && !(row.Serial is { } offered && history.Served is { } served && offered.IsAtLeast(served)):
                return row with { Previous = history.Served };

            case EventKind.RollbackOffered or EventKind.TransferNotNewer:
                history.Served = row.Previous ?? history.Served;
                return row;

            // "old not loaded" is all that BIND adds where it names one serial (bind9 lib/dns/zone.c refresh_callback).
            case EventKind.SoaChecked:
                history.Served = row.Previous ?? history.Served;
                return row.Detail.Length > 0 ? row : row with { Previous = history.Served };

            case EventKind.SoaUnchanged:
                history.Served ??= row.Serial;
                return row;

            default:
                return row;
        }
    }

    private static EventRow Shown(EventRow row, SerialNumber serial)
    {
        var before = row.Previous ?? row.History.Served;
        row.History.Served = serial;
        return row with { Previous = before };
    }
}
