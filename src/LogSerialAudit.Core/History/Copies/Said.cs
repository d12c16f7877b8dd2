using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History.Copies;

/// <summary>All that a line says beside who said it and when. Lines that are copies of one line say the same.</summary>
internal readonly record struct Said(
    EventKind Kind, ZoneName Zone, ZoneSide Side, SerialNumber? Serial, SerialNumber? Previous, EventText Peer, EventText Detail)
{
    public static Said Of(ScannedFile file, SequenceReader reader)
    {
        ref readonly var line = ref reader.Line;
        return new Said(line.Kind, file.Scan.Zones[line.Zone], line.Side, line.Serial, line.Previous, reader.Peer, reader.Detail);
    }
}
