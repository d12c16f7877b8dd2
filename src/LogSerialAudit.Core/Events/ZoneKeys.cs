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
    private const int NameAndClass = 1;
    private const int Other = 2;

    private readonly TextPool[] _written = [new(), new(), new()];

    /// <summary>The number of the zone that a message names; a new one is told to <paramref name="into"/>. 0 is no zone.</summary>
    public int Add(ReadOnlySpan<byte> message, in MessageMatch match, FoundLines into)
    {
        var way = WayOf(match);
        return way == Other ? AddKey(message, match, into) : Add(way, message[match.Zone.Start..(way == Name ? match.Zone : match.Class).End], message, match, into);
    }

    /// <summary>What is written in each way must say what is name, what class and what view: a name may look like one with a class.</summary>
    private static int WayOf(in MessageMatch match) =>
        !match.View.IsEmpty || match.Zone.IsEmpty ? Other
        : match.Class.IsEmpty ? Name
        : match.Class.Start == match.Zone.End + 1 ? NameAndClass
        : Other;

    private int Add(int way, ReadOnlySpan<byte> written, ReadOnlySpan<byte> message, in MessageMatch match, FoundLines into)
    {
        var pool = _written[way];
        var known = pool.Count;
        var number = (pool.Add(written) * Ways) + way;
        if (pool.Count > known)
        {
            into.NewZones.Add((number, into.Use(ZonePool.WriteKey(message, match, into.Room(ZonePool.MostOfKey(match))))));
        }

        return number;
    }

    private int AddKey(ReadOnlySpan<byte> message, in MessageMatch match, FoundLines into)
    {
        var key = into.Room(ZonePool.MostOfKey(match));
        return Add(Other, key[..ZonePool.WriteKey(message, match, key)], message, match, into);
    }
}
