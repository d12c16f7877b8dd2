namespace LogSerialAudit.Lines;

/// <content>Lines as other tools than syslog write or show them: in cells, behind labels, in columns, in brackets.</content>
public sealed partial class EnvelopeReader
{
    /// <summary>So many cells are looked at.</summary>
    private const int MostCells = 4;

    /// <summary>No facility with a severity is longer.</summary>
    private const int LongestPriority = 32;

    /// <summary>No name of a host is longer.</summary>
    private const int LongestHost = 255;

    /// <summary>Reads host and tag behind facility and severity, or the severity alone, where a template has them before the host.</summary>
    private void ReadBehindPriority(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var blank = text[..Math.Min(text.Length, LongestPriority)].IndexOf((byte)' ');
        if (blank > 0 && (PriorityWord.Is(text[..blank]) || PriorityWord.IsSeverity(text[..blank].Trim("[]"u8))))
        {
            TryReadTag(text[(blank + 1)..].TrimStart((byte)' '), needsHost: true, ref envelope);
        }
    }

    /// <summary>
    /// Reads what stands behind a stamp and a tab: cells with a host, and with facility and severity (templates of rsyslog and syslog-ng, Kiwi Syslog's files),
    /// and then a tag, a line with a header of its own, or a message (Grafana's text).
    /// </summary>
    private void ReadCells(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var rest = text.TrimStart("\t "u8);
        var first = rest;
        ReadOnlySpan<byte> host = default;
        for (var cell = 0; cell < MostCells && !rest.IsEmpty; cell++)
        {
            if (IsTagOfServer(rest, out var tag) && !tag.Program.Contains((byte)'\t'))
            {
                envelope.Host = host;
                Take(tag, ref envelope);
                return;
            }

            if (TryReadOwnHead(rest, host, ref envelope))
            {
                return;
            }

            var end = rest.IndexOf((byte)'\t');
            if (end is <= 0 or > LongestHost || rest[..end].Contains((byte)' '))
            {
                break;
            }

            host = PriorityWord.Is(rest[..end]) ? host : rest[..end];
            rest = rest[(end + 1)..].TrimStart("\t "u8);
        }

        envelope.Message = first;
    }

    /// <summary>
    /// Reads what is shown behind an ISO stamp: Loki's labels, <c>{host="ns2", job="syslog"} </c> (<c>logcli query</c>), or the columns of macOS'
    /// <c>log show</c>.
    /// </summary>
    private bool TryReadShown(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        if (text.StartsWith("0x"u8))
        {
            return TryReadMacColumns(text, ref envelope);
        }

        var close = text.StartsWith("{"u8) ? text.IndexOf("\"} "u8) : -1;
        var labels = close < 0 ? default : text[1..(close + 1)];
        if (labels.IsEmpty || !char.IsAsciiLetter((char)labels[0]) || !labels.Contains((byte)'='))
        {
            return false;
        }

        var line = text[(close + 3)..];
        var host = LabelOf(labels, "host=\""u8) is { IsEmpty: false } named ? named : LabelOf(labels, "hostname=\""u8);
        if (!TryReadOwnHead(line, host, ref envelope))
        {
            envelope.Host = host;
            envelope.Message = line;
            if (IsTagOfServer(line, out var tag))
            {
                Take(tag, ref envelope);
            }
        }

        return true;
    }

    /// <summary>
    /// The columns of <c>log show</c>: thread, type, activity, process number, time to live, and <c>named: (library) [subsystem:category] </c> before the
    /// message.
    /// </summary>
    private bool TryReadMacColumns(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var pid = 0u;
        for (var column = 0; column < 5; column++)
        {
            var blank = text.IndexOf((byte)' ');
            if (blank <= 0 || (column == 3 && (!System.Buffers.Text.Utf8Parser.TryParse(text, out pid, out var digits) || digits != blank)))
            {
                return false;
            }

            text = text[blank..].TrimStart((byte)' ');
        }

        if (!IsTagOfServer(text, out var tag))
        {
            return false;
        }

        Take(tag, ref envelope);
        envelope.Pid = pid;
        var message = WithoutPart(tag.Message, (byte)'(', ") "u8);
        var rest = WithoutPart(message, (byte)'[', "] "u8);

        // A zone in brackets, which Knot DNS writes, has no colon.
        envelope.Message = message[..^rest.Length].Contains((byte)':') ? rest : message;
        return true;
    }

    private static ReadOnlySpan<byte> WithoutPart(ReadOnlySpan<byte> text, byte open, ReadOnlySpan<byte> close) =>
        !text.IsEmpty && text[0] == open && text.IndexOf(close) is var end and > 0 ? text[(end + close.Length)..] : text;

    /// <summary>Reads a line that has a whole header of its own, or a server's own date; the host it does not name is that given.</summary>
    private bool TryReadOwnHead(ReadOnlySpan<byte> line, ReadOnlySpan<byte> host, ref Envelope envelope)
    {
        var inner = default(Envelope);
        if (!TryReadHeader(line, ref inner) && !TryReadStamped(line, ref inner))
        {
            return false;
        }

        inner.JoinOuter(envelope);
        inner.Host = inner.Host.IsEmpty ? host : inner.Host;
        envelope = inner;
        return true;
    }

    /// <summary>Reads <c>[named] </c>, metalog's way of a tag, without a host.</summary>
    private bool TryReadMetalog(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var close = text.StartsWith("["u8) ? text.IndexOf("] "u8) : -1;
        if (close <= 1 || !_programs.Contains(text[1..close]))
        {
            return false;
        }

        Take(new SyslogTag { Program = text[1..close], Message = text[(close + 2)..] }, ref envelope);
        return true;
    }

    /// <summary>Reads BIND's own date and message behind a stamp that another tool put before them (<c>named -g | ts</c>).</summary>
    private static bool TryReadBindBehind(ReadOnlySpan<byte> text, ref Envelope envelope) =>
        text.Length > 20 && text[2] == '-' && text[6] == '-' && StampReader.Probe(text) == StampForm.Bind && TryReadStamped(text, ref envelope);

    /// <summary>Reads a stamp in brackets, and what follows it.</summary>
    private bool TryReadBracketed(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var close = text[..Math.Min(text.Length, 48)].IndexOf("] "u8);
        if (close < 15 || StampOf(text[1..close], out var length) is not (not StampForm.None and var form) || length != close - 1)
        {
            return false;
        }

        ReadBehindStamp(form, text[1..], length + 1, ref envelope);
        return true;
    }

    /// <summary>Whether a line with a stamp begins here, or something with another beginning that has one.</summary>
    internal static bool BeginsWithStamp(ReadOnlySpan<byte> text) =>
        text.Length >= 15 && (text[0] is (byte)'<' or (byte)'[' || IsSeconds(text) || StampOf(text, out _) != StampForm.None);

    /// <summary>The form and the length of the stamp, of whichever form, that the bytes begin with.</summary>
    private static StampForm StampOf(ReadOnlySpan<byte> text, out int length)
    {
        var usual = StampReader.Probe(text);
        return usual != StampForm.None && StampReader.TryRead(usual, text, out _, out length) ? usual
            : RareForm(text) is var rare && StampReader.TryRead(rare, text, out _, out length) ? rare
            : StampForm.None;
    }

    /// <summary>
    /// Whether a word is a level in capitals, or, with a stamp that may be macOS', the type of an entry as <c>log show --style compact</c> has it before the
    /// process; a host may be called <c>A</c>.
    /// </summary>
    private static bool IsLevel(ReadOnlySpan<byte> word, bool isOfMac) =>
        word.SequenceEqual("INFO"u8) || word.SequenceEqual("WARN"u8) || word.SequenceEqual("ERROR"u8) || word.SequenceEqual("DEBUG"u8)
        || (isOfMac && (word.SequenceEqual("Df"u8) || word.SequenceEqual("Db"u8) || word is [(byte)'I' or (byte)'E' or (byte)'F' or (byte)'A']));

    /// <summary>The value behind <c>name="</c>; nothing where it is not there.</summary>
    private static ReadOnlySpan<byte> LabelOf(ReadOnlySpan<byte> labels, ReadOnlySpan<byte> name)
    {
        for (var at = 0; labels[at..].IndexOf(name) is var next and >= 0; at += next + 1)
        {
            var start = at + next;
            var value = labels[(start + name.Length)..];
            if ((start == 0 || labels[start - 1] is (byte)' ' or (byte)',') && value.IndexOf((byte)'"') is var end and > 0 and <= LongestHost)
            {
                return value[..end];
            }
        }

        return default;
    }
}
