using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// Finds which of many texts a message goes on with: by a hash of the eight bytes that follow what all long texts begin with,
/// then by the first byte, so that the time does not grow with the number of texts. What a hash finds is compared as a whole.
/// </summary>
internal sealed class Dispatch
{
    // Up to this many texts are compared one by one.
    private const int Few = 3;

    private readonly int _offset;
    private readonly int _shift;
    private readonly Entry[]? _longer;
    private readonly Stop[] _stops;
    private readonly Stop[][]? _stopsByFirst;

    /// <summary>A dispatch over stops whose texts agree before <paramref name="settled"/>, as far as they go.</summary>
    /// <param name="stops">The stops.</param>
    /// <param name="settled">How many bytes are settled already.</param>
    public Dispatch(IReadOnlyList<Stop> stops, int settled = 0)
    {
        var longer = stops.Count <= Few ? [] : stops.Where(stop => stop.Length >= settled + sizeof(ulong)).ToList();
        _offset = CommonLength(longer);
        var end = _offset + sizeof(ulong);
        longer.RemoveAll(stop => stop.Length < end);
        var here = stops.Except(longer).ToList();
        _stops = Ordered(here);
        _stopsByFirst = here.Count <= Few ? null : ByFirst(here);
        if (longer.Count == 0)
        {
            return;
        }

        var groups = longer.GroupBy(stop => BinaryPrimitives.ReadUInt64LittleEndian(stop.Text.AsSpan(_offset))).ToList();
        var size = BitOperations.RoundUpToPowerOf2((uint)groups.Count * 2);
        _shift = 64 - BitOperations.Log2(size);
        _longer = new Entry[size];
        foreach (var group in groups)
        {
            var slot = Slot(group.Key);
            while (!_longer[slot].IsFree)
            {
                slot = (slot + 1) & (_longer.Length - 1);
            }

            _longer[slot] = group.Count() == 1 ? new Entry(group.Key, group.First(), null) : new Entry(group.Key, null, new Dispatch([.. group], end));
        }
    }

    /// <summary>The stop with the longest text that <paramref name="rest"/> begins with; null where there is none.</summary>
    public Stop? Longest(ReadOnlySpan<byte> rest)
    {
        if (_longer is { } longer && rest.Length >= _offset + sizeof(ulong))
        {
            var key = BinaryPrimitives.ReadUInt64LittleEndian(rest[_offset..]);
            var slot = Slot(key);
            while (longer[slot].Key != key && !longer[slot].IsFree)
            {
                slot = (slot + 1) & (longer.Length - 1);
            }

            ref readonly var entry = ref longer[slot];
            if (entry.Stop is { } only)
            {
                if (only.Begins(rest))
                {
                    return only;
                }
            }
            else if (entry.Next?.Longest(rest) is { } found)
            {
                return found;
            }
        }

        // The longest of them first.
        foreach (var stop in _stopsByFirst is { } byFirst && !rest.IsEmpty ? byFirst[rest[0]] : _stops)
        {
            if (stop.Begins(rest))
            {
                return stop;
            }
        }

        return null;
    }

    /// <summary>How many bytes all of the texts begin with.</summary>
    private static int CommonLength(List<Stop> stops) =>
        stops.Count == 0 ? 0 : stops.Min(stop => stop.Text.AsSpan().CommonPrefixLength(stops[0].Text));

    private static Stop[][] ByFirst(List<Stop> stops)
    {
        var table = new Stop[256][];
        Array.Fill(table, Ordered(stops.Where(stop => stop.Length == 0)));
        foreach (var first in stops.Where(stop => stop.Length > 0).Select(stop => stop.Text[0]).Distinct())
        {
            table[first] = Ordered(stops.Where(stop => stop.Length == 0 || stop.Text[0] == first));
        }

        return table;
    }

    private static Stop[] Ordered(IEnumerable<Stop> stops) => [.. stops.OrderByDescending(stop => stop.Length)];

    // Fibonacci hashing: the high bits of the product depend on all of the key.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> _shift);

    /// <summary>The texts with eight bytes in common: one stop, or what parts several.</summary>
    private readonly record struct Entry(ulong Key, Stop? Stop, Dispatch? Next)
    {
        public bool IsFree => Stop is null && Next is null;
    }
}
