using System.Text;
using LogSerialAudit.Messages.Matching;

namespace LogSerialAudit.Messages.Near;

/// <summary>What would have had to stand where a message leaves a shape, in words.</summary>
internal static class Expectation
{
    private const int MostText = 40;

    /// <summary>A text of the pattern: its next word, with what stands before it.</summary>
    public static string Text(ReadOnlySpan<byte> text)
    {
        var end = 0;
        while (end < text.Length && !PatternWords.IsLetter(text[end]))
        {
            end++;
        }

        while (end < text.Length && PatternWords.IsLetter(text[end]))
        {
            end++;
        }

        return $"\"{Encoding.UTF8.GetString(text[..Math.Min(end, MostText)])}\"";
    }

    /// <summary>A value: what it is like, and the place behind <paramref name="rest"/>'s beginning where it can't be one.</summary>
    /// <param name="type">The type in the pattern.</param>
    /// <param name="end">The text that shows where it ends; empty where none does.</param>
    /// <param name="rest">The message from where the value should stand.</param>
    public static (int Place, string Expected) Of(string type, string end, ReadOnlySpan<byte> rest) => type switch
    {
        "subject" or "zone" or "question" => OfZone(type, rest),
        "serial" or "number" or "decimal" => (Digits(rest), Of(type)),
        "text" or "word" or "name" or "qname" or "origin" when end.Length > 0 && rest.Length > 0 => OfEnd(type, Encoding.UTF8.GetBytes(end), rest),
        _ => (0, Of(type)),
    };

    /// <summary>A name without a class is the commonest of all: then the class is what is missing.</summary>
    private static (int Place, string Expected) OfZone(string type, ReadOnlySpan<byte> rest)
    {
        var begin = type != "subject" ? 0 : rest.StartsWith("zone "u8) ? 5 : -1;
        if (begin < 0)
        {
            return (0, Of(type));
        }

        var length = rest[begin..].IndexOfAny(" :'\""u8);
        length = length < 0 ? rest.Length - begin : length;
        return length > 0 && !ZoneToken.TrySplit(rest.Slice(begin, length), 0, out _)
            ? (begin + length, "\"/IN\" or another class behind the zone's name")
            : (begin, Of(type));
    }

    /// <summary>What shows where a text ends is not there: the place is behind as much of it as is.</summary>
    private static (int Place, string Expected) OfEnd(string type, byte[] end, ReadOnlySpan<byte> rest)
    {
        for (var length = end.Length - 1; length > 0; length--)
        {
            var at = rest.IndexOf(end.AsSpan(0, length));
            if (at >= 0 && !end.AsSpan(0, length).SequenceEqual(" "u8))
            {
                var word = PatternWords.Start(end, length);
                return (at + length == rest.Length ? rest.Length : at + word, Text(end.AsSpan(word)));
            }
        }

        return (0, $"{Of(type)}, then {Text(end)}");
    }

    /// <summary>Too many digits are wrong from the first one on.</summary>
    private static int Digits(ReadOnlySpan<byte> rest)
    {
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits is > 0 and <= 9 ? digits : 0;
    }

    private static string Of(string type) => type switch
    {
        "serial" => "a serial (0 to 4294967295)",
        "number" => "a number",
        "decimal" => "a number such as 0.001",
        "hex" => "a number such as 0x7f0b3b703c98",
        "address" => "an address such as 192.0.2.1#53",
        "class" => "a class such as IN",
        "side" => "signed or unsigned",
        "word" => "a word",
        "name" or "qname" => "a name",
        "origin" => "a name, or nothing for the root",
        "text" => "some text",
        "zone" => "a zone such as example.org/IN",
        "subject" => "a zone such as zone example.org/IN",
        "question" => "a question such as example.org/AXFR/IN",
        _ => $"a value of type {type}",
    };
}
