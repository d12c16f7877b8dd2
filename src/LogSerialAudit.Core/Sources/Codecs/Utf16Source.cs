using System.Buffers.Binary;
using System.Text;

namespace LogSerialAudit.Sources.Codecs;

/// <summary>Text in UTF-16, as Windows exports it, given as UTF-8 and without its byte order mark. What is no character becomes U+FFFD.</summary>
internal sealed class Utf16Source : ByteSource
{
    private const int Piece = 16 * 1024;

    private readonly ByteSource _source;
    private readonly Decoder _decoder;
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private readonly byte[] _bytes = new byte[Piece];
    private readonly char[] _chars = new char[Piece];
    private readonly byte[] _text = new byte[Encoding.UTF8.GetMaxByteCount(Piece)];
    private int _next;
    private int _end;
    private bool _isBegun;
    private bool _isEnded;

    /// <summary>Makes a source.</summary>
    /// <param name="head">Its first bytes, of which <see cref="Content"/> says that they are UTF-16.</param>
    /// <param name="source">The bytes from the first on.</param>
    public Utf16Source(ReadOnlySpan<byte> head, ByteSource source)
    {
        _source = source;
        var isBigEndian = BinaryPrimitives.ReadUInt16BigEndian(head) == 0xfeff || (head[0] == 0 && head[1] != 0);
        _decoder = (isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetDecoder();
    }

    public override SourceFault? Fault => _source.Fault;

    public override long RawPosition => _source.RawPosition;

    public override ContentKind Packing => _source.Packing;

    public override GzipHeader? Header => _source.Header;

    public override int Read(Span<byte> into)
    {
        while (_next == _end && !_isEnded)
        {
            Fill();
        }

        var count = Math.Min(into.Length, _end - _next);
        _text.AsSpan(_next, count).CopyTo(into);
        _next += count;
        return count;
    }

    private void Fill()
    {
        var count = _source.Read(_bytes);
        _isEnded = count == 0;
        var chars = _decoder.GetChars(_bytes.AsSpan(0, count), _chars, flush: _isEnded);
        var first = !_isBegun && chars > 0 && _chars[0] == '\uFEFF' ? 1 : 0;
        _isBegun |= chars > 0;
        (_next, _end) = (0, _encoder.GetBytes(_chars.AsSpan(first, chars - first), _text, flush: _isEnded));
    }
}
