namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// Log lines as a terminal shows them, in colours, or as a page of the web does, with blanks that do not break. Both are taken out; other control
/// sequences are none that a tool sets around text, and stay.
/// </summary>
internal sealed class ShownText(LineQueue output) : Document(DocumentForm.Shown)
{
    private const byte Escape = 0x1b;
    private const byte Bell = 0x07;

    /// <summary>Blanks that do not break count where a stamp stands.</summary>
    private const int LongestStamp = 16;

    private static readonly DocumentPart Whole = new(0, null);

    private byte[] _line = new byte[1024];

    /// <summary>Whether such lines are in the beginning of a source.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => HasColour(head) || HasHardBlank(head);

    public override void End()
    {
    }

    protected override void TakeLine(ReadOnlySpan<byte> line, long number)
    {
        line = line.TrimEnd("\r\n"u8);
        if (_line.Length < line.Length)
        {
            _line = new byte[line.Length];
        }

        var length = 0;
        while (!line.IsEmpty)
        {
            var next = line.IndexOfAny(Escape, HardBlank[0]);
            next = next < 0 ? line.Length : next;
            line[..next].CopyTo(_line.AsSpan(length));
            length += next;
            line = line[next..];
            if (line.IsEmpty)
            {
                break;
            }

            var taken = line[0] == Escape ? SequenceLength(line) : line.StartsWith(HardBlank) ? HardBlank.Length : 0;
            if (taken == 0 || line[0] != Escape)
            {
                _line[length++] = taken == 0 ? line[0] : (byte)' ';
            }

            line = line[Math.Max(taken, 1)..];
        }

        output.Add(_line.AsSpan(0, length), number, Whole);
    }

    private static ReadOnlySpan<byte> HardBlank => "\u00a0"u8;

    private static bool HasColour(ReadOnlySpan<byte> head)
    {
        for (var next = head.IndexOf(Escape); next >= 0; next = head.IndexOf(Escape))
        {
            head = head[next..];
            if (SequenceLength(head) > 0)
            {
                return true;
            }

            head = head[1..];
        }

        return false;
    }

    private static bool HasHardBlank(ReadOnlySpan<byte> head)
    {
        for (var next = head.IndexOf(HardBlank); next >= 0; next = head.IndexOf(HardBlank))
        {
            if (next - head[..next].LastIndexOf((byte)'\n') <= LongestStamp)
            {
                return true;
            }

            head = head[(next + HardBlank.Length)..];
            var line = head.IndexOf((byte)'\n');
            if (line < 0)
            {
                return false;
            }

            head = head[line..];
        }

        return false;
    }

    /// <summary>
    /// The length of the sequence (ECMA-48) that sets a colour, or deletes the rest of a line as grep does behind one, or of a link, which ends with a bell or
    /// <c>ESC \</c>; 0 where it is neither.
    /// </summary>
    private static int SequenceLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
        {
            return 0;
        }

        if (text[1] == '[')
        {
            var end = text[2..].IndexOfAnyExceptInRange((byte)'0', (byte)';');
            return end >= 0 && text[end + 2] is (byte)'m' or (byte)'K' ? end + 3 : 0;
        }

        if (!text.StartsWith("\u001b]8;"u8))
        {
            return 0;
        }

        var stop = text[2..].IndexOfAny(Bell, Escape);
        return stop < 0 ? 0
            : text[stop + 2] == Bell ? stop + 3
            : text[(stop + 2)..].StartsWith("\u001b\\"u8) ? stop + 4
            : 0;
    }
}
