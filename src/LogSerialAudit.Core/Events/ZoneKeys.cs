using LogSerialAudit.Messages;

namespace LogSerialAudit.Events;

/// <summary>
/// Gives a number to each zone of a file's events, as lines write it: a zone that is written in two ways has two. What is
/// written in the same way is known by its bytes, and need not be taken apart again.
/// </summary>
internal sealed class ZoneKeys
{
    /// <summary>The ways in which lines write zones: the number of one is in the low bits of the zone's.</summary>
    public const int Ways = 4;

    private const int Name = 0;
    private const int NameAndIn = 1;
    private const int Other = 2;

    /// <summary>So many zones are looked up together: each look waits for memory, and they wait at the same time.</summary>
    private const int MostWaiting = 32;

    private readonly TextPool _names = new();
    private readonly TextPool _others = new();
    private readonly Waiting[] _waiting = new Waiting[MostWaiting];
    private int _count;

    /// <summary>Keeps looks ahead from being left out.</summary>
    private int _seen;

    /// <summary>The ways in which each name was told of, a bit each.</summary>
    private byte[] _told = new byte[16];

    /// <summary>The number of the zone that a message names; a new one is told to <paramref name="into"/>. 0 is no zone.</summary>
    public int Add(ReadOnlySpan<byte> message, in MessageMatch match, FoundLines into) => WayOf(message, match) switch
    {
        Other => AddOther(message, match, into),
        var way => NumberOf(_names.Add(match.Zone.Of(message)), way, match.Zone.Of(message), into),
    };

    /// <summary>Gives the last event its zone, at the latest when <see cref="Settle"/> is called.</summary>
    /// <param name="text">A text that stays until then.</param>
    /// <param name="start">Where the message begins in it.</param>
    /// <param name="match">What the message says.</param>
    /// <param name="into">Has the event.</param>
    public void AddLater(ReadOnlySpan<byte> text, int start, in MessageMatch match, FoundLines into)
    {
        var way = WayOf(text[start..], match);
        if (way == Other)
        {
            Settle(text, into);
            into.Events.Plain![into.Events.Count - 1].Zone = AddOther(text[start..], match, into);
            return;
        }

        if (_count == MostWaiting)
        {
            Settle(text, into);
        }

        var name = match.Zone.Shifted(start);
        _waiting[_count++] = new Waiting(name, TextPool.Hash(name.Of(text)), into.Events.Count - 1, way);
    }

    /// <summary>Gives the events that wait for them their zones.</summary>
    public void Settle(ReadOnlySpan<byte> text, FoundLines into)
    {
        Span<TextPool.Slot> guesses = stackalloc TextPool.Slot[MostWaiting];
        var waiting = _waiting.AsSpan(0, _count);
        var events = into.Events.Plain.AsSpan();
        for (var place = 0; place < waiting.Length; place++)
        {
            guesses[place] = _names.GuessOf(waiting[place].Hash);
        }

        var seen = 0;
        foreach (ref readonly var guess in guesses[.._count])
        {
            seen += _names.Look(guess);
        }

        _seen = seen;

        for (var place = 0; place < waiting.Length; place++)
        {
            ref readonly var each = ref waiting[place];
            var name = each.Name.Of(text);
            var id = _names.Has(guesses[place], name, each.Hash) ? guesses[place].Id : _names.Add(name, each.Hash);
            events[each.Event].Zone = NumberOf(id, each.Way, name, into);
        }

        _count = 0;
    }

    /// <summary>What is written in each way must say what is name, what class and what view: a name may look like one with a class.</summary>
    private static int WayOf(ReadOnlySpan<byte> message, in MessageMatch match) =>
        !match.View.IsEmpty || match.Zone.IsEmpty ? Other
        : match.Class.IsEmpty ? Name
        : match.Class.Of(message).SequenceEqual("IN"u8) ? NameAndIn
        : Other;

    private int NumberOf(int name, int way, ReadOnlySpan<byte> written, FoundLines into)
    {
        if (name >= _told.Length)
        {
            Array.Resize(ref _told, Math.Max(name + 1, _told.Length * 2));
        }

        var number = (name * Ways) + way;
        if ((_told[name] & (1 << way)) == 0)
        {
            _told[name] |= (byte)(1 << way);
            var zoneClass = way == Name ? [] : "IN"u8;
            Tell(number, ZonePool.WriteKey(written, zoneClass, [], into.Room(ZonePool.MostOfKey(written, zoneClass, []))), into);
        }

        return number;
    }

    private int AddOther(ReadOnlySpan<byte> message, in MessageMatch match, FoundLines into)
    {
        var name = match.ZoneName(message);
        var zoneClass = match.Class.Of(message);
        var view = match.View.Of(message);
        var key = into.Room(ZonePool.MostOfKey(name, zoneClass, view));
        var length = ZonePool.WriteKey(name, zoneClass, view, key);
        var known = _others.Count;
        var number = (_others.Add(key[..length]) * Ways) + Other;
        if (_others.Count > known)
        {
            Tell(number, length, into);
        }

        return number;
    }

    private static void Tell(int number, int length, FoundLines into) => into.NewZones.Add((number, into.Use(length)));

    /// <summary>A name to be looked up.</summary>
    /// <param name="Name">Where it stands in the text.</param>
    /// <param name="Hash">Its hash.</param>
    /// <param name="Event">The event whose zone it is.</param>
    /// <param name="Way">How it is written.</param>
    private readonly record struct Waiting(Slice Name, uint Hash, int Event, int Way);
}
