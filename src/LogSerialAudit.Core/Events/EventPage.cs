namespace LogSerialAudit.Events;

/// <summary>Some tens of kilobytes of events, one record behind the other. A page can be read by itself.</summary>
/// <param name="bytes">Room for the records.</param>
/// <param name="texts">The texts that are known by numbers.</param>
internal sealed class EventPage(byte[] bytes, EventTexts texts)
{
    /// <summary>The records; behind them there may be room.</summary>
    public byte[] Bytes { get; set; } = bytes;

    /// <summary>The events, where they lie here as they are; then the bytes are those of their texts.</summary>
    public LogEvent[]? Plain { get; init; }

    /// <summary>How many events there are.</summary>
    public int Count { get; set; }

    /// <summary>The texts that are known by numbers.</summary>
    public EventTexts Texts { get; } = texts;

    /// <summary>The bytes of a text that stands in a record.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="room">Room of <see cref="TextShape.MostBytes"/>, which may be used.</param>
    public ReadOnlySpan<byte> TextAt(int at, Span<byte> room) => Texts.BytesAt(Bytes, at, room);
}
