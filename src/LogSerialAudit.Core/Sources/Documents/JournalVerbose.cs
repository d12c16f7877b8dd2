namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// Entries of a systemd journal as <c>journalctl -o verbose</c> writes them: a line with time and cursor, then a line for each field, indented
/// by four blanks. Of a message of several lines the first counts.
/// </summary>
internal sealed class JournalVerbose(LineQueue output) : Document(DocumentForm.JournalVerbose)
{
    private static readonly DocumentPart Whole = new(0, null);

    private readonly JournalEntry _entry = new();

    /// <summary>Whether a source begins with such an entry, perhaps behind <c>-- Logs begin at ... --</c>.</summary>
    public static bool Is(ReadOnlySpan<byte> head)
    {
        while (head.StartsWith("-- "u8) && head.IndexOf((byte)'\n') is var end and > 0)
        {
            head = head[(end + 1)..];
        }

        var first = head.IndexOf((byte)'\n');
        return first > 0 && TimeOf(head[..first].TrimEnd((byte)'\r')) is { Length: > 0 } && FieldOf(head[(first + 1)..]) > 0;
    }

    public override void End() => EndEntry();

    protected override void TakeLine(ReadOnlySpan<byte> line, long number)
    {
        line = line.TrimEnd("\r\n"u8);
        if (TimeOf(line) is { Length: > 0 } time)
        {
            EndEntry();
            _entry.SetStamp(time);
        }
        else if (FieldOf(line) is var equals and > 0)
        {
            _entry.Begin(line[4..equals], number);
            _entry.Add(line[(equals + 1)..]);
        }
    }

    private void EndEntry()
    {
        if (!_entry.IsEmpty)
        {
            Summary = Summary with { Messages = Summary.Messages + 1 };
            if (_entry.TryMakeLine(out var line))
            {
                output.Add(line, _entry.MessageLine, Whole);
            }
        }

        _entry.Clear();
    }

    /// <summary>The time in the first line of an entry: <c>Thu 2019-05-30 10:05:36.123456 PDT [s=...]</c>; nothing for another line.</summary>
    private static ReadOnlySpan<byte> TimeOf(ReadOnlySpan<byte> line)
    {
        var cursor = line.IndexOf(" [s="u8);
        return cursor is > 18 and < 64 && line[0] != ' ' && line[^1] == ']' ? line[..cursor] : default;
    }

    /// <summary>Where the equals sign of a field stands; -1 where the line is none.</summary>
    private static int FieldOf(ReadOnlySpan<byte> line)
    {
        var equals = line[..Math.Min(line.Length, 4 + 65)].IndexOf((byte)'=');
        return equals > 4 && line.StartsWith("    "u8) && JournalEntry.IsName(line[4..equals]) ? equals : -1;
    }
}
