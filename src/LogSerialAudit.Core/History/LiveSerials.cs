using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>
/// Follows the serial in service. Which lines prove it, and which only claim or repeat one, is the servers' own logic.
/// </summary>
internal static class LiveSerials
{
    /// <summary>Takes an event into its history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="line">The event.</param>
    /// <param name="peer">Its peer.</param>
    /// <param name="detail">Its detail.</param>
    /// <param name="all">Where the history is one of.</param>
    /// <returns>The serial that counts, and the one it is set against: the other one of the line, or the one that it follows.</returns>
    public static (SerialNumber? Serial, SerialNumber? Previous) Follow(SerialHistory history, in LogEvent line, EventText peer, EventText detail, Histories all)
    {
        var (serial, previous) = (line.Serial, line.Previous);
        switch (line.Kind)
        {
            case EventKind.TransferStarted:
                (history.TransferFrom, history.TransferSucceeded) = (null, false);
                break;

            // "Transfer status" comes last of all, and names the primary; "zone transfer finished" comes before the serial, and does not.
            case EventKind.TransferStatus:
                history.TransferFrom = !peer.IsEmpty ? null : history.TransferFrom;
                history.TransferSucceeded = detail.Is("success"u8) || detail.Is("up to date"u8);
                break;

            case EventKind.TransferConnected or EventKind.TransferFailed or EventKind.TransferRequested or EventKind.TransferReceived when !peer.IsEmpty:
                history.TransferFrom = all.PrimaryOf(peer);
                history.Served = line.Kind == EventKind.TransferRequested ? previous ?? history.Served : history.Served;
                break;

            // Its serial is printed for failed transfers too, then often as 0 (bind9 lib/dns/xfrin.c).
            case EventKind.TransferCompleted:
                serial = history.TransferSucceeded ? serial : null;
                history.TransferSucceeded = false;
                break;

            case EventKind.Transferred or EventKind.Loaded or EventKind.GoneBackwards or EventKind.Signed
                or EventKind.NotifySent or EventKind.SerialUnchanged:
                if (serial is not null)
                {
                    // Several zones have no name: "managed-keys-zone" and "redirect-zone" say nothing of each other.
                    previous ??= history.HasZone ? history.Served : null;
                    history.Served = serial;
                }

                break;

            // Where the line does not name the serial held, the history does, unless it would not have been a reason to complain.
            case EventKind.RollbackOffered when previous is null && !(serial is { } offered && history.Served is { } served && offered.IsAtLeast(served)):
                previous = history.Served;
                break;

            case EventKind.RollbackOffered or EventKind.TransferNotNewer:
                history.Served = previous ?? history.Served;
                break;

            // "old not loaded" is all that BIND adds where it names one serial (bind9 lib/dns/zone.c refresh_callback).
            case EventKind.SoaChecked:
                history.Served = previous ?? history.Served;
                previous = detail.IsEmpty ? history.Served : previous;
                break;

            // PowerDNS up to 4.1 says that it is the serial held, and not which one that is.
            case EventKind.SoaUnchanged:
                history.Served ??= serial;
                previous ??= serial is null ? history.Served : null;
                break;
        }

        return (serial, previous);
    }
}
