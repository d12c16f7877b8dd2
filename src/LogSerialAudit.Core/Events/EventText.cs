namespace LogSerialAudit.Events;

/// <summary>
/// A text that a log line names, an address or a reason, as a place where it is kept: most are never looked at, and no
/// string is made of those. The default value is the empty text.
/// </summary>
public readonly struct EventText : IEquatable<EventText>
{
    /// <summary>
    /// The <see cref="string"/> itself, the <see cref="TextPool"/> it is in, the <see cref="ZonePool"/> whose zone it names, or the
    /// <see cref="EventPage"/> it stands in.
    /// </summary>
    private readonly object? _owner;
    private readonly int _at;

    /// <summary>Takes a text that is a string already.</summary>
    public EventText(string text) => _owner = string.IsNullOrEmpty(text) ? null : text;

    internal EventText(TextPool pool, int id) => (_owner, _at) = (pool, id);

    internal EventText(ZonePool zones, int id) => (_owner, _at) = (id == 0 ? null : zones, id);

    internal EventText(EventPage page, int at) => (_owner, _at) = (page, at);

    /// <summary>Whether there is no text.</summary>
    public bool IsEmpty => _owner is null;

    /// <summary>Whether two texts are the same.</summary>
    public static bool operator ==(EventText one, EventText other) => one.Equals(other);

    /// <summary>Whether two texts are not the same.</summary>
    public static bool operator !=(EventText one, EventText other) => !one.Equals(other);

    /// <summary>The zone that it is the name of, where it was made of one.</summary>
    internal ZoneName? Zone => _owner is ZonePool zones ? zones[_at] : null;

    /// <summary>Decodes it as <see cref="LogText"/> does.</summary>
    public override string ToString() => _owner switch
    {
        null => "",
        string text => text,
        TextPool pool => pool.String(_at),
        ZonePool zones => zones[_at].Name,
        _ => LogText.Decode(((EventPage)_owner).TextAt(_at, stackalloc byte[TextShape.MostBytes])),
    };

    /// <summary>
    /// Texts that are kept, and the number there of this one, or of what stands in front of its port: as good for who asks for
    /// the address. 0 where it has none.
    /// </summary>
    internal (TextPool Texts, int Number) Kept => _owner switch
    {
        TextPool pool => (pool, _at),
        EventPage page => page.AddressAt(_at),
        _ => default,
    };

    /// <summary>Whether it is a certain text in ASCII.</summary>
    internal bool Is(ReadOnlySpan<byte> ascii) => _owner is string text
        ? System.Text.Ascii.Equals(ascii, text)
        : Bytes(stackalloc byte[TextShape.MostBytes]).SequenceEqual(ascii);

    /// <inheritdoc/>
    public bool Equals(EventText other)
    {
        if (_owner is null || other._owner is null)
        {
            return _owner == other._owner;
        }

        if (ReferenceEquals(_owner, other._owner) && (_at == other._at || _owner is TextPool))
        {
            return _at == other._at;
        }

        if (_owner is string || other._owner is string)
        {
            return ToString() == other.ToString();
        }

        Span<byte> room = stackalloc byte[TextShape.MostBytes];
        Span<byte> otherRoom = stackalloc byte[TextShape.MostBytes];
        return Bytes(room).SequenceEqual(other.Bytes(otherRoom));
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EventText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _owner switch
    {
        null => 0,
        string text => (int)TextPool.Hash(System.Text.Encoding.UTF8.GetBytes(text)),
        _ => (int)TextPool.Hash(Bytes(stackalloc byte[TextShape.MostBytes])),
    };

    /// <summary>The bytes as they stood in the line.</summary>
    /// <param name="room">Room of <see cref="TextShape.MostBytes"/>, which may be used.</param>
    internal ReadOnlySpan<byte> Bytes(Span<byte> room) => _owner switch
    {
        null => [],
        string text => System.Text.Encoding.UTF8.TryGetBytes(text, room, out var length) ? room[..length] : System.Text.Encoding.UTF8.GetBytes(text),
        TextPool pool => pool[_at],
        ZonePool zones => zones.NameOf(_at),
        _ => ((EventPage)_owner).TextAt(_at, room),
    };
}
