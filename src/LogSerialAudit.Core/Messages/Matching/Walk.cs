namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// One message's way through the places. Every value is read at most once, at one place: the work is bounded by the number
/// of entries times the length of the message, whatever the message holds.
/// </summary>
internal ref struct Walk
{
    /// <summary>The message.</summary>
    public readonly ReadOnlySpan<byte> Message;

    /// <summary>What was captured on the way.</summary>
    public readonly Slot[] Slots;

    /// <summary>The zone token on the way; there is at most one.</summary>
    public readonly ref ZoneToken Zone;

    /// <summary>The order of the best row so far.</summary>
    public int Best = int.MaxValue;

    private readonly ref MessageMatch _match;

    /// <summary>A way that has not begun.</summary>
    public Walk(ReadOnlySpan<byte> message, Scratch scratch, ref MessageMatch match)
    {
        Message = message;
        Slots = scratch.Slots;
        Zone = ref scratch.Zone;
        _match = ref match;
    }

    /// <summary>The message ends where a row may end.</summary>
    public void Arrive(Row? row)
    {
        if (row is not null && row.Order < Best)
        {
            Best = row.Order;
            row.Fill(ref _match, Slots, in Zone);
        }
    }
}
