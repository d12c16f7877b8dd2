using System.Buffers;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// An address as BIND prints it (lib/isc/sockaddr.c isc_sockaddr_format): <c>192.0.2.1#53</c>, <c>fe80::1%2#53</c>;
/// without a port as BIND 4 and 8 did; or one of the two things printed where there is none.
/// </summary>
internal sealed class AddressStep : Step
{
    private static readonly SearchValues<byte> Address = SearchValues.Create("0123456789abcdefABCDEF:."u8);
    private static readonly SearchValues<byte> ScopeEnd = SearchValues.Create("#/ :)]'\""u8);

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        slot.Start = at;
        var rest = message[at..];
        var length = rest.IndexOfAnyExcept(Address);
        length = length < 0 ? rest.Length : length;
        if (length == 0)
        {
            slot.End = at + NoAddress(rest);
            return slot.End > at;
        }

        if (length < rest.Length && rest[length] == '%')
        {
            var scope = rest[(length + 1)..].IndexOfAny(ScopeEnd);
            length = scope < 0 ? rest.Length : length + 1 + scope;
        }

        var port = Port(rest[length..]);
        if (port < 0)
        {
            return false;
        }

        // Without a port the colon behind an address is the message's.
        if (port == 0 && rest[length - 1] == ':')
        {
            length--;
        }

        slot.End = at + length + port;
        return rest[..length].ContainsAny((byte)'.', (byte)':');
    }

    // The length of "#53"; 0 where there is no port; negative where it is none.
    private static int Port(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[0] != '#')
        {
            return 0;
        }

        var end = 1;
        while (end < rest.Length && (uint)(rest[end] - '0') <= 9)
        {
            end++;
        }

        return end is > 1 and <= 6 ? end : -1;
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
