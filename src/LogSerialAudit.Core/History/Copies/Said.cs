using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History.Copies;

/// <summary>All that a line says beside who said it and when. Lines that are copies of one line say the same.</summary>
internal sealed record Said(EventKind Kind, ZoneName Zone, ZoneSide Side, SerialNumber? Serial, SerialNumber? Previous, string Peer, string Detail)
{
    public static Said Of(ScannedFile file, in LogEvent line) => new(
        line.Kind, file.Scan.Zones[line.Zone], line.Side, line.Serial, line.Previous, file.Scan.Texts.String(line.Peer), file.Scan.Texts.String(line.Detail));
}
