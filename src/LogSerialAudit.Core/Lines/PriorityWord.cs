using System.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// Facility and severity as words or numbers in a log file: FreeBSD's <c>&lt;daemon.err&gt;</c> and <c>&lt;3.6&gt;</c> (<c>syslogd -v</c>),
/// BusyBox' <c>daemon.err</c>.
/// </summary>
internal static class PriorityWord
{
    private const int Longest = 24;

    private static readonly byte[][] Severities =
        [.. "emerg alert crit err error warning warn notice info debug 0 1 2 3 4 5 6 7".Split(' ').Select(Encoding.UTF8.GetBytes)];

    /// <summary>What follows the word; all of it where there is none.</summary>
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text)
    {
        var head = text[..Math.Min(text.Length, Longest)];
        var blank = head.IndexOf((byte)' ');
        var dot = head.IndexOf((byte)'.');
        if (dot <= 0 || dot > blank)
        {
            return text;
        }

        var word = head[..blank];
        var quoted = word[0] == '<';
        if (quoted != (word[^1] == '>') || (!quoted && char.IsAsciiDigit((char)word[0])))
        {
            return text;
        }

        var facility = word[(quoted ? 1 : 0)..dot];
        return !facility.IsEmpty && IsLower(facility) && IsSeverity(word[(dot + 1)..^(quoted ? 1 : 0)]) ? text[(blank + 1)..] : text;
    }

    private static bool IsLower(ReadOnlySpan<byte> word)
    {
        foreach (var letter in word)
        {
            if (!char.IsAsciiLetterLower((char)letter) && !char.IsAsciiDigit((char)letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSeverity(ReadOnlySpan<byte> word)
    {
        foreach (var severity in Severities)
        {
            if (word.SequenceEqual(severity))
            {
                return true;
            }
        }

        return false;
    }
}
