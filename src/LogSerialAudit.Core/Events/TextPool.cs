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

    /// <summary>Drawn for each process, so that names chosen by an attacker can't be made to collide.</summary>
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private readonly List<byte[]> _chunks = [];
    private Entry[] _entries = new Entry[16];
    private string?[] _strings = [];
    private int[] _slots = new int[32];
    private int _used = ChunkLength;

    /// <summary>How many different texts there are, the empty one included.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>How many bytes they take.</summary>
    internal long UsedBytes => _chunks.Sum(chunk => (long)chunk.Length) + ((long)_entries.Length * 16) + ((long)_slots.Length * sizeof(int));

    /// <summary>The text of a number.</summary>
    public ReadOnlySpan<byte> this[int id] => id == 0 ? [] : Bytes(_entries[id]);

    /// <summary>The text of a number, decoded by <see cref="LogText"/>; the same string each time.</summary>
    public string String(int id)
    {
        if (id == 0)
        {
            return "";
        }

        if (id >= _strings.Length)
        {
            Array.Resize(ref _strings, _entries.Length);
        }

        return _strings[id] ??= LogText.Decode(this[id]);
    }

    /// <summary>The number of a text; a new one where it is new.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var hash = Hash(text);
        if (Find(text, hash, out var slot) is > 0 and var id)
        {
            return id;
        }

        _slots[slot] = Count;
        return Keep(text, hash);
    }

    /// <summary>The number of a text that is not empty; -1 where it is not here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hash">Its <see cref="Hash"/>.</param>
    internal int Find(ReadOnlySpan<byte> text, uint hash) => Find(text, hash, out _);

    private int Find(ReadOnlySpan<byte> text, uint hash, out int slot)
    {
        slot = (int)hash & (_slots.Length - 1);
        while (_slots[slot] is > 0 and var id)
        {
            ref readonly var entry = ref _entries[id];
            if (entry.Hash == hash && Bytes(entry).SequenceEqual(text))
            {
                return id;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        return -1;
    }

    private int Keep(ReadOnlySpan<byte> text, uint hash)
    {
        if (_used + text.Length > (_chunks.Count == 0 ? 0 : _chunks[^1].Length))
        {
            _chunks.Add(GC.AllocateUninitializedArray<byte>(Math.Max(_chunks.Count == 0 ? ChunkLength / 16 : ChunkLength, text.Length)));
            _used = 0;
        }

        text.CopyTo(_chunks[^1].AsSpan(_used));
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        _entries[Count] = new Entry(_chunks.Count - 1, _used, text.Length, hash);
        _used += text.Length;
        if (++Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var id = 1; id < Count; id++)
        {
            var slot = (int)_entries[id].Hash & (_slots.Length - 1);
            while (_slots[slot] > 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = id;
        }
    }

    private ReadOnlySpan<byte> Bytes(in Entry entry) => _chunks[entry.Chunk].AsSpan(entry.Start, entry.Length);

    /// <summary>Eight bytes at a time, each multiplied into the hash with both halves of the product (as wyhash does).</summary>
    internal static uint Hash(ReadOnlySpan<byte> text)
    {
        var hash = Seed ^ (ulong)text.Length;
        var rest = text;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        ulong tail = 0;
        if (text.Length >= sizeof(ulong))
        {
            tail = BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var value in rest)
            {
                tail = (tail << 8) | value;
            }
        }

        hash = Mix(hash ^ tail);
        return (uint)(hash ^ (hash >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, 0x9E3779B97F4A7C15, out var low);
        return high ^ low;
    }

    private readonly record struct Entry(int Chunk, int Start, int Length, uint Hash);
}
