namespace LogSerialAudit.Sources.Codecs;

/// <summary>
/// A block of bzip2 data: Huffman codes over move-to-front ranks over a Burrows-Wheeler transform over runs. Reused, so that
/// a file of many small streams costs no memory.
/// </summary>
internal sealed class Bzip2Block
{
    private const int GroupSize = 50;
    private const int MostSelectors = 18_002;
    private static readonly uint[] SumTable = BuildSumTable();

    private readonly Bzip2Codes[] _codes = [new(), new(), new(), new(), new(), new()];
    private readonly byte[] _selectors = new byte[MostSelectors];
    private readonly byte[] _values = new byte[256];
    private readonly int[] _counts = new int[257];
    private uint[] _next = [];
    private int _length;
    private int _done;
    private uint _place;
    private int _run;
    private byte _last;
    private int _repeats;
    private uint _sum;

    /// <summary>The checksum that the block states.</summary>
    public uint StoredSum { get; private set; }

    /// <summary>The checksum of the text read so far.</summary>
    public uint Sum => ~_sum;

    /// <summary>The byte at which the block begins, or the one before it.</summary>
    public long Start { get; private set; }

    /// <summary>Decodes a block behind its magic number; false where the data is damaged.</summary>
    public bool Begin(Bzip2Bits bits, int limit, long start)
    {
        (Start, StoredSum) = (start, (uint)bits.TakeLong(32));
        if (bits.Take(1) != 0)
        {
            return false; // Randomised, as no program has written since 1997.
        }

        var origin = bits.Take(24);
        if (_next.Length < limit)
        {
            _next = new uint[limit];
        }

        var symbols = TakeValues(bits);
        if (symbols == 0 || !TakeCodes(bits, symbols + 2, out var selectors) || !TakeRanks(bits, symbols, selectors, limit) || origin >= _length)
        {
            return false;
        }

        Invert(origin);
        return true;
    }

    /// <summary>Text of the block; 0 at its end.</summary>
    public int Read(Span<byte> into)
    {
        var (filled, table) = (0, SumTable);
        while (filled < into.Length)
        {
            if (_run > 0)
            {
                _run--;
            }
            else if (_done == _length)
            {
                break;
            }
            else
            {
                _place = _next[_place];
                var value = (byte)_place;
                _place >>= 8;
                _done++;
                if (_repeats == 4)
                {
                    (_run, _repeats) = (value, 0);
                    continue;
                }

                (_repeats, _last) = (_repeats > 0 && value == _last ? _repeats + 1 : 1, value);
            }

            into[filled++] = _last;
            _sum = (_sum << 8) ^ table[(_sum >> 24) ^ _last];
        }

        return filled;
    }

    private int TakeValues(Bzip2Bits bits)
    {
        var (ranges, count) = (bits.Take(16), 0);
        for (var range = 0; range < 16; range++)
        {
            var used = (ranges & (0x8000 >> range)) != 0 ? bits.Take(16) : 0;
            for (var value = 0; value < 16; value++)
            {
                if ((used & (0x8000 >> value)) != 0)
                {
                    _values[count++] = (byte)((range * 16) + value);
                }
            }
        }

        return count;
    }

    private bool TakeCodes(Bzip2Bits bits, int alphabet, out int selectors)
    {
        var groups = bits.Take(3);
        selectors = bits.Take(15);
        if (groups is < 2 or > 6 || selectors == 0)
        {
            return false;
        }

        Span<byte> order = [0, 1, 2, 3, 4, 5];
        for (var at = 0; at < selectors; at++)
        {
            var rank = 0;
            while (bits.Take(1) == 1)
            {
                if (++rank >= groups)
                {
                    return false;
                }
            }

            var chosen = order[rank];
            order[..rank].CopyTo(order[1..]);
            order[0] = chosen;
            if (at < MostSelectors)
            {
                _selectors[at] = chosen; // lbzip2 writes more than are used.
            }
        }

        selectors = Math.Min(selectors, MostSelectors);
        Span<byte> lengths = stackalloc byte[Bzip2Codes.MostSymbols];
        for (var group = 0; group < groups; group++)
        {
            var length = bits.Take(5);
            for (var symbol = 0; symbol < alphabet; symbol++)
            {
                while (length is >= 1 and <= Bzip2Codes.LongestCode && bits.Take(1) == 1)
                {
                    length += bits.Take(1) == 0 ? 1 : -1;
                }

                if (length is < 1 or > Bzip2Codes.LongestCode)
                {
                    return false;
                }

                lengths[symbol] = (byte)length;
            }

            _codes[group].Build(lengths[..alphabet]);
        }

        return true;
    }

    private bool TakeRanks(Bzip2Bits bits, int symbols, int selectors, int limit)
    {
        Array.Clear(_counts);
        var (run, weight, end) = (0, 1, symbols + 1);
        _length = 0;
        for (var group = 0; group < selectors; group++)
        {
            var codes = _codes[_selectors[group]];
            for (var left = GroupSize; left > 0; left--)
            {
                var symbol = codes.Take(bits);
                if (symbol is 0 or 1)
                {
                    run += weight << symbol;
                    weight <<= 1;
                    if (run > limit)
                    {
                        return false;
                    }

                    continue;
                }

                if (symbol < 0 || run > limit - _length)
                {
                    return false;
                }

                _next.AsSpan(_length, run).Fill(_values[0]);
                _counts[_values[0] + 1] += run;
                _length += run;
                (run, weight) = (0, 1);
                if (symbol == end)
                {
                    return true;
                }

                if (symbol - 1 >= symbols || _length == limit)
                {
                    return false;
                }

                var value = _values[symbol - 1];
                _values.AsSpan(0, symbol - 1).CopyTo(_values.AsSpan(1));
                _values[0] = value;
                _next[_length++] = value;
                _counts[value + 1]++;
            }
        }

        return false;
    }

    private void Invert(int origin)
    {
        for (var value = 0; value < 256; value++)
        {
            _counts[value + 1] += _counts[value];
        }

        for (var at = 0; at < _length; at++)
        {
            _next[_counts[_next[at] & 255]++] |= (uint)at << 8;
        }

        (_place, _done, _run, _repeats, _sum) = (_next[origin] >> 8, 0, 0, 0, uint.MaxValue);
    }

    private static uint[] BuildSumTable()
    {
        var table = new uint[256];
        for (var value = 0u; value < 256; value++)
        {
            var sum = value << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 0x8000_0000) != 0 ? (sum << 1) ^ 0x04c1_1db7 : sum << 1;
            }

            table[value] = sum;
        }

        return table;
    }
}
