using System.Buffers.Text;

namespace LogSerialAudit.Lines;

/// <summary>The header of RFC 5424 section 6: <c>STAMP HOST APP PROCID MSGID STRUCTURED-DATA MESSAGE</c>.</summary>
internal static class Rfc5424
{
    /// <summary>Reads what follows <c>&lt;PRI&gt;1 </c>; false where it is not of this form.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        if (!TryToken(ref text, out var stamp)
            || !TryToken(ref text, out var host)
            || !TryToken(ref text, out var program)
            || !TryToken(ref text, out var process)
            || !TryToken(ref text, out _)
            || !TrySkipStructuredData(ref text))
        {
            return false;
        }

        if (!IsNil(stamp))
        {
            var isRead = StampReader.Probe(stamp) == StampForm.Iso && StampReader.TryRead(StampForm.Iso, stamp, out _, out _);
            if (!isRead && StampWords.LengthOf(stamp) != stamp.Length)
            {
                return false;
            }

            envelope.StampForm = isRead ? StampForm.Iso : StampForm.Unread;
            envelope.StampText = stamp;
        }

        envelope.Host = IsNil(host) ? default : host;
        envelope.Program = IsNil(program) ? default : program;
        envelope.Pid = Utf8Parser.TryParse(process, out uint pid, out var read) && read == process.Length ? pid : 0;
        envelope.Message = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        return true;
    }

    private static bool IsNil(ReadOnlySpan<byte> token) => token.SequenceEqual("-"u8);

    private static bool TryToken(scoped ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> token)
    {
        var blank = text.IndexOf((byte)' ');
        token = blank < 0 ? default : text[..blank];
        text = blank < 0 ? text : text[(blank + 1)..];
        return blank > 0;
    }

    private static bool TrySkipStructuredData(scoped ref ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("- "u8) || text.SequenceEqual("-"u8))
        {
            text = text[1..].TrimStart((byte)' ');
            return true;
        }

        if (!text.StartsWith("["u8))
        {
            return false;
        }

        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (quoted && text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[at] == ']' && (at + 1 == text.Length || text[at + 1] == ' '))
            {
                text = text[(at + 1)..].TrimStart((byte)' ');
                return true;
            }
        }

        return false;
    }
}
