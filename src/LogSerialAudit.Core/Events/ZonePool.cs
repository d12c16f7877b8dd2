using System.Runtime.Intrinsics;

namespace LogSerialAudit.Events;

/// <summary>The zones that lines name, each kept once and known by a number. 0 is no zone.</summary>
public sealed class ZonePool
{
    private readonly TextPool _keys = new();
    private Known[] _known = new Known[16];

    /// <summary>Those that were asked for by name: most are only shown, as bytes.</summary>
    private ZoneName?[] _zones = [];

    /// <summary>How many zones there are, no zone included.</summary>
    public int Count => _keys.Count;

    /// <summary>The zone of a number.</summary>
    public ZoneName this[int id]
    {
        get
        {
            if (id == 0)
            {
                return ZoneName.None;
            }

            var zones = _zones;
            if (id >= zones.Length)
            {
                lock (_keys)
                {
                    Array.Resize(ref zones, _known.Length);
                    _zones = zones;
                }
            }

            return zones[id] ??= Parse(_keys[id]);
        }
    }

    /// <summary>The name of the zone of a number, as bytes; empty where there is none.</summary>
    internal ReadOnlySpan<byte> NameOf(int id) => _keys.Start(_known[id].Start, _known[id].NameLength);

    /// <summary>Looks at the names of the zones of events, so that they are at hand when they are needed: all looks wait for memory at the same time.</summary>
    /// <returns>A number that means nothing.</returns>
    internal int LookAhead(ReadOnlySpan<LogEvent> next)
    {
        var seen = 0;
        foreach (ref readonly var each in next)
        {
            seen += _known[each.Zone].NameLength;
        }

        foreach (ref readonly var each in next)
        {
            seen += NameOf(each.Zone) is { IsEmpty: false } name ? name[0] : 0;
        }

        return seen;
    }

    /// <summary>The number of the zone with its class: a line that names none is taken for class IN.</summary>
    internal int WholeOf(int id) => _known[id].Whole;

    /// <summary>The number of a zone; a new one where it is new. Files that have a pool together may be scanned side by side.</summary>
    /// <param name="key">What <see cref="WriteKey"/> wrote.</param>
    internal int Add(ReadOnlySpan<byte> key)
    {
        lock (_keys)
        {
            var known = _keys.Count;
            var id = _keys.Add(key);
            if (id == known)
            {
                Know(id, key);
            }

            return id;
        }
    }

    private void Know(int id, ReadOnlySpan<byte> key)
    {
        if (id >= _known.Length)
        {
            Array.Resize(ref _known, _known.Length * 2);
        }

        var length = key.IndexOf((byte)0);
        _known[id] = new Known(_keys.PlaceOf(id), length, id);
        if (length > 0 && key[length + 1] == 0)
        {
            // This may take larger room for what is known.
            var whole = Add([.. key[..(length + 1)], .. "IN"u8, .. key[(length + 1)..]]);
            _known[id] = new Known(_keys.PlaceOf(id), length, whole);
        }
    }

    /// <summary>Lets go of what only <see cref="Add"/> needs: no zone follows.</summary>
    internal void Close() => _keys.Close();

    /// <summary>How long the key of a zone can be at most.</summary>
    internal static int MostOfKey(ReadOnlySpan<byte> name, ReadOnlySpan<byte> zoneClass, ReadOnlySpan<byte> view) =>
        name.Length + Math.Max(2, zoneClass.Length) + view.Length + 2 + Vector128<byte>.Count;

    /// <summary>Writes a zone as a line names it, as <see cref="Add"/> takes it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="zoneClass">Its class; empty where the line names none.</param>
    /// <param name="view">Its view; empty where the line names none.</param>
    /// <param name="key">Room for <see cref="MostOfKey"/> bytes.</param>
    /// <returns>The length; 0 where the line names no zone.</returns>
    internal static int WriteKey(ReadOnlySpan<byte> name, ReadOnlySpan<byte> zoneClass, ReadOnlySpan<byte> view, Span<byte> key)
    {
        zoneClass = ClassOf(zoneClass);
        if (view.SequenceEqual("_default"u8))
        {
            // Some lines name the view that others leave out.
            view = default;
        }

        if (name.IsEmpty && view.IsEmpty)
        {
            return 0;
        }

        // Names hold no byte 0 unescaped, so it parts name, class and view.
        var at = LowerCase(name, key);
        key[at++] = 0;
        zoneClass.CopyTo(key[at..]);
        at += zoneClass.Length;
        key[at++] = 0;
        view.CopyTo(key[at..]);
        return at + view.Length;
    }

    /// <summary>Copies a name in lower case and without its final dot (RFC 4343; the root keeps its dot).</summary>
    private static int LowerCase(ReadOnlySpan<byte> name, Span<byte> target)
    {
        if (name.Length > 1 && name[^1] == '.' && name[^2] != '\\')
        {
            name = name[..^1];
        }

        // Bytes past ASCII have no case in DNS. What is written behind the name is written over.
        var at = 0;
        for (; name.Length - at >= Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            LowerCase(Vector128.Create(name[at..])).CopyTo(target[at..]);
        }

        if (at < name.Length)
        {
            name[at..].CopyTo(target[at..]);
            LowerCase(Vector128.Create<byte>(target[at..])).CopyTo(target[at..]);
        }

        return name.Length;
    }

    private static Vector128<byte> LowerCase(Vector128<byte> text) =>
        text | (Vector128.LessThan(text - Vector128.Create((byte)'A'), Vector128.Create((byte)26)) & Vector128.Create((byte)0x20));

    /// <summary>The class as BIND writes it in a zone's name; operators write it small, and BIND 4 as a number (RFC 1035 section 3.2.4).</summary>
    private static ReadOnlySpan<byte> ClassOf(ReadOnlySpan<byte> zoneClass) =>
        zoneClass.SequenceEqual("in"u8) || zoneClass.SequenceEqual("1"u8) ? "IN"u8
        : zoneClass.SequenceEqual("ch"u8) || zoneClass.SequenceEqual("3"u8) ? "CH"u8
        : zoneClass.SequenceEqual("hs"u8) || zoneClass.SequenceEqual("4"u8) ? "HS"u8
        : zoneClass;

    /// <summary>Takes a key apart.</summary>
    private static ZoneName Parse(ReadOnlySpan<byte> key)
    {
        var first = key.IndexOf((byte)0);
        var second = first + 1 + key[(first + 1)..].IndexOf((byte)0);
        var zoneClass = key[(first + 1)..second];
        return new ZoneName(LogText.Decode(key[..first]), zoneClass.SequenceEqual("IN"u8) ? "IN" : LogText.Decode(zoneClass), LogText.Decode(key[(second + 1)..]));
    }

    /// <summary>What is known of a zone.</summary>
    /// <param name="Start">Where its key is kept, which its name begins.</param>
    /// <param name="NameLength">How long its name is.</param>
    /// <param name="Whole">The number of the zone with its class.</param>
    private readonly record struct Known(TextPool.Place Start, int NameLength, int Whole);
}
