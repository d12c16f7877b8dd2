namespace LogSerialAudit.Events;

/// <content>
/// Events that are soon let go of lie in their pages as they are: to write and to read records would cost more than the room is
/// worth.
/// </content>
public sealed partial class EventStore
{
    private const int PlainEvents = 512;
    private const int PlainTexts = 16 * 1024;

    /// <summary>The room for the first events of a store, and for the texts of each: many archives hold small logs by ten thousands.</summary>
    private const int FirstEvents = 8;

    private readonly Stack<EventPage>? _spare;

    /// <summary>The last event of the pages that were given back, and its texts.</summary>
    private (LogEvent Event, EventText Peer, EventText Detail) _givenBack;

    /// <summary>Makes a store whose events lie in pages as they are.</summary>
    /// <param name="spare">Where it takes pages from and puts them when they are let go of.</param>
    internal EventStore(Stack<EventPage> spare) => _spare = spare;

    /// <summary>
    /// Whether a page is to be taken as it is. A store of records takes none, and few
    /// events are better added, so that they take no more room than they need.
    /// </summary>
    internal bool Takes(EventPage page) => _spare is not null && page.Count >= PlainEvents / 2 && page.Count * 3 >= page.Plain!.Length;

    /// <summary>Takes a page as it is.</summary>
    /// <returns>An empty one for it, with as much room: the next block will need that too.</returns>
    internal EventPage Take(EventPage page)
    {
        for (var place = 0; place < page.Count; place++)
        {
            CountIn(page, page.Plain![place], isFirst: place == 0);
        }

        _pages.Add(_page = page);
        return NewPage(page.Plain!.Length, page.Bytes.Length);
    }

    private EventPage NewPage(int events, int bytes)
    {
        var page = _spare!.TryPop(out var used) ? used : new EventPage(events, bytes);
        page.Clear();
        return page;
    }

    private void AddPlain(in LogEvent logEvent, ReadOnlySpan<byte> peer, ReadOnlySpan<byte> detail)
    {
        if (_page is null || _page.Count >= PlainEvents)
        {
            var events = _pages.Count == 0 ? FirstEvents : PlainEvents;
            _pages.Add(_page = NewPage(events, PlainTexts / PlainEvents * events));
        }

        ref var added = ref _page.Add();
        added = logEvent;
        (added.Peer, added.Detail) = (_page.Keep(peer), _page.Keep(detail));
        CountIn(_page, added, isFirst: _page.Count == 1);
    }

    /// <summary>Gives the pages back; the last event may still come again, so its texts are taken out.</summary>
    private void GiveBack()
    {
        if (_page is { Count: > 0 })
        {
            var last = Last;
            _givenBack = (last.Event, new EventText(last.Peer.ToString()), new EventText(last.Detail.ToString()));
        }

        foreach (var given in _pages)
        {
            _spare!.Push(given);
        }
    }
}
