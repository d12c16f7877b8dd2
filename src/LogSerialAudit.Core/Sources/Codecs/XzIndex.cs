using System.Buffers.Binary;

namespace LogSerialAudit.Sources.Codecs;

/// <summary>
/// The index behind the blocks of an xz stream, and the footer. It repeats the sizes of all blocks; the sums of both are
/// compared, so that no list of them is kept.
/// </summary>
internal sealed class XzIndex
{
    private const int LongestNumber = 9;
    private const int FooterLength = 12;
    private long _blocks;
    private long _unpadded;
    private long _text;

    public void Clear() => (_blocks, _unpadded, _text) = (0, 0, 0);

    /// <summary>Notes a block that was read.</summary>
    public void Add(long unpadded, long text)
    {
        _blocks++;
        _unpadded += unpadded;
        _text += text;
    }

    /// <summary>A number of one to nine bytes, seven bits each; -1 where it is damaged or goes on.</summary>
    public static long TakeNumber(ReadOnlySpan<byte> data, ref int at)
    {
        var value = 0L;
        for (var count = 0; count < LongestNumber && at < data.Length; count++)
        {
            var next = data[at++];
            value |= (long)(next & 0x7f) << (7 * count);
            if (next < 0x80)
            {
                return next == 0 && count > 0 ? -1 : value;
            }
        }

        return -1;
    }

    /// <summary>Takes index and footer off the input; false where they are damaged or tell of other blocks.</summary>
    public bool TryTake(CompressedInput input, out bool isCut)
    {
        var start = input.Given;
        var sum = Crc32.Append(0, [0]);
        input.MoveTo(start + 1);
        var (blocks, unpadded, text) = (Take(input, ref sum), 0L, 0L);
        for (var block = 0L; block < blocks && !input.SawEnd; block++)
        {
            unpadded = unchecked(unpadded + Take(input, ref sum));
            text = unchecked(text + Take(input, ref sum));
        }

        var padding = (int)(-(input.Given - start) & 3);
        var size = input.Given + padding - start;
        var tail = input.Peek(padding + 4 + FooterLength);
        isCut = input.SawEnd || tail.Length < padding + 4 + FooterLength;
        if (isCut)
        {
            return false;
        }

        var footer = tail[(padding + 4)..];
        var isGood = !tail[..padding].ContainsAnyExcept((byte)0)
            && Crc32.Append(sum, tail[..padding]) == BinaryPrimitives.ReadUInt32LittleEndian(tail[padding..])
            && Crc32.Append(0, footer.Slice(4, 6)) == BinaryPrimitives.ReadUInt32LittleEndian(footer)
            && (BinaryPrimitives.ReadUInt32LittleEndian(footer[4..]) + 1L) * 4 == size + 4
            && footer[10..].SequenceEqual("YZ"u8)
            && (blocks, unpadded, text) == (_blocks, _unpadded, _text);
        input.MoveTo(input.Given + padding + 4 + FooterLength);
        return isGood;
    }

    private static long Take(CompressedInput input, ref uint sum)
    {
        var number = input.Peek(LongestNumber);
        var at = 0;
        var value = TakeNumber(number, ref at);
        if (at == number.Length && value < 0)
        {
            // Asked for on purpose: behind the end there is nothing.
            input.MoveTo(input.Given + at);
            input.ReadByte();
            return value;
        }

        sum = Crc32.Append(sum, number[..at]);
        input.MoveTo(input.Given + at);
        return value;
    }
}
