using System.IO.Compression;
using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Sources.Archives;

/// <summary>The content of a zip member, with the checksum looked at, which the library leaves out.</summary>
internal sealed class ZipMember(ZipArchiveEntry entry, Stream file, Expansion expansion) : Stream
{
    private readonly Stream _content = entry.Open();
    private uint _crc;
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        int count;
        try
        {
            count = _content.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new SourceFaultException(new SourceFault(DamageKind.Corrupt, file.Position, $"compressed data is damaged near byte {file.Position} of the archive"));
        }

        _crc = Crc32.Append(_crc, buffer[..count]);
        _length += count;
        if (expansion.Add(count, 0) is { } tooMuch)
        {
            throw new SourceFaultException(tooMuch);
        }

        if (count == 0 && (_length != entry.Length || _crc != entry.Crc32))
        {
            throw new SourceFaultException(new SourceFault(DamageKind.Checksum, file.Position,
                _length < entry.Length ? $"compressed data ends early near byte {file.Position} of the archive" : "the checksum in the archive does not match the text, so some of it is wrong"));
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
