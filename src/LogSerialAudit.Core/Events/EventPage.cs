using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>Some events, one record behind the other or as they are. A page can be read by itself.</summary>
internal sealed partial class EventPage
{
    private readonly EventTexts? _texts;

    /// <summary>Makes a page of records.</summary>
    /// <param name="bytes">Room for the records.</param>
    /// <param name="texts">The texts that are known by numbers.</param>
    public EventPage(byte[] bytes, EventTexts texts) => (Bytes, _texts) = (bytes, texts);

    /// <summary>The records, or the texts of events that lie here as they are; behind them there may be room.</summary>
    public byte[] Bytes { get; set; }

    /// <summary>How many events there are.</summary>
    public int Count { get; set; }

    /// <summary>
    /// Whether all of them are of one writer, one run and one day, their stamps never go back, and none tells of a process that
    /// begins or ends. Then who wants to know in which order they are, or whose, need not look at each.
    /// </summary>
    public bool IsEven { get; private set; }

    /// <summary>Who wrote the first of them.</summary>
    public int Writer { get; private set; }

    /// <summary>The run of lines that the first of them belongs to.</summary>
    public int Run { get; private set; }

    /// <summary>The stamp of the first of them.</summary>
    public Stamp First { get; private set; }

    /// <summary>The stamp of the last of them.</summary>
    public Stamp Last { get; private set; }

    /// <summary>Takes note of the next event.</summary>
    /// <param name="added">The event.</param>
    /// <param name="isFirst">Whether it is the first one of the page.</param>
    public void Note(in LogEvent added, bool isFirst)
    {
        if (isFirst)
        {
            (Writer, Run, First) = (added.Writer, added.Run, added.Stamp);
            IsEven = added.Run >= 0;
        }
        else
        {
            IsEven = IsEven && added.Writer == Writer && added.Run == Run && added.Stamp.GoesOnFrom(Last);
        }

        IsEven &= !added.TurnsProcess;
        Last = added.Stamp;
    }

    /// <summary>Takes note of events behind the one noted last and even from there on, of which this is the last one.</summary>
    public void NoteEven(in LogEvent last) => Last = last.Stamp;

    /// <summary>The texts that are known by numbers.</summary>
    public EventTexts Texts => _texts!;

    /// <summary>A text of one of its events.</summary>
    public EventText TextOf(TextPlace place) =>
        place.IsEmpty ? default : place.IsInPage ? new EventText(this, place.At) : Texts.Kept(place.Number);

    /// <summary>What <see cref="EventTexts.AddressAt"/> says of a text that stands in a record.</summary>
    public (TextPool Texts, int Number) AddressAt(int at) => _plain is null ? Texts.AddressAt(Bytes, at) : default;

    /// <summary>The bytes of a text that stands in a record.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="room">Room of <see cref="TextShape.MostBytes"/>, which may be used.</param>
    public ReadOnlySpan<byte> TextAt(int at, Span<byte> room) => _plain is null ? Texts.BytesAt(Bytes, at, room) : PlainTextAt(at);
}
