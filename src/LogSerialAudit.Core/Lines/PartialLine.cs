using LogSerialAudit.Sources;

namespace LogSerialAudit.Lines;

/// <summary>
/// A line that a container's runtime has cut into parts, put together again: with the stamp and the number of its first
/// part, and never longer than a line may be.
/// </summary>
internal sealed class PartialLine
{
    private const int MostOfStamp = 64;
    private const int LeastBuffer = 32 * 1024;
    private readonly byte[] _stamp = new byte[MostOfStamp];
    private byte[] _text = [];
    private int _length;
    private bool _isTooLong;

    /// <summary>Whether a part was added since the last line was taken.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>The number of the line that the first part was.</summary>
    public long Number { get; private set; }

    /// <summary>Adds a part.</summary>
    public void Add(ReadOnlySpan<byte> part, in Envelope envelope, long number)
    {
        if (!IsBegun)
        {
            (IsBegun, _length, _isTooLong, Number, StampForm) = (true, 0, false, number, envelope.StampForm);
            _stamp.AsSpan().Clear();
            envelope.StampText[..Math.Min(envelope.StampText.Length, MostOfStamp)].CopyTo(_stamp);
        }

        _isTooLong |= _length + part.Length > LineBlock.Capacity;
        if (_isTooLong)
        {
            return;
        }

        if (_text.Length < _length + part.Length)
        {
            Array.Resize(ref _text, Math.Min(LineBlock.Capacity, Math.Max(LeastBuffer, (_length + part.Length) * 2)));
        }

        part.CopyTo(_text.AsSpan(_length));
        _length += part.Length;
    }

    /// <summary>The parts so far, or the line that was taken.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    /// <summary>The stamp of the first part.</summary>
    public ReadOnlySpan<byte> StampText => StampForm == StampForm.None ? default : _stamp;

    /// <summary>The form of <see cref="StampText"/>.</summary>
    public StampForm StampForm { get; private set; }

    /// <summary>Takes the line; false, and the line is gone, where it is too long.</summary>
    public bool TryTake()
    {
        IsBegun = false;
        return !_isTooLong;
    }
}
