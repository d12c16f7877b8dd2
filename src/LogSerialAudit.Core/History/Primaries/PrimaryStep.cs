using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History.Primaries;

/// <summary>A primary goes from one serial of a zone to another.</summary>
/// <param name="From">The serial before; null for the first one that the log shows.</param>
/// <param name="To">The serial from then on.</param>
/// <param name="At">When the log first shows it.</param>
/// <param name="Kind">What the line says.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PrimaryStep(SerialNumber? From, SerialNumber To, Dated At, EventKind Kind, SourceLine Source)
{
    /// <summary>How it goes by RFC 1982.</summary>
    public SerialChange Change => From is { } before ? To.ChangeFrom(before) : SerialChange.None;

    /// <summary>Whether it does not go forward: to an older serial, or to one that RFC 1982 sets in no order to the one before.</summary>
    public bool IsSetback => Change is SerialChange.Backward or SerialChange.Undefined;

    /// <summary>Whether the server itself says that the zone has gone backwards.</summary>
    public bool IsSaid => Kind == EventKind.GoneBackwards;
}
