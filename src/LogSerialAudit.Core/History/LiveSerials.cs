using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>
/// Follows the serial in service. Which lines prove it, and which only claim or repeat one, is the servers' own logic.
/// </summary>
internal static class LiveSerials
{
    /// <summary>Takes a row into its history and gives it the serial it follows.</summary>
    public static void Follow(ref EventRow row)
    {
        var history = row.History;
        switch (row.Kind)
        {
            case EventKind.TransferStarted:
                (history.TransferFrom, history.TransferSucceeded) = (null, false);
                break;

            // "Transfer status" comes last of all, and names the primary; "zone transfer finished" comes before the serial, and does not.
            case EventKind.TransferStatus:
                history.TransferFrom = !row.PeerText.IsEmpty ? null : history.TransferFrom;
                history.TransferSucceeded = row.DetailText.Is("success"u8) || row.DetailText.Is("up to date"u8);
                break;

            case EventKind.TransferConnected or EventKind.TransferFailed or EventKind.TransferRequested or EventKind.TransferReceived when !row.PeerText.IsEmpty:
                history.TransferFrom = row.Peer;
                history.Served = row.Kind == EventKind.TransferRequested ? row.Previous ?? history.Served : history.Served;
                break;

            // Its serial is printed for failed transfers too, then often as 0 (bind9 lib/dns/xfrin.c).
            case EventKind.TransferCompleted:
                var succeeded = history.TransferSucceeded;
                history.TransferSucceeded = false;
                row = succeeded ? row : row with { Serial = null };
                break;

            case EventKind.Transferred or EventKind.Loaded or EventKind.GoneBackwards or EventKind.Signed
                or EventKind.NotifySent or EventKind.SerialUnchanged:
                if (row.Serial is { } serial)
                {
                    Show(ref row, serial);
                }

                break;

            // Where the line does not name the serial held, the history does, unless it would not have been a reason to complain.
            case EventKind.RollbackOffered when row.Previous is null && !(row.Serial is { } offered && history.Served is { } served && offered.IsAtLeast(served)):
                row = row with { Previous = history.Served };
                break;

            case EventKind.RollbackOffered or EventKind.TransferNotNewer:
                history.Served = row.Previous ?? history.Served;
                break;

            // "old not loaded" is all that BIND adds where it names one serial (bind9 lib/dns/zone.c refresh_callback).
            case EventKind.SoaChecked:
                history.Served = row.Previous ?? history.Served;
                row = row.DetailText.IsEmpty ? row with { Previous = history.Served } : row;
                break;

            case EventKind.SoaUnchanged:
                history.Served ??= row.Serial;
                break;
        }
    }

    private static void Show(ref EventRow row, SerialNumber serial)
    {
        if (row.Previous is null && row.History.Served is { } before)
        {
            row = row with { Previous = before };
        }

        row.History.Served = serial;
    }
}
