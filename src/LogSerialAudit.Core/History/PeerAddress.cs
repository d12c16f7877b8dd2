using System.Buffers;
using System.Numerics;
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
    public static bool HasPort(string peer) => PortAt(peer.AsSpan()) >= 0;

    /// <summary>The address alone: a NOTIFY comes from any port.</summary>
    public static string WithoutPort(string peer)
    {
        var address = WithoutPort(peer.AsSpan());
        return address.Length == peer.Length ? peer : address.ToString();
    }

    /// <summary>The same before it is a string: of characters, or of the bytes of a line.</summary>
    public static ReadOnlySpan<T> WithoutPort<T>(ReadOnlySpan<T> peer)
        where T : struct, IBinaryInteger<T>
    {
        var address = PortAt(peer) is var port and >= 0 ? peer[..port] : peer;
        return address.Length > 1 && Is(address[0], '[') && Is(address[^1], ']') ? address[1..^1] : address;
    }

    /// <summary>The same of one that no string is made of, if it is no longer than addresses are.</summary>
    /// <param name="peer">The peer as logged.</param>
    /// <param name="room">Room for <see cref="MostChars"/>, which may be used.</param>
    public static ReadOnlySpan<char> WithoutPort(EventText peer, Span<char> room)
    {
        var bytes = peer.Bytes(stackalloc byte[TextShape.MostBytes]);
        return WithoutPort(bytes.Length <= room.Length && Ascii.ToUtf16(bytes, room, out var length) == OperationStatus.Done ? room[..length] : peer.ToString().AsSpan());
    }

    /// <summary>The same as bytes of UTF-8.</summary>
    /// <param name="peer">The peer as logged.</param>
    /// <param name="room">Room for <see cref="TextShape.MostBytes"/>, which may be used.</param>
    public static ReadOnlySpan<byte> WithoutPort(EventText peer, Span<byte> room)
    {
        var bytes = peer.Bytes(room);
        return WithoutPort(Ascii.IsValid(bytes) ? bytes : Encoding.UTF8.GetBytes(peer.ToString()));
    }

    /// <summary>Whether two are of one address, whatever their ports.</summary>
    public static bool AreOne(string peer, string other) => WithoutPort(peer.AsSpan()).SequenceEqual(WithoutPort(other.AsSpan()));

    /// <summary>The same, of one that no string is made of.</summary>
    public static bool AreOne(EventText peer, string other) => WithoutPort(peer, stackalloc char[MostChars]).SequenceEqual(WithoutPort(other.AsSpan()));

    private static int PortAt<T>(ReadOnlySpan<T> peer)
        where T : struct, IBinaryInteger<T>
    {
        var sign = peer.LastIndexOfAny(T.CreateTruncating('#'), T.CreateTruncating('@'));
        if (sign >= 0)
        {
            return sign;
        }

        // A single colon, or one behind brackets: else it is part of an IPv6 address.
        var colon = peer.LastIndexOf(T.CreateTruncating(':'));
        return colon > 0 && (Is(peer[colon - 1], ']') || peer.IndexOf(T.CreateTruncating(':')) == colon) ? colon : -1;
    }

    private static bool Is<T>(T character, char ascii)
        where T : struct, IBinaryInteger<T> => character == T.CreateTruncating(ascii);
}
