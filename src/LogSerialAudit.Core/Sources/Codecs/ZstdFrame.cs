using System.Buffers.Binary;

namespace LogSerialAudit.Sources.Codecs;

/// <summary>The bytes of one Zstandard frame, handed out as header, blocks and checksum, each in a piece (RFC 8878 section 3.1.1).</summary>
internal sealed class ZstdFrame(CompressedInput input) : Stream
{
    /// <summary>A block's header and its largest content.</summary>
    public const int LargestPiece = 3 + LargestBlock;

    private const int LargestBlock = 128 * 1024;
    private int _headerLength;
    private bool _hasSum;
    private bool _isLast;

    internal enum Header
    {
        Good,
        Cut,
        Bad,
        NeedsDictionary,
    }

    /// <summary>The position of the last piece.</summary>
    public long Piece { get; private set; }

    /// <summary>Whether the frame was handed out to its end.</summary>
    public bool IsDone { get; private set; } = true;

    /// <summary>Whether the input ends within the frame.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether what should be a block is none.</summary>
    public bool IsBad { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Looks at the header that the input stands at, and says how many bytes of text it wants to be kept.</summary>
    public Header Begin(out long window)
    {
        window = 0;
        var head = input.Peek(18);
        if (head.Length < 6)
        {
            return Header.Cut;
        }

        var flags = head[4];
        var isSingle = (flags & 0x20) != 0;
        var dictionary = (flags & 3) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 };
        var size = (flags >> 6) switch { 0 => isSingle ? 1 : 0, 1 => 2, 2 => 4, _ => 8 };
        var sizeAt = 5 + (isSingle ? 0 : 1) + dictionary;
        if (head.Length < sizeAt + size)
        {
            return Header.Cut;
        }

        if ((flags & 8) != 0)
        {
            return Header.Bad;
        }

        if (head.Slice(sizeAt - dictionary, dictionary).ContainsAnyExcept((byte)0))
        {
            return Header.NeedsDictionary;
        }

        window = isSingle ? SizeOf(head.Slice(sizeAt, size)) : (1L << (10 + (head[5] >> 3))) / 8 * (8 + (head[5] & 7));
        (_headerLength, _hasSum, _isLast, IsDone, IsCut, IsBad) = (sizeAt + size, (flags & 4) != 0, false, false, false, false);
        return Header.Good;
    }

    public override int Read(Span<byte> buffer)
    {
        var length = IsDone || IsCut || IsBad ? 0 : NextLength();
        if (length <= 0)
        {
            return 0;
        }

        Piece = input.Given;
        var piece = input.Peek(length);
        if (piece.Length < length)
        {
            IsCut = true;
            return 0;
        }

        piece[..length].CopyTo(buffer);
        input.MoveTo(input.Given + length);
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int NextLength()
    {
        if (_headerLength > 0)
        {
            var header = _headerLength;
            _headerLength = 0;
            return header;
        }

        if (_isLast)
        {
            IsDone = !_hasSum;
            var sum = _hasSum ? 4 : 0;
            _hasSum = false;
            return sum;
        }

        if (input.Peek(3) is not [var low, var middle, var high, ..])
        {
            IsCut = true;
            return 0;
        }

        var length = (low | (middle << 8) | (high << 16)) >> 3;
        var type = (low >> 1) & 3;
        _isLast = (low & 1) != 0;
        if (type == 3 || (type != 1 && length > LargestBlock))
        {
            (IsBad, Piece) = (true, input.Given);
            return 0;
        }

        return type == 1 ? 4 : 3 + length;
    }

    // A length of two bytes is written less 256.
    private static long SizeOf(ReadOnlySpan<byte> size) => size.Length switch
    {
        1 => size[0],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(size) + 256,
        4 => BinaryPrimitives.ReadUInt32LittleEndian(size),
        _ => (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(size), long.MaxValue),
    };
}
