using System.Buffers;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// An address as BIND prints it (lib/isc/sockaddr.c isc_sockaddr_format): <c>192.0.2.1#53</c>, <c>fe80::1%2#53</c>;
/// without a port as BIND 4 and 8 did; or one of the two things printed where there is none.
/// </summary>
internal sealed class AddressStep : Step
{
    private const int MostPortDigits = 5;
    private const byte Digit = 1;
    private const byte Letter = 2;
    private const byte Dot = 4;
    private const byte Colon = 8;

    private static readonly byte[] Parts = [.. Enumerable.Range(0, 256).Select(value => (char)value switch
    {
        '.' => Dot,
        ':' => Colon,
        >= '0' and <= '9' => Digit,
        (>= 'a' and <= 'f') or (>= 'A' and <= 'F') => Letter,
        _ => (byte)0,
    })];

    private static readonly SearchValues<byte> ScopeEnd = SearchValues.Create("#/ :)]'\""u8);

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        // A loop, because addresses are too short for vectorised searches to pay.
        var end = at;
        var seen = 0;
        var dots = 0;
        var colons = 0;
        for (; end < message.Length && Parts[message[end]] is not 0 and var part; end++)
        {
            seen |= part;
            dots += part / Dot & 1;
            colons += part / Colon;
        }

        slot.Start = at;
        slot.End = end;
        if (end == at)
        {
            slot.End = at + NoAddress(message[at..]);
            return slot.End > at;
        }

        // Without a port the colon behind an address is the message's.
        if (message[end - 1] == ':' && (end == message.Length || message[end] is not ((byte)'#' or (byte)'%')))
        {
            slot.End = end - 1;
            seen = --colons == 0 ? seen & ~Colon : seen;
        }

        var isAddress = colons >= 2 || (seen == (Digit | Dot) && dots == 3 && HasFourNumbers(message[at..slot.End]));
        return isAddress && TryTail(message, ref slot);
    }

    private static bool HasFourNumbers(ReadOnlySpan<byte> address) =>
        address[0] != '.' && address[^1] != '.' && address.IndexOf(".."u8) < 0;

    // A scope and a port may follow.
    private static bool TryTail(ReadOnlySpan<byte> message, ref Slot slot)
    {
        var end = slot.End;
        if (end < message.Length && message[end] == '%')
        {
            var scope = message[(end + 1)..].IndexOfAny(ScopeEnd);
            end = scope < 0 ? message.Length : end + 1 + scope;
        }

        if (end < message.Length && message[end] == '#')
        {
            var port = ++end;
            while (end < message.Length && (uint)(message[end] - '0') <= 9)
            {
                end++;
            }

            if (end == port || end - port > MostPortDigits)
            {
                return false;
            }
        }

        slot.End = end;
        return true;
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
