namespace LogSerialAudit.Events;

/// <summary>
/// The beginning of an event's record: its kind and side in one byte, and what follows in one or two more. What is as in
/// <see cref="EventContext"/> does not follow.
/// </summary>
internal static class EventRecord
{
    /// <summary>The kind is in the low bits of the first byte, the side above it.</summary>
    public const int SideShift = 6;

    /// <summary>Lines are skipped: how many more than one.</summary>
    public const int HasLine = 1;

    /// <summary>The clock has moved: by how many seconds.</summary>
    public const int HasTime = 2;

    /// <summary>Another zone.</summary>
    public const int HasZone = 4;

    /// <summary>Another peer than the last of the kind.</summary>
    public const int HasPeer = 8;

    /// <summary>Another detail than the last of the kind.</summary>
    public const int HasDetail = 16;

    /// <summary>There is a serial, the last one.</summary>
    public const int HasSameSerial = 32;

    /// <summary>There is a serial: how much more than the last one.</summary>
    public const int HasSerial = 64;

    /// <summary>A third byte of the following follows at once.</summary>
    public const int HasMore = 128;

    /// <summary>The serial it is set against: how much more than the event's own.</summary>
    public const int HasPrevious = 1;

    /// <summary>The serial of the unsigned version.</summary>
    public const int HasRaw = 2;

    /// <summary>Another writer, or another run.</summary>
    public const int HasWriter = 4;

    /// <summary>Another form of stamp.</summary>
    public const int HasForm = 8;

    /// <summary>More or less than once.</summary>
    public const int HasCount = 16;

    /// <summary>Another message of a mailbox.</summary>
    public const int HasMessage = 32;

    /// <summary>No record without texts is longer, in bytes.</summary>
    public const int MostBytes = 3 + (12 * Varint.MaxLength) + sizeof(ulong);
}
