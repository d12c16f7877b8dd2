using System.Buffers.Binary;
using System.Text;

namespace LogSerialAudit.Sources;

/// <summary>What the header of a gzip member says beside how to decompress it (RFC 1952 section 2.3).</summary>
/// <param name="ModifiedSeconds">When the original was last written, in seconds since 1970, UTC; null where the header has 0, which means that none is known.</param>
/// <param name="FileName">The original's name, in ISO 8859-1; null where the header has none. It may hold any characters.</param>
public sealed record GzipHeader(uint? ModifiedSeconds, string? FileName)
{
    private const int FixedLength = 10;
    private const int LongestText = 16 * 1024;

    /// <summary>Takes a header off the input; null, and nothing taken, where there is none that could be read.</summary>
    /// <param name="input">Stands where a header should begin.</param>
    /// <param name="isCut">Whether the input ends within the header.</param>
    internal static GzipHeader? Take(CompressedInput input, out bool isCut)
    {
        var start = input.Given;
        var header = TryTake(input, out isCut);
        if (header is null)
        {
            input.MoveTo(start);
        }

        return header;
    }

    private static GzipHeader? TryTake(CompressedInput input, out bool isCut)
    {
        isCut = false;
        if (Take(input, FixedLength, ref isCut) is not [_, _, 8, < 0x20, ..] head)
        {
            return null;
        }

        var (flags, seconds) = (head[3], BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)));
        if ((flags & 4) != 0
            && (Take(input, 2, ref isCut) is not [var low, var high] || Take(input, (high << 8) | low, ref isCut) is null))
        {
            return null;
        }

        string? name = null;
        if (((flags & 8) != 0 && (name = TakeText(input, ref isCut)) is null)
            || ((flags & 16) != 0 && TakeText(input, ref isCut) is null)
            || ((flags & 2) != 0 && Take(input, 2, ref isCut) is null))
        {
            return null;
        }

        return new GzipHeader(seconds == 0 ? null : seconds, name);
    }

    private static string? TakeText(CompressedInput input, ref bool isCut)
    {
        var bytes = input.Peek(LongestText);
        var end = bytes.IndexOf((byte)0);
        if (end < 0)
        {
            isCut = bytes.Length < LongestText;
            return null;
        }

        var text = Encoding.Latin1.GetString(bytes[..end]);
        input.MoveTo(input.Given + end + 1);
        return text;
    }

    private static byte[]? Take(CompressedInput input, int count, ref bool isCut)
    {
        var bytes = input.Peek(count);
        if (bytes.Length < count)
        {
            isCut = true;
            return null;
        }

        var taken = bytes[..count].ToArray();
        input.MoveTo(input.Given + count);
        return taken;
    }
}
