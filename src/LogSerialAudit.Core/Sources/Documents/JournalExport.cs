using System.Buffers.Binary;
using System.Globalization;

namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// Entries of a systemd journal as <c>journalctl -o export</c> writes them (systemd.io/JOURNAL_EXPORT_FORMATS): lines
/// <c>FIELD=value</c>; a value with control characters as <c>FIELD</c>, its length in 64 bits, and so many bytes; an empty line
/// after each entry. A length is not believed past a bound: what follows is passed over up to the next entry.
/// </summary>
internal sealed class JournalExport(LineQueue output) : Document(DocumentForm.JournalExport)
{
    /// <summary>No field is longer but a core dump, which is passed over too.</summary>
    private const long LongestField = 16 * 1024 * 1024;

    private static readonly DocumentPart Whole = new(0, null);

    private readonly JournalEntry _entry = new();
    private readonly byte[] _length = new byte[8];
    private int _lengthBytes;
    private long _left;
    private long _line;
    private State _state;

    private enum State
    {
        Line,
        Length,
        Value,
        ValueEnd,
        Lost,
    }

    /// <summary>Whether a source begins with an entry.</summary>
    public static bool Is(ReadOnlySpan<byte> head) =>
        head.StartsWith("__CURSOR="u8) || head.StartsWith("__REALTIME_TIMESTAMP="u8) || head.StartsWith("__MONOTONIC_TIMESTAMP="u8) || head.StartsWith("__SEQNUM="u8);

    public override void Take(ReadOnlySpan<byte> block, long firstLine)
    {
        _line = firstLine;
        while (!block.IsEmpty)
        {
            var taken = _state switch
            {
                State.Length => TakeLength(block),
                State.Value => TakeValue(block),
                State.ValueEnd => TakeValueEnd(block),
                _ => TakeLine(block),
            };
            _line += block[..taken].Count((byte)'\n');
            block = block[taken..];
        }
    }

    public override void Miss(long bytes)
    {
        if (_state == State.Value)
        {
            _left = Math.Max(0, _left - bytes);
            _state = _left == 0 ? State.Line : State.Value;
        }
    }

    public override void End() => EndEntry();

    private int TakeLine(ReadOnlySpan<byte> block)
    {
        var end = block.IndexOf((byte)'\n');
        var taken = end < 0 ? block.Length : end + 1;
        var line = end < 0 ? block : block[..end];
        line = line.EndsWith("\r"u8) ? line[..^1] : line; // a value that ends with one is written with its length
        if (_state == State.Lost)
        {
            if (!line.StartsWith("__CURSOR="u8))
            {
                return taken;
            }

            _state = State.Line;
        }

        if (line.IsEmpty)
        {
            EndEntry();
        }
        else if (line.IndexOf((byte)'=') is var equals and > 0 && JournalEntry.IsName(line[..equals]))
        {
            _entry.Begin(line[..equals], _line);
            _entry.Add(line[(equals + 1)..]);
        }
        else if (JournalEntry.IsName(line) && end >= 0)
        {
            _entry.Begin(line, _line);
            (_state, _lengthBytes) = (State.Length, 0);
        }
        else
        {
            Lose();
        }

        return taken;
    }

    private int TakeLength(ReadOnlySpan<byte> block)
    {
        var count = Math.Min(_length.Length - _lengthBytes, block.Length);
        block[..count].CopyTo(_length.AsSpan(_lengthBytes));
        _lengthBytes += count;
        if (_lengthBytes < _length.Length)
        {
            return count;
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(_length);
        _left = (long)Math.Min(length, (ulong)LongestField + 1);
        _state = length == 0 ? State.ValueEnd : State.Value;
        if (length > LongestField)
        {
            Lose();
        }

        return count;
    }

    private int TakeValue(ReadOnlySpan<byte> block)
    {
        var count = (int)Math.Min(_left, block.Length);
        _entry.Add(block[..count]);
        _left -= count;
        _state = _left == 0 ? State.ValueEnd : State.Value;
        return count;
    }

    private int TakeValueEnd(ReadOnlySpan<byte> block)
    {
        _state = State.Line;
        if (block[0] == '\n')
        {
            return 1;
        }

        Lose();
        return 0;
    }

    private void EndEntry()
    {
        if (_entry.IsEmpty)
        {
            return;
        }

        Summary = Summary with { Messages = Summary.Messages + 1 };
        if (_entry.TryMakeLine(out var line))
        {
            output.Add(line, _entry.MessageLine, Whole);
        }

        _entry.Clear();
    }

    private void Lose()
    {
        Summary = Summary.With(string.Create(CultureInfo.InvariantCulture, $"line {_line} is no field of an entry: passed over up to the next entry"));
        EndEntry();
        _state = State.Lost;
    }
}
