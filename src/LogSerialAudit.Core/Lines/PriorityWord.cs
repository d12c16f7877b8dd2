using System.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// Facility and severity as words or numbers in a log file: FreeBSD's <c>&lt;daemon.err&gt;</c> and <c>&lt;3.6&gt;</c> (<c>syslogd -v</c>),
/// <c>daemon.err</c> of BusyBox and OpenWrt, AIX' <c>daemon:err</c>, F5's <c>err</c> alone; and macOS' <c>&lt;Error&gt;: </c> behind the tag.
/// </summary>
internal static class PriorityWord
{
    private const int Longest = 24;

    private static readonly byte[][] Severities =
        [.. "emerg alert crit err error warning warn notice info debug 0 1 2 3 4 5 6 7".Split(' ').Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] Levels =
        [.. "Emergency Alert Critical Error Warning Notice Info Debug".Split(' ').Select(Encoding.UTF8.GetBytes)];

    /// <summary>What follows the word; all of it where there is none.</summary>
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text)
    {
        var head = text[..Math.Min(text.Length, Longest)];
        var blank = head.IndexOf((byte)' ');
        var dot = head.IndexOfAny((byte)'.', (byte)':');
        if (dot <= 0 || dot > blank)
        {
            return blank > 1 && IsSeverity(head[..blank]) ? text[(blank + 1)..] : text;
        }

        // socklog ends it with a colon.
        var word = head[..blank];
        word = word[dot] == '.' && word[^1] == ':' ? word[..^1] : word;
        var quoted = word[0] == '<';
        if (quoted != (word[^1] == '>') || (!quoted && char.IsAsciiDigit((char)word[0])) || (quoted && word[dot] == ':'))
        {
            return text;
        }

        // AIX has two names for one facility: "auth|security".
        var facility = word[(quoted ? 1 : 0)..dot];
        var bar = facility.IndexOf((byte)'|');
        facility = bar > 0 && word[dot] == ':' ? facility[(bar + 1)..] : facility;
        return !facility.IsEmpty && IsLower(facility) && IsSeverity(word[(dot + 1)..^(quoted ? 1 : 0)]) ? text[(blank + 1)..] : text;
    }

    /// <summary>Whether a cell is such a pair, in whichever case: <c>Daemon.Info</c> of Kiwi Syslog.</summary>
    public static bool Is(ReadOnlySpan<byte> cell)
    {
        var severity = cell[(cell.IndexOf((byte)'.') + 1)..];
        if (severity.Length == cell.Length || severity.Length > Longest || !char.IsAsciiLetter((char)cell[0]))
        {
            return false;
        }

        foreach (var known in Severities)
        {
            if (Ascii.EqualsIgnoreCase(severity, known))
            {
                return true;
            }
        }

        return severity.SequenceEqual("Critical"u8);
    }

    /// <summary>What follows <c>&lt;Notice&gt;: </c> and its like, the severity as macOS writes it (<c>asl_msg.c</c>); all of it where there is none.</summary>
    public static ReadOnlySpan<byte> SkipLevel(ReadOnlySpan<byte> text)
    {
        var close = text[..Math.Min(text.Length, Longest)].IndexOf(">: "u8);
        if (close < 0)
        {
            return text;
        }

        var word = text[1..close];
        foreach (var level in Levels)
        {
            if (word.SequenceEqual(level))
            {
                return text[(close + 3)..];
            }
        }

        return text;
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

    /// <summary>Whether a word is a severity.</summary>
    internal static bool IsSeverity(ReadOnlySpan<byte> word)
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
