namespace LogSerialAudit.Sources.Codecs;

/// <summary>
/// The text of bzip2 data. It is decoded here and not by a library, because those at hand drop the text that they have when a
/// checksum is wrong, and do not say where.
/// </summary>
internal sealed class Bzip2Source(RawInput raw) : CodecSource(raw)
{
    private const long BlockMagic = 0x3141_5926_5359;
    private const long EndMagic = 0x1772_4538_5090;

    private readonly Bzip2Block _block = new();
    private Bzip2Bits _bits = null!;
    private int _blockLimit;
    private bool _isInBlock;
    private uint _combinedSum;

    public override ContentKind Packing => ContentKind.Bzip2;

    protected override bool IsFrame(ReadOnlySpan<byte> four) => four.StartsWith("BZh"u8) && (four.Length < 4 || four[3] is >= (byte)'1' and <= (byte)'9');

    protected override void BeginFrame()
    {
        if (Input.Peek(4) is not [_, _, _, var digit])
        {
            EndCutShort();
            return;
        }

        Take(4);
        (_blockLimit, _isInBlock, _combinedSum, _bits) = ((digit - '0') * 100_000, false, 0, new Bzip2Bits(Input));
    }

    protected override int Decode(Span<byte> into)
    {
        while (true)
        {
            if (!_isInBlock && !BeginBlock())
            {
                return 0;
            }

            if (_block.Read(into) is var count and > 0)
            {
                return count;
            }

            _isInBlock = false;
            if (_block.Sum != _block.StoredSum)
            {
                EndAtBadSum(_block.Start + 6);
                return 0;
            }

            _combinedSum = ((_combinedSum << 1) | (_combinedSum >> 31)) ^ _block.Sum;
        }
    }

    private bool BeginBlock()
    {
        var start = Input.Given;
        switch (_bits.TakeLong(48))
        {
            case BlockMagic when _block.Begin(_bits, _blockLimit, start) && !_bits.IsCut:
                _isInBlock = true;
                break;
            case EndMagic when _bits.TakeLong(32) is var stored && !_bits.IsCut:
                if (stored != _combinedSum)
                {
                    EndAtBadSum(Input.Given - 4);
                }

                break;
            case var _ when _bits.IsCut:
                EndCutShort();
                break;
            default:
                EndAtBadData(Math.Max(start, Input.Given - 1));
                break;
        }

        return _isInBlock;
    }
}
