namespace LogSerialAudit.Events;

/// <content>
/// Where nearly every line is an event, those that are soon let go of lie in their pages as they were found: to write and to read records
/// would cost more than the room is worth. Where few lines are, so many of them are held back that it is.
/// </content>
public sealed partial class EventStore
{
    /// <summary>Fewer are better added.</summary>
    private const int FewestTaken = 256;

    private readonly Stack<EventPage>? _spare;

    /// <summary>Makes a store that takes pages of events as they are.</summary>
    /// <param name="spare">Where it takes pages from and puts them when they are let go of.</param>
    internal EventStore(Stack<EventPage> spare) => _spare = spare;

    /// <summary>Whether a page is to be taken as it is, which has no more room than its events need.</summary>
    internal bool Takes(EventPage page) => _spare is not null && page.Count >= FewestTaken && page.Count * 3 >= page.Plain!.Length;

    /// <summary>Counts in events of a page that are even among themselves.</summary>
    /// <param name="page">The page.</param>
    /// <param name="added">The events.</param>
    /// <param name="isFirst">Whether they are the first ones of the page.</param>
    internal void CountInEven(EventPage page, ReadOnlySpan<LogEvent> added, bool isFirst)
    {
        CountIn(page, added[0], isFirst);
        page.NoteEven(added[^1]);
        Count += added.Length - 1;
    }

    /// <summary>Takes a page as it is, whose events were counted in.</summary>
    /// <returns>An empty one for it, with as much room: the next block will need that too.</returns>
    internal EventPage Take(EventPage page)
    {
        _pages.Add(_page = page);
        var empty = _spare!.TryPop(out var used) ? used : new EventPage(page.Plain!.Length, page.Bytes.Length);
        empty.Clear();
        return empty;
    }

    /// <summary>Gives the pages that were taken back.</summary>
    private void GiveBack()
    {
        foreach (var page in _pages)
        {
            if (page.Plain is not null)
            {
                _spare!.Push(page);
            }
        }
    }
}
