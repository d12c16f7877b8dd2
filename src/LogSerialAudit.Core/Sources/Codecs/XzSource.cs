using System.Buffers.Binary;
using SharpCompress.Compressors.LZMA;

namespace LogSerialAudit.Sources.Codecs;

/// <summary>
/// The text of xz streams (The .xz File Format 1.2.1). The library decodes LZMA2; headers, checksums and what follows are read
/// here, because it knows no limit of memory, reads one stream only and drops the text that it has where data is damaged.
/// </summary>
internal sealed class XzSource(RawInput raw) : CodecSource(raw)
{
    private const int HeaderLength = 12;
    private const int Lzma2 = 0x21;

    // What may be lost of a damaged chunk.
    private const int Step = 512;

    private readonly byte[] _step = new byte[Step];
    private readonly XzIndex _index = new();
    private LzmaStream? _block;
    private XzCheck? _check;
    private int _checkKind;
    private long _blockStart;
    private long _textLength;
    private int _chunkLeft;
    private bool _isChunkCut;
    private bool _isDone;
    private SourceFault? _pending;

    public override ContentKind Packing => ContentKind.Xz;

    public override void Dispose()
    {
        EndBlock();
        base.Dispose();
    }

    protected override bool IsFrame(ReadOnlySpan<byte> four) => four is [0xfd, (byte)'7', (byte)'z', (byte)'X'];

    protected override void BeginFrame()
    {
        var head = Input.Peek(HeaderLength);
        if (head.Length < HeaderLength)
        {
            EndCutShort();
        }
        else if (head[4] != 'Z' || head[5] != 0 || head[6] != 0 || head[7] > 15 || Crc32.Append(0, head.Slice(6, 2)) != BinaryPrimitives.ReadUInt32LittleEndian(head[8..]))
        {
            EndAt(Input.Given, "header");
        }
        else
        {
            (_checkKind, _isDone) = (head[7], false);
            Take(HeaderLength);
            _index.Clear();
        }
    }

    protected override int Decode(Span<byte> into)
    {
        var filled = 0;
        while (filled < into.Length && !_isDone && _pending is null && Fault is null)
        {
            if (_block is null && !BeginBlock())
            {
                break;
            }

            if (_chunkLeft == 0 && !NextChunk())
            {
                continue;
            }

            filled += TakeText(into[filled..]);
        }

        if (filled == 0 && _pending is { } fault)
        {
            End(fault);
        }

        return filled;
    }

    private int TakeText(Span<byte> into)
    {
        var (place, count) = (Input.Given, 0);
        try
        {
            // Where the input ends within a chunk, byte by byte all that is there is got.
            if (_isChunkCut)
            {
                into[0] = (byte)_block!.ReadByte();
                count = 1;
            }
            else
            {
                count = _block!.Read(_step, 0, Math.Min(Math.Min(Step, _chunkLeft), into.Length));
                _step.AsSpan(0, count).CopyTo(into);
            }
        }
        catch (Exception error) when (Input.Failure is null && error is not OutOfMemoryException)
        {
            // The library throws exceptions of many kinds.
        }

        if (count == 0 || (_isChunkCut && Input.SawEnd))
        {
            _pending = Input.SawEnd ? CutShort() : BadData(place, mayLackText: true);
            return 0;
        }

        _check!.Append(into[..count]);
        _textLength += count;
        _chunkLeft -= count;
        return count;
    }

    /// <summary>Looks at the header of a chunk; false at the end of the block, or where there is no chunk.</summary>
    private bool NextChunk()
    {
        var head = Input.Peek(6);
        if (head.IsEmpty || (head[0] != 0 && head.Length < (head[0] < 0x80 ? 3 : 5)))
        {
            _pending = CutShort();
            return false;
        }

        switch (head[0])
        {
            case 0:
                Take(1);
                FinishBlock();
                return false;
            case 1 or 2:
                _chunkLeft = ((head[1] << 8) | head[2]) + 1;
                _isChunkCut = Input.Peek(3 + _chunkLeft).Length < 3 + _chunkLeft;
                return true;
            case >= 0x80:
                var packed = ((head[3] << 8) | head[4]) + 1 + (head[0] < 0xc0 ? 5 : 6);
                _chunkLeft = (((head[0] & 0x1f) << 16) | (head[1] << 8) | head[2]) + 1;
                _isChunkCut = Input.Peek(packed).Length < packed;
                return true;
            default:
                _pending = BadData(Input.Given);
                return false;
        }
    }

    private bool BeginBlock()
    {
        var first = Input.Peek(1);
        if (first is [0])
        {
            TakeIndex();
            return false;
        }

        var length = first.IsEmpty ? 0 : (first[0] + 1) * 4;
        var head = Input.Peek(length);
        if (head.Length < Math.Max(length, 1))
        {
            _pending = CutShort();
            return false;
        }

        if (Crc32.Append(0, head[..^4]) != BinaryPrimitives.ReadUInt32LittleEndian(head[^4..]) || !TryWindow(head, out var window, out var isKnown))
        {
            _pending = new SourceFault(DamageKind.Corrupt, Input.Given, $"the xz block header at byte {Input.Given} is damaged");
            return false;
        }

        if (!isKnown)
        {
            EndAtUnknown("is filtered for machine code");
            return false;
        }

        if (SizeOf(window) > LargestWindow)
        {
            EndAtWindow(SizeOf(window));
            return false;
        }

        (_blockStart, _textLength, _chunkLeft) = (Input.Given, 0, 0);
        Take(length);
        _check = new XzCheck(_checkKind);
        _block = LzmaStream.Create([window], Input, -1, -1, null, isLzma2: true, leaveOpen: true);
        return true;
    }

    /// <summary>The size of the dictionary, as it is written.</summary>
    private static bool TryWindow(ReadOnlySpan<byte> head, out byte window, out bool isKnown)
    {
        (window, isKnown) = (0, false);
        var at = 2;
        if ((head[1] & 0x3c) != 0
            || ((head[1] & 0x40) != 0 && XzIndex.TakeNumber(head, ref at) < 0)
            || ((head[1] & 0x80) != 0 && XzIndex.TakeNumber(head, ref at) < 0)
            || head.Length < at + 3 + 4)
        {
            return false;
        }

        isKnown = (head[1] & 3) == 0 && head[at] == Lzma2 && head[at + 1] == 1;
        window = head[at + 2];
        return !isKnown || window <= 40;
    }

    private static long SizeOf(byte window) => window == 40 ? uint.MaxValue : (2L | (uint)(window & 1)) << ((window / 2) + 11);

    private void FinishBlock()
    {
        var unpadded = Input.Given - _blockStart + _check!.Length;
        var padding = (int)(-(Input.Given - _blockStart) & 3);
        var tail = Input.Peek(padding + _check.Length);
        if (tail.Length < padding + _check.Length)
        {
            _pending = CutShort();
            return;
        }

        if (tail[..padding].ContainsAnyExcept((byte)0) || !_check.IsGood(tail[padding..]))
        {
            _pending = BadSum(Input.Given + padding);
            return;
        }

        Take(padding + _check.Length);
        _index.Add(unpadded, _textLength);
        EndBlock();
    }

    private void TakeIndex()
    {
        var place = Input.Given;
        var isGood = _index.TryTake(Input, out var isCut);
        _isDone = true;
        _pending = isCut ? CutShort()
            : isGood ? null
            : new SourceFault(DamageKind.Checksum, place, $"the xz index at byte {place} does not match the text before it");
    }

    private void EndBlock()
    {
        _block?.Dispose();
        (_block, _check) = (null, null);
    }
}
