namespace LogSerialAudit.Benchmarks.Corpora;

/// <summary>Numbers that look like chance and are the same everywhere and in every version of .NET (xorshift64*, Vigna 2016).</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 on, below <paramref name="bound"/>.</summary>
    public uint Below(uint bound)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (uint)(((_state * 0x2545F4914F6CDD1D) >> 32) * bound >> 32);
    }
}
