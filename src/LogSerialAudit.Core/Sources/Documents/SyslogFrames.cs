using System.Runtime.InteropServices;

namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// Syslog messages as they came over TCP, each with its length before it (RFC 6587 section 3.4.1): several may stand in one line,
/// and one may hold line ends. A length that leads past a line with a frame of its own is not believed. What is in no
/// frame is a line like any other.
/// </summary>
internal sealed class SyslogFrames(LineQueue output) : Document(DocumentForm.SyslogFrames)
{
    private static readonly DocumentPart Whole = new(0, null);

    private readonly List<byte> _text = [];
    private long _number;
    private long _lastNumber;
    private int _needed;

    /// <summary>Whether a source has frames that are not the lines of it; null where so far each is one.</summary>
    public static bool? Is(ReadOnlySpan<byte> head)
    {
        if (!SyslogFrame.TryRead(head, out _, out _))
        {
            return false;
        }

        while (!head.IsEmpty)
        {
            if (!SyslogFrame.TryRead(head, out var length, out var begin))
            {
                return false;
            }

            if (begin + length > head.Length)
            {
                // What is looked at may end within a line.
                return head.Contains((byte)'\n') ? true : null;
            }

            var frame = head[begin..(begin + length)];
            var rest = head[(begin + length)..];
            var isLine = frame[..^1].IndexOf((byte)'\n') < 0;
            var lineEnd = rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) ? 1 : 0;
            if (SyslogFrame.TryRead(rest, out _, out _))
            {
                if (frame[^1] != '\n' || !isLine)
                {
                    return true;
                }
            }
            else if (!rest.IsEmpty && (lineEnd == 0 || !isLine))
            {
                return lineEnd > 0;
            }

            head = rest[lineEnd..];
        }

        return null;
    }

    public override void End() => Flush();

    protected override void TakeLine(ReadOnlySpan<byte> line, long number)
    {
        if (_text.Count > 0 && SyslogFrame.TryRead(line, out _, out _))
        {
            Flush();
        }

        _number = _text.Count == 0 ? number : _number;
        _text.AddRange(line);
        if (_text.Count >= _needed)
        {
            TakeFrames();
        }
    }

    /// <summary>Takes what is complete; a frame that goes on waits for the next line.</summary>
    private void TakeFrames()
    {
        var rest = CollectionsMarshal.AsSpan(_text);
        _needed = 0;
        while (!rest.IsEmpty)
        {
            var isFrame = SyslogFrame.TryRead(rest, out var length, out var begin);
            var end = isFrame ? begin + length : rest.Length;
            if (end > rest.Length)
            {
                _needed = end;
                break;
            }

            Add(rest[begin..end], isFrame);
            end += rest[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : rest[end..] is [(byte)'\n', ..] ? 1 : 0;
            _number += rest[..end].Count((byte)'\n');
            rest = rest[end..];
        }

        _text.RemoveRange(0, _text.Count - rest.Length);
    }

    /// <summary>Takes a frame that is shorter than it says.</summary>
    private void Flush()
    {
        if (_text.Count > 0)
        {
            var text = CollectionsMarshal.AsSpan(_text);
            SyslogFrame.TryRead(text, out _, out var begin);
            Add(text[begin..], isFrame: true);
            _text.Clear();
            _needed = 0;
        }
    }

    /// <summary>Adds the lines of a message, each with the number of the line that it is or begins in.</summary>
    private void Add(ReadOnlySpan<byte> message, bool isFrame)
    {
        Summary = Summary with { Messages = Summary.Messages + (isFrame ? 1 : 0), ExtraLines = Summary.ExtraLines + (_number == _lastNumber ? 1 : 0) };
        message = message.TrimEnd("\r\n\0"u8);
        for (_lastNumber = _number; ; _lastNumber++)
        {
            var end = message.IndexOf((byte)'\n');
            output.Add((end < 0 ? message : message[..end]).TrimEnd((byte)'\r'), _lastNumber, Whole);
            if (end < 0)
            {
                return;
            }

            message = message[(end + 1)..];
        }
    }
}
