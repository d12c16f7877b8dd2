namespace LogSerialAudit.Watching.Logs;

/// <summary>
/// The bytes of a file that is held open, from a place of its own. Where the file does not begin any more as it did, it was
/// emptied: what stands in it now is not what was to be read, and nothing more comes.
/// </summary>
internal sealed class HeldText(OpenFile file) : Stream
{
    public override long Position { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Size;

    public override int Read(Span<byte> buffer)
    {
        // Looked at behind the reading, so that what was read is of the file that was opened.
        var count = file.Read(buffer, Position);
        if (count == 0 || file.IsEmptied(Bookmark.Compared))
        {
            return 0;
        }

        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
