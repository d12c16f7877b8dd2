namespace LogSerialAudit.Events;

/// <summary>
/// Where a text of an event is kept: its page makes an <see cref="EventText"/> of it. A number, so that events hold nothing that the
/// garbage collector has to look at. The default value is the empty text.
/// </summary>
public readonly record struct TextPlace
{
    /// <summary>0 for no text; what comes behind a place in a page; below 0 the number of a text that is kept once.</summary>
    private readonly int _value;

    private TextPlace(int value) => _value = value;

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>Whether it stands in its page.</summary>
    internal bool IsInPage => _value > 0;

    /// <summary>Where it begins in its page.</summary>
    internal int At => _value - 1;

    /// <summary>Its number among the <see cref="EventTexts"/> that are kept once.</summary>
    internal int Number => -_value;

    /// <summary>A text that stands in its page.</summary>
    internal static TextPlace InPage(int at) => new(at + 1);

    /// <summary>A text that is kept once; 0 is the empty one.</summary>
    internal static TextPlace Kept(int number) => new(-number);
}
