using System.Text;

namespace LogSerialAudit.Messages.Near;

/// <summary>The words of a text: what two messages have in common even where their beginnings differ.</summary>
internal static class PatternWords
{
    private const int Longest = 40;

    /// <summary>Runs of letters and digits, in lower case; single letters and very long ones are left out.</summary>
    public static IEnumerable<string> In(ReadOnlyMemory<byte> text)
    {
        var begin = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && IsLetter(text.Span[at]))
            {
                continue;
            }

            if (at - begin is > 1 and <= Longest)
            {
                yield return Encoding.ASCII.GetString(text.Span[begin..at]).ToLowerInvariant();
            }

            begin = at + 1;
        }
    }

    /// <summary>Where the word begins that a place is in: one that differs somewhere differs as a whole.</summary>
    public static int Start(ReadOnlySpan<byte> text, int at)
    {
        while (at > 0 && at < text.Length && IsLetter(text[at]) && IsLetter(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether a byte is part of a word.</summary>
    public static bool IsLetter(byte value) => char.IsAsciiLetterOrDigit((char)value);
}
