using LogSerialAudit.Serials;

namespace LogSerialAudit.Messages;

/// <summary>
/// What a catalogue entry found in one message. Slices are parts of the message given to the matcher.
/// A struct that is filled again and again: nothing is allocated for a line.
/// </summary>
public struct MessageMatch
{
    /// <summary>The entry that matched.</summary>
    public CatalogueEntry Entry { get; set; }

    /// <summary>The zone's name as written (case and escapes kept); empty where the line names none, or the root by nothing: <see cref="ZoneName"/> knows.</summary>
    public Slice Zone { get; set; }

    /// <summary>The zone's name in the message; the root's where nothing stands at its place, and nothing where the line names none.</summary>
    public readonly ReadOnlySpan<byte> ZoneName(ReadOnlySpan<byte> message) => Zone is { IsEmpty: true, Start: > 0 } ? "."u8 : Zone.Of(message);

    /// <summary>The class (<c>IN</c>) as written; empty where the line names none.</summary>
    public Slice Class { get; set; }

    /// <summary>The view; empty where the line names none.</summary>
    public Slice View { get; set; }

    /// <summary>The other server's address as written, with its port.</summary>
    public Slice Peer { get; set; }

    /// <summary>The name of the TSIG key.</summary>
    public Slice Key { get; set; }

    /// <summary>What else the line says that is worth keeping: a reason, totals, a command.</summary>
    public Slice Detail { get; set; }

    /// <summary>The serial the line is about (captures <c>serial</c> and <c>offered</c>).</summary>
    public SerialNumber? Serial { get; set; }

    /// <summary>The serial it is set against (captures <c>previous</c> and <c>held</c>).</summary>
    public SerialNumber? Previous { get; set; }

    /// <summary>The serial of the unsigned version (capture <c>raw</c>).</summary>
    public SerialNumber? Raw { get; set; }

    /// <summary>How often the line says it was repeated (capture <c>count</c>); 0 where it does not say.</summary>
    public uint Count { get; set; }

    /// <summary>Which version of an inline-signed zone.</summary>
    public ZoneSide Side { get; set; }
}
