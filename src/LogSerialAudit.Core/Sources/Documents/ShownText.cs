namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// Text as a terminal shows it, in colours, or as a page of the web does, with blanks that do not break. Both are taken out; other control
/// sequences are none that a tool sets around text, and stay. What is left is a log's lines, or of another form.
/// </summary>
/// <param name="inner">Reads what is left; null where that is a log's.</param>
/// <param name="output">Where a log's lines go.</param>
internal sealed class ShownText(Document? inner, LineQueue output) : Document(DocumentForm.Shown)
{
    private const byte Escape = 0x1b;
    private const byte Bell = 0x07;

    /// <summary>Blanks that do not break count where a stamp stands.</summary>
    private const int LongestStamp = 16;

    private static readonly DocumentPart Whole = new(0, null);

    private byte[] _line = new byte[1024];

    /// <summary>Whether such lines are in the beginning of a source.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => HasColour(head) || HasHardBlank(head);

    /// <summary>A text without colours, and with common blanks.</summary>
    public static byte[] Clean(ReadOnlySpan<byte> text)
    {
        var clean = new byte[text.Length];
        return clean[..Clean(text, clean)];
    }

    public override void Miss(long bytes) => inner?.Miss(bytes);

    public override void End()
    {
        inner?.End();
        Summarise();
    }

    protected override void TakeLine(ReadOnlySpan<byte> line, long number)
    {
        if (_line.Length < line.Length)
        {
            _line = new byte[line.Length];
        }

        var clean = _line.AsSpan(0, Clean(line, _line));
        if (inner is null)
        {
            output.Add(clean.TrimEnd("\r\n"u8), number, Whole);
            return;
        }

        inner.Take(clean, number);
        Summarise();
    }

    private void Summarise() => Summary = inner is null ? Summary : inner.Summary with { Form = DocumentForm.Shown };

    private static int Clean(ReadOnlySpan<byte> line, Span<byte> into)
    {
        var length = 0;
        while (!line.IsEmpty)
        {
            var next = line.IndexOfAny(Escape, HardBlank[0]);
            next = next < 0 ? line.Length : next;
            line[..next].CopyTo(into[length..]);
            length += next;
            line = line[next..];
            if (line.IsEmpty)
            {
                break;
            }

            var taken = line[0] == Escape ? SequenceLength(line) : line.StartsWith(HardBlank) ? HardBlank.Length : 0;
            if (taken == 0 || line[0] != Escape)
            {
                into[length++] = taken == 0 ? line[0] : (byte)' ';
            }

            line = line[Math.Max(taken, 1)..];
        }

        return length;
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
