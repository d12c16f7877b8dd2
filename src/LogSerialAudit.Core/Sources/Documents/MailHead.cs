namespace LogSerialAudit.Sources.Documents;

/// <summary>How a mail begins, and how one does in a mailbox.</summary>
internal static class MailHead
{
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "from", "to", "cc", "subject", "date", "received", "return-path", "delivered-to", "message-id", "mime-version",
        "content-type", "x-original-to", "reply-to", "sender", "envelope-to", "delivery-date", "authentication-results",
        "dkim-signature", "received-spf", "x-mailer", "user-agent", "in-reply-to", "references", "list-id", "content-transfer-encoding",
    };

    /// <summary>Whether a source begins with a mail or a mailbox: nothing but a header, with fields that only mails have.</summary>
    public static bool Is(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart("\r\n"u8);
        var (needed, told) = (2, 0);
        while (!head.IsEmpty && told < needed)
        {
            var end = head.IndexOf((byte)'\n');
            var line = (end < 0 ? head : head[..end]).TrimEnd((byte)'\r');
            head = end < 0 ? default : head[(end + 1)..];
            if (needed == 2 && told == 0 && IsSeparator(line))
            {
                needed = 1;
            }
            else if (line.IsEmpty || (line[0] is not ((byte)' ' or (byte)'\t') && MailFields.NameOf(line) is null))
            {
                return false;
            }
            else
            {
                told += MailFields.NameOf(line) is { } name && Telling.Contains(name) ? 1 : 0;
            }
        }

        return told >= needed;
    }

    /// <summary>
    /// Whether a line separates the mails of a mailbox: <c>From ADDRESS DATE</c> (RFC 4155), the address perhaps as
    /// <c>name at domain</c>. A line of a text that begins with the word has no time and year.
    /// </summary>
    public static bool IsSeparator(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8) || line.Length > 400)
        {
            return false;
        }

        var time = line.IndexOf((byte)':');
        return time > 7 && line.Length > time + 7 && IsNumber(line.Slice(time - 2, 2)) && IsNumber(line.Slice(time + 1, 2)) && HasYear(line[(time + 3)..]);
    }

    /// <summary>The date in a separator.</summary>
    public static NodaTime.Instant? DateOf(ReadOnlySpan<byte> separator)
    {
        // The date has five words or, with a zone, more; what is before them is the address.
        for (var words = separator[5..]; words.IndexOf((byte)' ') is var blank and >= 0;)
        {
            words = words[(blank + 1)..];
            if (words.Length > 3 && words[3] is (byte)' ' or (byte)',' && QuotedDates.TryRead(words) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static bool HasYear(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at + 5 <= text.Length; at++)
        {
            if (text[at] == ' ' && text[at + 1] is (byte)'1' or (byte)'2' && IsNumber(text.Slice(at + 1, 4)) && (at + 5 == text.Length || text[at + 5] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
