using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace LogSerialAudit.Events;

/// <summary>
/// Byte strings that come again and again, each kept once and known by a number, in order of first appearance. 0 is the
/// empty one. They lie side by side in chunks, so that many cost the garbage collector nothing.
/// </summary>
public sealed class TextPool
{
    private const int ChunkLength = 64 * 1024;

    /// <summary>As many words as the longest name of a zone has.</summary>
    private const int Words = 32;

    /// <summary>Drawn for each process, so that names chosen by an attacker can't be made to collide; one for each word, and an odd one to multiply with.</summary>
    private static readonly ulong[] Secrets = [.. Enumerable.Range(0, Words).Select(_ => Secret()), Secret() | 1];

    /// <summary>The same, where it is at hand.</summary>
    private readonly ulong[] _secrets = Secrets;
    private byte[][] _chunks = [];
    private Place[] _places = new Place[16];
    private string?[] _strings = [];

    /// <summary>A hash table whose slots say where their texts are, so that looking up costs two places in memory.</summary>
    private Slot[] _slots = new Slot[32];
    private int _used = ChunkLength;

    /// <summary>How many different texts there are, the empty one included.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>How many bytes they take.</summary>
    internal long UsedBytes => _chunks.Sum(chunk => (long)chunk.Length)
        + ((long)_places.Length * Unsafe.SizeOf<Place>()) + ((long)_slots.Length * Unsafe.SizeOf<Slot>());

    /// <summary>The text of a number.</summary>
    public ReadOnlySpan<byte> this[int id] => id == 0 ? [] : Bytes(_places[id]);

    /// <summary>Where the text of a number lies; none where there is no text.</summary>
    internal Place PlaceOf(int id) => _places[id];

    /// <summary>The first bytes of the text at a place.</summary>
    internal ReadOnlySpan<byte> Start(Place place, int length) => length == 0 ? [] : _chunks[place.Chunk].AsSpan(place.Start, length);

    /// <summary>The text of a number, decoded by <see cref="LogText"/>; the same string each time.</summary>
    public string String(int id)
    {
        if (id == 0)
        {
            return "";
        }

        if (id >= _strings.Length)
        {
            Array.Resize(ref _strings, _places.Length);
        }

        return _strings[id] ??= LogText.Decode(this[id]);
    }

    /// <summary>The number of a text; a new one where it is new.</summary>
    public int Add(ReadOnlySpan<byte> text) => text.IsEmpty ? 0 : Add(text, Hash(text, _secrets));

    /// <summary>The number of a text that is not empty; a new one where it is new.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hash">Its <see cref="Hash(ReadOnlySpan{byte})"/>.</param>
    internal int Add(ReadOnlySpan<byte> text, uint hash)
    {
        if (Find(text, hash, out var slot) is > 0 and var id)
        {
            return id;
        }

        var place = Keep(text);
        _slots[slot] = new Slot(hash, Count, place);
        if (Count == _places.Length)
        {
            Array.Resize(ref _places, Count * 2);
        }

        _places[Count] = place;
        if (++Count * 4L > _slots.Length * 3L)
        {
            Grow();
        }

        return Count - 1;
    }

    /// <summary>Lets go of what only <see cref="Add(ReadOnlySpan{byte})"/> and <see cref="Find(ReadOnlySpan{byte}, uint)"/> need: no text is looked for any more.</summary>
    internal void Close()
    {
        _slots = [];
        if (_chunks.Length <= 1)
        {
            // There may be ten thousands of pools with a text or two.
            Array.Resize(ref _places, Count == 1 ? 0 : Count);
            _chunks = Count == 1 ? [] : [_chunks[0][.._used]];
        }
    }

    /// <summary>The number of a text that is not empty; -1 where it is not here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hash">Its <see cref="Hash(ReadOnlySpan{byte})"/>.</param>
    internal int Find(ReadOnlySpan<byte> text, uint hash) => Find(text, hash, out _);

    /// <summary>The slot where a text with a hash most probably is: the look into the table is done, and others may be waited for at the same time.</summary>
    internal Slot GuessOf(uint hash) => _slots[(int)hash & (_slots.Length - 1)];

    /// <summary>Looks at the text of a slot, so that it is at hand when it is compared.</summary>
    internal int Look(in Slot slot) => slot.Id == 0 ? 0 : _chunks[slot.Place.Chunk][slot.Place.Start];

    /// <summary>Whether a slot is that of a text.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="text">The text.</param>
    /// <param name="hash">Its hash.</param>
    internal bool Has(in Slot slot, ReadOnlySpan<byte> text, uint hash) => slot.Hash == hash && slot.Id > 0 && Bytes(slot.Place).SequenceEqual(text);

    private int Find(ReadOnlySpan<byte> text, uint hash, out int slot)
    {
        var slots = _slots;
        for (slot = (int)hash & (slots.Length - 1); ; slot = (slot + 1) & (slots.Length - 1))
        {
            ref readonly var known = ref slots[slot];
            if (known.Id == 0)
            {
                return -1;
            }

            if (known.Hash == hash && Bytes(known.Place).SequenceEqual(text))
            {
                return known.Id;
            }
        }
    }

    private Place Keep(ReadOnlySpan<byte> text)
    {
        if (_used + text.Length > (_chunks.Length == 0 ? 0 : _chunks[^1].Length))
        {
            _chunks = [.. _chunks, GC.AllocateUninitializedArray<byte>(Math.Max(_chunks.Length == 0 ? ChunkLength / 16 : ChunkLength, text.Length))];
            _used = 0;
        }

        text.CopyTo(_chunks[^1].AsSpan(_used));
        _used += text.Length;
        return new Place(_chunks.Length - 1, _used - text.Length, text.Length);
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        foreach (ref readonly var known in old.AsSpan())
        {
            if (known.Id == 0)
            {
                continue;
            }

            var slot = (int)known.Hash & (_slots.Length - 1);
            while (_slots[slot].Id > 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = known;
        }
    }

    private ReadOnlySpan<byte> Bytes(Place place) => _chunks[place.Chunk].AsSpan(place.Start, place.Length);

    /// <summary>
    /// The halves of every eight bytes, each with a secret number added, are multiplied with one another and summed (the NH of UMAC,
    /// RFC 4418 section 5.2): who does not know the numbers can't make two texts collide but by chance.
    /// </summary>
    internal static uint Hash(ReadOnlySpan<byte> text) => Hash(text, Secrets);

    private static uint Hash(ReadOnlySpan<byte> text, ulong[] secrets)
    {
        var hash = (ulong)text.Length;
        while (text.Length > Words * sizeof(ulong))
        {
            hash = Mix(hash + Sum(text[..(Words * sizeof(ulong))], secrets), secrets);
            text = text[(Words * sizeof(ulong))..];
        }

        return (uint)(Mix(hash + Sum(text, secrets), secrets) >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Sum(ReadOnlySpan<byte> text, ulong[] secrets)
    {
        var (sum, word) = (0UL, 0);
        for (; text.Length >= sizeof(ulong) && word < secrets.Length; text = text[sizeof(ulong)..], word++)
        {
            sum += Product(BinaryPrimitives.ReadUInt64LittleEndian(text), secrets[word]);
        }

        return text.IsEmpty ? sum : sum + Product(Last(text), secrets[word]);
    }

    /// <summary>The last bytes, less than eight; how many there are the length of the text tells.</summary>
    private static ulong Last(ReadOnlySpan<byte> text)
    {
        if (text.Length >= sizeof(uint))
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(text) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^sizeof(uint)..]) << 32);
        }

        var last = 0UL;
        foreach (var value in text)
        {
            last = (last << 8) | value;
        }

        return last;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Product(ulong word, ulong secret) => (ulong)((uint)word + (uint)secret) * ((uint)(word >> 32) + (uint)(secret >> 32));

    private static ulong Secret() => ((ulong)Random.Shared.NextInt64() << 1) ^ (ulong)Random.Shared.NextInt64();

    private static ulong Mix(ulong value, ulong[] secrets) => (value ^ (value >> 32)) * secrets[Words];

    /// <summary>Where a text lies; none begins behind the first 64 KiB of a chunk.</summary>
    internal readonly record struct Place(uint At, int Length)
    {
        public Place(int chunk, int start, int length)
            : this(((uint)chunk << 16) | (uint)start, length)
        {
        }

        public int Chunk => (int)(At >> 16);

        public int Start => (int)(At & 0xffff);
    }

    internal readonly record struct Slot(uint Hash, int Id, Place Place);
}
