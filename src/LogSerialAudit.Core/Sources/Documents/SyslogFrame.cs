using System.Buffers.Text;

namespace LogSerialAudit.Sources.Documents;

/// <summary>How a syslog message begins that was sent with its length before it (RFC 6587 section 3.4.1): <c>LENGTH &lt;PRI&gt;</c>.</summary>
internal static class SyslogFrame
{
    /// <summary>No daemon sends longer messages.</summary>
    private const int Longest = 256 * 1024;

    /// <summary>Whether a frame begins here.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="length">The length of the message.</param>
    /// <param name="begin">Where the message begins.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out int length, out int begin)
    {
        (length, begin) = (0, 0);
        if (text.IsEmpty || !char.IsAsciiDigit((char)text[0]) || !Utf8Parser.TryParse(text, out length, out var digits) || length is < 5 or > Longest)
        {
            return false;
        }

        var rest = text[digits..];
        if (!rest.StartsWith(" <"u8))
        {
            return false;
        }

        var close = rest[..Math.Min(rest.Length, 6)].IndexOf((byte)'>');
        begin = digits + 1;
        return close > 2 && !rest[2..close].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
