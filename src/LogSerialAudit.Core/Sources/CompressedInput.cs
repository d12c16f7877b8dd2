using System.Buffers;

namespace LogSerialAudit.Sources;

/// <summary>
/// The compressed bytes as they are handed to the decompressor, with their positions. The last stretch is kept, so that the
/// trailer of a member can be looked for in what the decompressor has already taken.
/// </summary>
internal sealed class CompressedInput(RawInput raw, long position = 0) : Stream
{
    private const int History = 32 * 1024;

    /// <summary>As much can be peeked at beside the history: a block of zstd has up to 128 KiB (RFC 8878 section 3.1.1.2.4).</summary>
    private const int Ahead = 192 * 1024;

    private const int Room = History + Ahead;

    /// <summary>Lent, as it is large, and goes from one file to the next.</summary>
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Room);
    private bool _isReturned;
    private int _next;
    private int _end;
    private long _endPosition = position;

    /// <summary>From here on single bytes are handed out, so that <see cref="Given"/> tells to the byte what was needed.</summary>
    public long SingleFrom { get; init; } = long.MaxValue;

    /// <summary>The position behind the last byte handed out.</summary>
    public long Given => _endPosition - (_end - _next);

    /// <summary>The position of the last piece that was handed out.</summary>
    public long LastPiece { get; private set; } = position;

    /// <summary>The error of the operating system that ended the input; null where none did.</summary>
    public IOException? Failure { get; private set; }

    /// <summary>Whether more was asked for than there is.</summary>
    public bool SawEnd { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    /// <summary>At least <paramref name="count"/> bytes from the next one on, as far as there are so many; they stay unread.</summary>
    /// <param name="count">How many, up to <see cref="Ahead"/>.</param>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _next < count && Fill())
        {
        }

        return _buffer.AsSpan(_next, Math.Min(count, _end - _next));
    }

    /// <summary>Goes back, or on within what was peeked at, to <paramref name="position"/>.</summary>
    public void MoveTo(long position)
    {
        var next = _end - (int)(_endPosition - position);
        ArgumentOutOfRangeException.ThrowIfNegative(next);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(next, _end);
        _next = next;
        SawEnd = false;
    }

    /// <summary>The furthest that <see cref="MoveTo"/> can go back.</summary>
    public long EarliestKept => _endPosition - _end;

    public override int Read(Span<byte> buffer)
    {
        if (_next == _end && !Fill())
        {
            SawEnd = true;
            return 0;
        }

        LastPiece = Given;
        var available = Given >= SingleFrom ? 1 : (int)Math.Min(_end - _next, SingleFrom - Given);
        var count = Math.Min(buffer.Length, available);
        _buffer.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int ReadByte()
    {
        if (_next == _end && !Fill())
        {
            SawEnd = true;
            return -1;
        }

        return _buffer[_next++];
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (!_isReturned)
        {
            _isReturned = true;
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        // Keep some history and what is unread, make room behind.
        if (Room - _end < Ahead / 2)
        {
            var keep = Math.Max(0, _next - History);
            _buffer.AsSpan(keep, _end - keep).CopyTo(_buffer);
            _next -= keep;
            _end -= keep;
        }

        try
        {
            var count = raw.Read(_buffer.AsSpan(_end, Room - _end));
            _end += count;
            _endPosition += count;
            return count > 0;
        }
        catch (IOException error)
        {
            Failure = error;
            throw;
        }
    }
}
