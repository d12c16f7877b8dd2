using System.Buffers;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// A domain name as servers print it: no blanks, <c>\X</c> and <c>\DDD</c> for what would confuse (RFC 1035 section 5.1).
/// It ends at a blank or at the character that begins the text behind it, unless that is escaped.
/// </summary>
/// <param name="end">The text behind it.</param>
/// <param name="isRootNothing">Whether nothing at its place stands for the root, as in BIND 4 and 8.</param>
internal sealed class NameStep(byte[] end, bool isRootNothing = false) : Step
{
    private readonly SearchValues<byte> _stops = SearchValues.Create([(byte)' ', (byte)'\\', .. end.AsSpan(0, Math.Min(1, end.Length))]);

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var place = at;
        while (true)
        {
            var length = message[place..].IndexOfAny(_stops);
            place = length < 0 ? message.Length : place + length;
            if (place >= message.Length - 1 || message[place] != '\\')
            {
                break;
            }

            place += 2;
        }

        slot.Start = at;
        slot.End = place;
        return place > at || isRootNothing;
    }
}
