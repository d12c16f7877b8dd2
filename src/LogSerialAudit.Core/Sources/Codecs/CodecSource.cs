namespace LogSerialAudit.Sources.Codecs;

/// <summary>
/// The text of compressed data that is a row of frames: streams of bzip2 and xz, frames of zstd and lz4. All of them are read;
/// NUL bytes behind them, as tapes have them, are no fault, and anything else is said.
/// </summary>
internal abstract class CodecSource(RawInput raw) : ByteSource
{
    /// <summary>The most memory that data may ask for to be decompressed: what <c>zstd --long</c> and <c>xz -9</c> stay below.</summary>
    public const long LargestWindow = 128 * 1024 * 1024;

    private bool _isInFrame;
    private bool _isEnded;

    public override long RawPosition => Input.Given;

    /// <summary>What the data is called in sentences.</summary>
    protected string Name => Content.NameOf(Packing);

    /// <summary>The compressed bytes.</summary>
    protected CompressedInput Input { get; } = new(raw);

    public sealed override int Read(Span<byte> into)
    {
        while (!_isEnded)
        {
            try
            {
                if (!_isInFrame)
                {
                    BeginFrame();
                    _isInFrame = true;
                }
                else if (Decode(into) is var count and > 0)
                {
                    return count;
                }
                else if (!_isEnded)
                {
                    _isInFrame = false;
                    FindNextFrame();
                }
            }
            catch (IOException error) when (Input.Failure == error)
            {
                End(ReadError(error, raw.Position));
            }
        }

        return 0;
    }

    public override void Dispose()
    {
        Input.Dispose();
        base.Dispose();
    }

    /// <summary>Takes a frame's header; <see cref="End"/> where it is bad.</summary>
    protected abstract void BeginFrame();

    /// <summary>Text of the frame; 0 where it ended, well or with <see cref="End"/>.</summary>
    protected abstract int Decode(Span<byte> into);

    /// <summary>Whether a frame begins with these bytes, four or fewer at the end.</summary>
    protected abstract bool IsFrame(ReadOnlySpan<byte> four);

    /// <summary>No text is left.</summary>
    protected void End(SourceFault? fault)
    {
        _isEnded = true;
        Fault = fault;
    }

    protected void EndAt(long place, string thing) => End(new SourceFault(DamageKind.Corrupt, place, $"the {Name} {thing} at byte {place} is damaged"));

    protected void EndAtBadData(long place) => End(BadData(place));

    protected void EndAtBadSum(long place) => End(BadSum(place));

    protected void EndCutShort() => End(CutShort());

    protected static SourceFault BadData(long place, bool mayLackText = false) =>
        new(DamageKind.Corrupt, place, $"compressed data is damaged near byte {place}", mayLackText);

    protected static SourceFault BadSum(long place) =>
        new(DamageKind.Checksum, place, $"the checksum stored at byte {place} does not match the text, so some of it is wrong");

    /// <summary>The fault of an input that ends within a frame.</summary>
    protected SourceFault CutShort()
    {
        var end = Input.Given + Input.Peek(1 << 17).Length;
        return ShrunkFault(raw) ?? new SourceFault(DamageKind.Truncated, end, $"compressed data ends early at byte {end} (of {raw.ExpectedLength ?? end})");
    }

    /// <summary>Refuses data that would take too much memory.</summary>
    protected void EndAtWindow(long bytes) => End(new SourceFault(
        DamageKind.Refused, Input.Given,
        $"its {Name} data asks for {bytes / (1024 * 1024)} MiB of memory, more than the {LargestWindow / (1024 * 1024)} that are given"));

    /// <summary>Refuses what the format allows and is not read.</summary>
    protected void EndAtUnknown(string what) => End(new SourceFault(DamageKind.Refused, Input.Given, $"its {Name} data {what}, which is not read"));

    /// <summary>Takes what was peeked at.</summary>
    protected void Take(int count) => Input.MoveTo(Input.Given + count);

    private void FindNextFrame()
    {
        var place = Input.Given;
        while (Input.Peek(4) is { IsEmpty: false } next)
        {
            if (IsFrame(next))
            {
                return;
            }

            if (next[0] != 0)
            {
                EndAtGarbage(place);
                return;
            }

            Take(1);
            place++;
        }

        End(null);
    }

    private void EndAtGarbage(long place)
    {
        var garbage = 0L;
        for (var stretch = Input.Peek(4096).Length; stretch > 0; stretch = Input.Peek(4096).Length)
        {
            garbage += stretch;
            Take(stretch);
        }

        End(new SourceFault(DamageKind.TrailingGarbage, place,
            $"{garbage} {(garbage == 1 ? "byte" : "bytes")} after the end of the compressed data, from byte {place} on, are no {Name} data and were left out"));
    }
}
