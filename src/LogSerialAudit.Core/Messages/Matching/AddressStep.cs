using System.Buffers;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// An address as BIND prints it (lib/isc/sockaddr.c isc_sockaddr_format): <c>192.0.2.1#53</c>, <c>fe80::1%2#53</c>;
/// without a port as BIND 4 and 8 did; or one of the two things printed where there is none.
/// </summary>
internal sealed class AddressStep : Step
{
    private const int MostPortDigits = 5;

    private static readonly bool[] IsPart =
        [.. Enumerable.Range(0, 256).Select(value => char.IsAsciiHexDigit((char)value) || value is '.' or ':')];

    private static readonly SearchValues<byte> ScopeEnd = SearchValues.Create("#/ :)]'\""u8);

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        // Loops, because addresses are too short for a vectorised search to pay.
        var end = at;
        while (end < message.Length && IsPart[message[end]])
        {
            end++;
        }

        slot.Start = at;
        slot.End = end;
        if (end == at)
        {
            slot.End = at + NoAddress(message[at..]);
            return slot.End > at;
        }

        return IsAddress(message[at..end]) && TryTail(message, ref slot);
    }

    // A scope and a port may follow.
    private static bool TryTail(ReadOnlySpan<byte> message, ref Slot slot)
    {
        var end = slot.End;
        if (end < message.Length && message[end] == '%')
        {
            var scope = message[(end + 1)..].IndexOfAny(ScopeEnd);
            end = scope < 0 ? message.Length : end + 1 + scope;
        }

        if (end == message.Length || message[end] != '#')
        {
            // Without a port the colon behind an address is the message's.
            slot.End = message[end - 1] == ':' ? end - 1 : end;
            return true;
        }

        var port = ++end;
        while (end < message.Length && (uint)(message[end] - '0') <= 9)
        {
            end++;
        }

        slot.End = end;
        return end > port && end - port <= MostPortDigits;
    }

    // The first dot or colon stands behind four digits at most.
    private static bool IsAddress(ReadOnlySpan<byte> address)
    {
        var place = 0;
        while (place < address.Length && place < 4 && address[place] is not ((byte)'.' or (byte)':'))
        {
            place++;
        }

        return place < address.Length && address[place] is ((byte)'.' or (byte)':');
    }

    private static int NoAddress(ReadOnlySpan<byte> rest)
    {
        var nobody = "(no-peer)"u8;
        var unknown = "<unknown address, family "u8;
        if (rest.StartsWith(nobody))
        {
            return nobody.Length;
        }

        if (!rest.StartsWith(unknown))
        {
            return 0;
        }

        var end = unknown.Length;
        while (end < rest.Length && (uint)(rest[end] - '0') <= 9)
        {
            end++;
        }

        return end > unknown.Length && end < rest.Length && rest[end] == '>' ? end + 1 : 0;
    }
}
