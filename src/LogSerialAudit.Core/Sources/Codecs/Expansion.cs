namespace LogSerialAudit.Sources.Codecs;

/// <summary>Counts what comes of compressed bytes, over all that is decompressed out of one file.</summary>
/// <param name="limit">How much may.</param>
/// <param name="packedBytes">How many bytes all of it has come from, so far or in all; null to go by what each source has taken.</param>
internal sealed class Expansion(ExpandLimit limit, Func<long>? packedBytes = null)
{
    private long _text;

    /// <summary>Counts some text.</summary>
    /// <returns>A fault where it is too much; else null.</returns>
    public SourceFault? Add(int count, long taken)
    {
        _text += count;
        var packed = packedBytes?.Invoke() ?? taken;
        return limit.IsExceeded(_text, packed)
            ? new SourceFault(DamageKind.Refused, taken,
                $"{packed} compressed bytes have expanded to {_text}, over {limit.Ratio} to 1, as in a trap to fill memory; --max-expand allows more")
            : null;
    }
}
