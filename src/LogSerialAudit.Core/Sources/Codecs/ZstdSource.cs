using System.Buffers.Binary;
using SharpCompress.Compressors.ZStandard;
using SharpCompress.Compressors.ZStandard.Unsafe;

namespace LogSerialAudit.Sources.Codecs;

/// <summary>
/// The text of Zstandard data (RFC 8878). The library decodes; it is given one block at a time, so that all text before a
/// damaged block is got and the place of the damage is known.
/// </summary>
internal sealed class ZstdSource : CodecSource
{
    private const int WindowLogLimit = 27;
    private readonly ZstdFrame _frame;
    private readonly Decompressor _decompressor = new();
    private DecompressionStream? _text;
    private bool _isSkippable;

    public ZstdSource(RawInput raw)
        : base(raw)
    {
        _frame = new ZstdFrame(Input);
        _decompressor.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, WindowLogLimit);
    }

    public override ContentKind Packing => ContentKind.Zstd;

    public override void Dispose()
    {
        _text?.Dispose();
        _decompressor.Dispose();
        base.Dispose();
    }

    protected override bool IsFrame(ReadOnlySpan<byte> four) => four is [0x28, 0xb5, 0x2f, 0xfd] || IsSkippable(four);

    protected override void BeginFrame()
    {
        _isSkippable = IsSkippable(Input.Peek(4));
        if (_isSkippable)
        {
            return;
        }

        switch (_frame.Begin(out var window))
        {
            case ZstdFrame.Header.Cut:
                EndCutShort();
                break;
            case ZstdFrame.Header.Bad:
                EndAt(Input.Given, "header");
                break;
            case ZstdFrame.Header.NeedsDictionary:
                EndAtUnknown("needs a dictionary");
                break;
            case var _ when window > LargestWindow:
                EndAtWindow(window);
                break;
            default:
                _text?.Dispose();
                _text = new DecompressionStream(_frame, _decompressor, ZstdFrame.LargestPiece, checkEndOfStream: false);
                break;
        }
    }

    protected override int Decode(Span<byte> into)
    {
        if (_isSkippable)
        {
            Skip();
            return 0;
        }

        try
        {
            if (_text!.Read(into) is var count and > 0)
            {
                return count;
            }

            if (_frame.IsCut)
            {
                EndCutShort();
            }
            else if (_frame.IsBad)
            {
                EndAtBadData(_frame.Piece);
            }
        }
        catch (Exception error) when (Input.Failure is null && error is not OutOfMemoryException)
        {
            // The library throws exceptions of many kinds.
            if (error is ZstdException { Code: ZSTD_ErrorCode.ZSTD_error_checksum_wrong })
            {
                EndAtBadSum(_frame.Piece);
            }
            else
            {
                EndAtBadData(_frame.Piece);
            }
        }

        return 0;
    }

    private static bool IsSkippable(ReadOnlySpan<byte> four) => four is [>= 0x50 and <= 0x5f, 0x2a, 0x4d, 0x18];

    private void Skip()
    {
        if (Input.Peek(8) is not { Length: 8 } head)
        {
            EndCutShort();
            return;
        }

        long left = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) + 8L;
        while (left > 0)
        {
            var count = (int)Math.Min(left, Input.Peek((int)Math.Min(left, 65536)).Length);
            if (count == 0)
            {
                EndCutShort();
                return;
            }

            Take(count);
            left -= count;
        }
    }
}
