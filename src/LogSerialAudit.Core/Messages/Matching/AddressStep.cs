using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// An address as BIND prints it (lib/isc/sockaddr.c isc_sockaddr_format): <c>192.0.2.1#53</c>, <c>fe80::1%2#53</c>;
/// without a port as BIND 4 and 8 did; or one of the two things printed where there is none. Who shows a log to others
/// often puts a word in the place of an address, <c>X.X.X.X#53</c> or <c>[primary]#53</c>: it is taken as it stands.
/// </summary>
internal sealed class AddressStep : Step
{
    private const int MostPortDigits = 5;
    private const int MostOfWord = 64;
    private static readonly SearchValues<byte> Version6 = SearchValues.Create("0123456789abcdefABCDEF:."u8);
    private static readonly SearchValues<byte> Word = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-*:<>[]"u8);
    private static readonly SearchValues<byte> ScopeEnd = SearchValues.Create("#/ :)]'\""u8);

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        slot.Start = at;
        slot.End = Version4End(message, at);
        if (slot.End > at)
        {
            return TryTail(message, ref slot);
        }

        return at < message.Length && CanBegin(message[at]) && TryReadOther(message, at, ref slot);
    }

    private static bool TryReadOther(ReadOnlySpan<byte> message, int at, ref Slot slot)
    {
        slot.End = Version6End(message, at);
        if (slot.End == at)
        {
            slot.End = at + NoAddress(message[at..]);
            if (slot.End > at)
            {
                return true;
            }

            slot.End = WordEnd(message, at);
        }

        return slot.End > at && TryTail(message, ref slot);
    }

    private static bool CanBegin(byte first) => first == '(' || Word.Contains(first);

    // Four numbers; the place itself where there are none.
    private static int Version4End(ReadOnlySpan<byte> message, int at) =>
        message.Length - at >= Vector128<byte>.Count ? Version4End(Vector128.Create(message.Slice(at, Vector128<byte>.Count)), at) : SlowVersion4End(message, at);

    // The longest one has 15 bytes: the whole of it and the byte behind it are in the word.
    private static int Version4End(Vector128<byte> word, int at)
    {
        var digits = Vector128.LessThanOrEqual(word - Vector128.Create((byte)'0'), Vector128.Create((byte)9)).ExtractMostSignificantBits();
        var points = Vector128.Equals(word, Vector128.Create((byte)'.')).ExtractMostSignificantBits();
        var end = BitOperations.TrailingZeroCount(~(digits | points));
        points &= (1u << end) - 1;
        if (end > 15 || BitOperations.PopCount(points) != 3)
        {
            return at;
        }

        var first = BitOperations.TrailingZeroCount(points);
        points &= points - 1;
        var second = BitOperations.TrailingZeroCount(points);
        var third = BitOperations.TrailingZeroCount(points & (points - 1));
        return IsNumber(first) && IsNumber(second - first - 1) && IsNumber(third - second - 1) && IsNumber(end - third - 1) ? at + end : at;
    }

    private static bool IsNumber(int length) => length is > 0 and <= 3;

    private static int SlowVersion4End(ReadOnlySpan<byte> message, int at)
    {
        var place = at;
        for (var number = 0; number < 4; number++)
        {
            var begin = place;
            while (place < message.Length && (uint)(message[place] - '0') <= 9)
            {
                place++;
            }

            if (place == begin || place - begin > 3)
            {
                return at;
            }

            if (number < 3 && (place == message.Length || message[place++] != '.'))
            {
                return at;
            }
        }

        return place < message.Length && message[place] == '.' ? at : place;
    }

    // Hexadecimal digits with two colons or more among them.
    private static int Version6End(ReadOnlySpan<byte> message, int at)
    {
        var rest = message[at..];
        var length = rest.IndexOfAnyExcept(Version6);
        length = length < 0 ? rest.Length : length;

        // Without a port the colon behind an address is the message's.
        if (length > 0 && rest[length - 1] == ':' && (length == rest.Length || rest[length] is not ((byte)'#' or (byte)'%')))
        {
            length--;
        }

        return rest[..length].Count((byte)':') >= 2 ? at + length : at;
    }

    // A word with a port; two points in a row are what is left of a line that was cut in its middle.
    private static int WordEnd(ReadOnlySpan<byte> message, int at)
    {
        var rest = message.Slice(at, Math.Min(message.Length - at, MostOfWord + 1));
        var length = rest.IndexOfAnyExcept(Word);
        return length > 0 && rest[length] == '#' && IsWord(rest[..length]) ? at + length : at;
    }

    private static bool IsWord(ReadOnlySpan<byte> text)
    {
        foreach (var each in text)
        {
            if (char.IsAsciiLetter((char)each) || each == '*')
            {
                return text.IndexOf(".."u8) < 0;
            }
        }

        return false;
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

        if (end < message.Length && message[end] == '#')
        {
            var port = ++end;
            end += Digits.Count(message[end..]);

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

        var end = unknown.Length + Digits.Count(rest[unknown.Length..]);

        return end > unknown.Length && end < rest.Length && rest[end] == '>' ? end + 1 : 0;
    }
}
