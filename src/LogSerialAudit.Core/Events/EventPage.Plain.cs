namespace LogSerialAudit.Events;

/// <content>Events that lie in a page as they are, and the bytes of their texts.</content>
internal sealed partial class EventPage
{
    private LogEvent[]? _plain;
    private int _used;

    /// <summary>Makes a page of events as they are.</summary>
    /// <param name="events">Room for so many, which grows.</param>
    /// <param name="bytes">Room for so many bytes of texts, which grows.</param>
    public EventPage(int events, int bytes) => (Bytes, _plain) = (GC.AllocateUninitializedArray<byte>(bytes), GC.AllocateUninitializedArray<LogEvent>(events));

    /// <summary>The events, where they lie here as they are; behind them there may be room.</summary>
    public LogEvent[]? Plain => _plain;

    /// <summary>How many bytes it holds.</summary>
    public long HeldBytes => Bytes.Length + ((long)(_plain?.Length ?? 0) * System.Runtime.CompilerServices.Unsafe.SizeOf<LogEvent>());

    /// <summary>Forgets its events.</summary>
    public void Clear() => (Count, _used) = (0, 0);

    /// <summary>One more event as it is, all of which is to be filled.</summary>
    public ref LogEvent Add()
    {
        if (Count == _plain!.Length)
        {
            Array.Resize(ref _plain, Count + (Count / 2) + 1);
        }

        return ref _plain[Count++];
    }

    /// <summary>Keeps a text of such an event.</summary>
    public TextPlace Keep(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        var start = _used;
        if (Bytes.Length - start < Varint.MaxLength + text.Length)
        {
            var grown = new byte[Math.Max(Bytes.Length * 2, start + Varint.MaxLength + text.Length)];
            Bytes.AsSpan(0, start).CopyTo(grown);
            Bytes = grown;
        }

        Varint.Write(Bytes, ref _used, (ulong)text.Length);
        text.CopyTo(Bytes.AsSpan(_used));
        _used += text.Length;
        return TextPlace.InPage(start);
    }

    private ReadOnlySpan<byte> PlainTextAt(int at)
    {
        var length = (int)Varint.Read(Bytes, ref at);
        return Bytes.AsSpan(at, length);
    }
}
