using System.Buffers.Binary;
using K4os.Compression.LZ4;
using K4os.Hash.xxHash;

namespace LogSerialAudit.Sources.Codecs;

/// <summary>The text of lz4 frames (lz4_Frame_format.md 1.6). The library decodes the blocks; the frame around them is read here.</summary>
internal sealed class Lz4Source(RawInput raw) : CodecSource(raw)
{
    private const int History = 64 * 1024;
    private const uint IsStored = 0x8000_0000;

    private readonly XXH32 _textSum = new();
    private byte[] _packed = [];
    private byte[] _text = new byte[History];
    private int _from;
    private int _end;
    private int _blockLimit;
    private bool _isLinked;
    private bool _hasBlockSums;
    private bool _hasTextSum;

    public override ContentKind Packing => ContentKind.Lz4;

    protected override bool IsFrame(ReadOnlySpan<byte> four) => four is [0x04, 0x22, 0x4d, 0x18];

    protected override void BeginFrame()
    {
        var head = Input.Peek(19);
        if (head.Length < 7)
        {
            EndCutShort();
            return;
        }

        var (flags, size) = (head[4], (head[5] >> 4) & 7);
        var length = 2 + ((flags & 8) != 0 ? 8 : 0) + ((flags & 1) != 0 ? 4 : 0);
        if (head.Length < 4 + length + 1)
        {
            EndCutShort();
        }
        else if (flags >> 6 != 1 || size < 4 || (byte)(XXH32.DigestOf(head.Slice(4, length)) >> 8) != head[4 + length])
        {
            EndAt(Input.Given, "header");
        }
        else if ((flags & 1) != 0)
        {
            EndAtUnknown("needs a dictionary");
        }
        else
        {
            Take(4 + length + 1);
            (_isLinked, _hasBlockSums, _hasTextSum) = ((flags & 0x20) == 0, (flags & 0x10) != 0, (flags & 4) != 0);
            _blockLimit = 1 << (8 + (2 * size));
            (_from, _end) = (0, 0);
            Array.Resize(ref _text, Math.Max(_text.Length, History + _blockLimit));
            _textSum.Reset();
        }
    }

    protected override int Decode(Span<byte> into)
    {
        if (_from == _end && !NextBlock())
        {
            return 0;
        }

        var count = Math.Min(into.Length, _end - _from);
        _text.AsSpan(_from, count).CopyTo(into);
        _from += count;
        return count;
    }

    private bool NextBlock()
    {
        while (true)
        {
            var place = Input.Given;
            if (Input.Peek(4) is not { Length: >= 4 } head)
            {
                EndCutShort();
                return false;
            }

            var (size, isStored) = ((int)(BinaryPrimitives.ReadUInt32LittleEndian(head) & ~IsStored), BinaryPrimitives.ReadUInt32LittleEndian(head) >= IsStored);
            if (size == 0 && !isStored)
            {
                Take(4);
                CheckText();
                return false;
            }

            if (size > _blockLimit)
            {
                EndAtBadData(place);
                return false;
            }

            Take(4);
            if (!TakeBlock(size, isStored, place))
            {
                return false;
            }

            if (_end > _from)
            {
                return true;
            }
        }
    }

    private bool TakeBlock(int size, bool isStored, long place)
    {
        if (_packed.Length < size + 4)
        {
            _packed = new byte[size + 4];
        }

        var length = size + (_hasBlockSums ? 4 : 0);
        if (Input.ReadAtLeast(_packed.AsSpan(0, length), length, throwOnEndOfStream: false) < length)
        {
            EndCutShort();
            return false;
        }

        // The last stretch of text is what the next block may refer to.
        var kept = _isLinked ? Math.Min(History, _end) : 0;
        _text.AsSpan(_end - kept, kept).CopyTo(_text);
        var packed = _packed.AsSpan(0, size);
        if (_hasBlockSums && BinaryPrimitives.ReadUInt32LittleEndian(_packed.AsSpan(size)) != XXH32.DigestOf(packed))
        {
            EndAtBadData(place);
            return false;
        }

        var got = isStored ? size : LZ4Codec.Decode(packed, _text.AsSpan(kept, _blockLimit), _text.AsSpan(0, kept));
        if (got < 0)
        {
            EndAtBadData(place);
            return false;
        }

        if (isStored)
        {
            packed.CopyTo(_text.AsSpan(kept));
        }

        (_from, _end) = (kept, kept + got);
        if (_hasTextSum)
        {
            _textSum.Update(_text.AsSpan(kept, got));
        }

        return true;
    }

    private void CheckText()
    {
        if (!_hasTextSum)
        {
            return;
        }

        var place = Input.Given;
        if (Input.Peek(4) is not { Length: >= 4 } stored)
        {
            EndCutShort();
        }
        else if (BinaryPrimitives.ReadUInt32LittleEndian(stored) != _textSum.Digest())
        {
            EndAtBadSum(place);
        }
        else
        {
            Take(4);
        }
    }
}
