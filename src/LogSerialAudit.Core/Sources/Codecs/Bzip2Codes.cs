namespace LogSerialAudit.Sources.Codecs;

/// <summary>One Huffman code of a bzip2 block: canonical, of lengths from 1 to 20.</summary>
internal sealed class Bzip2Codes
{
    public const int LongestCode = 20;
    public const int MostSymbols = 258;

    private readonly int[] _limits = new int[LongestCode + 2];
    private readonly int[] _offsets = new int[LongestCode + 2];
    private readonly int[] _symbols = new int[MostSymbols];
    private int _shortest;
    private int _count;

    /// <summary>Makes the code from the lengths of its symbols.</summary>
    public void Build(ReadOnlySpan<byte> lengths)
    {
        (_count, _shortest) = (0, LongestCode);
        var code = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            _offsets[length] = _count - code;
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    _symbols[_count++] = symbol;
                    _shortest = Math.Min(_shortest, length);
                    code++;
                }
            }

            _limits[length] = code;
            code <<= 1;
        }
    }

    /// <summary>The next symbol; negative where there is none of that code.</summary>
    public int Take(Bzip2Bits bits)
    {
        var code = bits.Take(_shortest);
        for (var length = _shortest; length <= LongestCode; length++)
        {
            if (code < _limits[length])
            {
                var at = code + _offsets[length];
                return at >= 0 && at < _count ? _symbols[at] : -1;
            }

            code = (code << 1) | bits.Take(1);
        }

        return -1;
    }
}
