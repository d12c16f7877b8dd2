namespace LogSerialAudit.Events;

/// <content>
/// Events that are soon let go of lie in their pages as they are: to write and to read records would cost more than the room is
/// worth.
/// </content>
public sealed partial class EventStore
{
    private const int PlainEvents = 512;
    private const int PlainTexts = 16 * 1024;

    private readonly Stack<EventPage>? _spare;

    /// <summary>Makes a store whose events lie in pages as they are.</summary>
    /// <param name="spare">Where it takes pages from and puts them when they are let go of.</param>
    internal EventStore(Stack<EventPage> spare) => _spare = spare;

    private void AddPlain(in LogEvent logEvent, ReadOnlySpan<byte> peer, ReadOnlySpan<byte> detail)
    {
        var page = _page;
        if (page is null || page.Count == PlainEvents)
        {
            page = _page = _spare!.TryPop(out var used) ? used : new EventPage(new byte[PlainTexts], _texts) { Plain = new LogEvent[PlainEvents] };
            (page.Count, _at) = (0, 0);
            _pages.Add(page);
        }

        ref var added = ref page.Plain![page.Count];
        added = logEvent with { Peer = KeepPlain(page, peer), Detail = KeepPlain(page, detail) };
        page.CountIn(logEvent);
        Count++;
        Undated += logEvent.Run < 0 ? 1 : 0;
        HasMessages |= logEvent.Message > 0;
    }

    private EventText KeepPlain(EventPage page, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        if (page.Bytes.Length - _at < EventTexts.MostBytes(text))
        {
            var grown = new byte[Math.Max(page.Bytes.Length * 2, _at + EventTexts.MostBytes(text))];
            page.Bytes.AsSpan(0, _at).CopyTo(grown);
            page.Bytes = grown;
        }

        var start = _at;
        EventTexts.WriteAsIs(page.Bytes, ref _at, text);
        return new EventText(page, start);
    }

    /// <summary>Gives the pages back; the last event may still come again, so its texts are taken out.</summary>
    private void GiveBack()
    {
        if (_page is { Count: > 0 } page)
        {
            var last = page.Plain![page.Count - 1];
            _last = last with { Peer = new EventText(last.Peer.ToString()), Detail = new EventText(last.Detail.ToString()) };
        }

        foreach (var given in _pages)
        {
            _spare!.Push(given);
        }
    }
}
