namespace LogSerialAudit.History.Copies;

/// <summary>Which events are copies of others, by their places in time order: a bit each.</summary>
internal sealed class CopiedPlaces
{
    private ulong[] _bits = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public bool Has(int place) => place / 64 < _bits.Length && ((_bits[place / 64] >> (place % 64)) & 1) != 0;

    public void Add(int place)
    {
        if (place / 64 >= _bits.Length)
        {
            Array.Resize(ref _bits, Math.Max((place / 64) + 1, _bits.Length * 2));
        }

        Count += Has(place) ? 0 : 1;
        _bits[place / 64] |= 1UL << (place % 64);
    }
}
