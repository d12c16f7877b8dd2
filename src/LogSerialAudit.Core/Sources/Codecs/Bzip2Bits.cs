namespace LogSerialAudit.Sources.Codecs;

/// <summary>Bits, the highest of a byte first. Behind the end there are only zeros.</summary>
internal sealed class Bzip2Bits(CompressedInput input)
{
    private ulong _held;
    private int _count;

    /// <summary>Whether more was taken than there is.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Up to 24 bits as a number.</summary>
    public int Take(int count)
    {
        while (_count < count)
        {
            var next = input.ReadByte();
            IsCut |= next < 0;
            _held = (_held << 8) | (uint)Math.Max(next, 0);
            _count += 8;
        }

        _count -= count;
        return (int)((_held >> _count) & ((1UL << count) - 1));
    }

    /// <summary>Up to 48 bits, a multiple of 16.</summary>
    public long TakeLong(int count)
    {
        var value = 0L;
        for (; count > 0; count -= 16)
        {
            value = (value << 16) | (uint)Take(16);
        }

        return value;
    }
}
