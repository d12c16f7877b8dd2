using System.Buffers;
using System.Text;
using LogSerialAudit.Events;

namespace LogSerialAudit.History;

/// <summary>
/// An address as servers log it: <c>192.0.2.1#53</c> (BIND), <c>192.0.2.1@53</c> (NSD, Knot, Unbound), <c>192.0.2.1:53</c> and
/// <c>[2001:db8::1]:53</c> (PowerDNS, CoreDNS).
/// </summary>
internal static class PeerAddress
{
    /// <summary>As many characters as an address and a port have, with room to spare.</summary>
    public const int MostChars = 128;

    /// <summary>Whether it has a port.</summary>
    public static bool HasPort(string peer) => PortAt(peer) >= 0;

    /// <summary>The address alone: a NOTIFY comes from any port.</summary>
    public static string WithoutPort(string peer)
    {
        var address = WithoutPort(peer.AsSpan());
        return address.Length == peer.Length ? peer : address.ToString();
    }

    /// <summary>The same before it is a string.</summary>
    public static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> peer)
    {
        var address = PortAt(peer) is var port and >= 0 ? peer[..port] : peer;
        return address is ['[', .. var inner, ']'] ? inner : address;
    }

    /// <summary>The same of one that no string is made of, if it is no longer than addresses are.</summary>
    /// <param name="peer">The peer as logged.</param>
    /// <param name="room">Room for <see cref="MostChars"/>, which may be used.</param>
    public static ReadOnlySpan<char> WithoutPort(EventText peer, Span<char> room)
    {
        var bytes = peer.Bytes(stackalloc byte[TextShape.MostBytes]);
        return WithoutPort(bytes.Length <= room.Length && Ascii.ToUtf16(bytes, room, out var length) == OperationStatus.Done ? room[..length] : peer.ToString());
    }

    /// <summary>Whether two are of one address, whatever their ports.</summary>
    public static bool AreOne(string peer, string other) => WithoutPort(peer.AsSpan()).SequenceEqual(WithoutPort(other.AsSpan()));

    private static int PortAt(ReadOnlySpan<char> peer)
    {
        var sign = peer.LastIndexOfAny('#', '@');
        if (sign >= 0)
        {
            return sign;
        }

        // A single colon, or one behind brackets: else it is part of an IPv6 address.
        var colon = peer.LastIndexOf(':');
        return colon > 0 && (peer[colon - 1] == ']' || peer.IndexOf(':') == colon) ? colon : -1;
    }
}
