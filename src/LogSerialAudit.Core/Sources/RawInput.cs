namespace LogSerialAudit.Sources;

/// <summary>The bytes of a file as they are on disk, from where the stream stands, up to the length it had when it was opened.</summary>
internal sealed class RawInput(Stream stream, long? length) : Stream
{
    private readonly long _start = stream.CanSeek ? stream.Position : 0;
    private ReadOnlyMemory<byte> _seen;
    private long _position;

    /// <summary>Bytes read so far.</summary>
    public override long Position { get => _position; set => throw new NotSupportedException(); }

    /// <summary>The length it had when it was opened; null where that is not known.</summary>
    public long? ExpectedLength => length;

    /// <summary>Whether the same bytes can be read again.</summary>
    public bool CanReadAgain => stream.CanSeek;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>The first bytes, fewer only at the end; they stay unread. To be called before the first read.</summary>
    public ReadOnlySpan<byte> PeekFirst(int count)
    {
        var first = new byte[count];
        var got = this.ReadAtLeast(first, count, throwOnEndOfStream: false);
        _seen = first.AsMemory(0, got);
        _position = 0;
        return _seen.Span;
    }

    /// <summary>The same bytes again, from <paramref name="position"/> on. This input must not be read on afterwards.</summary>
    public RawInput Again(long position)
    {
        stream.Position = _start + position;
        return new RawInput(stream, length - position);
    }

    /// <summary>Skips bytes without reading them, where that can be done and there are so many.</summary>
    public bool TrySkip(long count)
    {
        if (!stream.CanSeek || count < _seen.Length || _position + count > (length ?? stream.Length - _start))
        {
            return false;
        }

        stream.Position += count - _seen.Length;
        _seen = default;
        _position += count;
        return true;
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        if (!_seen.IsEmpty)
        {
            count = Math.Min(buffer.Length, _seen.Length);
            _seen.Span[..count].CopyTo(buffer);
            _seen = _seen[count..];
        }
        else
        {
            var wanted = length is { } all ? (int)Math.Min(buffer.Length, all - _position) : buffer.Length;
            count = wanted == 0 ? 0 : stream.Read(buffer[..wanted]);
        }

        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
