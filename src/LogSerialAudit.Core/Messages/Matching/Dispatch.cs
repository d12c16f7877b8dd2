using System.Buffers.Binary;
using System.Numerics;

namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// Finds which of many texts a message goes on with: by a hash of eight bytes at a time, then by the first byte, so that
/// the time does not grow with the number of texts.
/// </summary>
internal sealed class Dispatch
{
    // Up to this many texts are compared one by one.
    private const int Few = 3;

    private readonly int _offset;
    private readonly int _shift;
    private readonly (ulong Key, Dispatch? Next)[] _longer = [];
    private readonly int[] _stops;
    private readonly int[][]? _stopsByFirst;

    /// <summary>A dispatch over stops whose texts agree before <paramref name="offset"/>, as far as they go.</summary>
    /// <param name="stops">The stops and their texts.</param>
    /// <param name="offset">How many bytes are settled already.</param>
    public Dispatch(IReadOnlyList<(int Stop, byte[] Text)> stops, int offset = 0)
    {
        _offset = offset;
        var end = offset + sizeof(ulong);
        var here = stops.Count <= Few ? stops : [.. stops.Where(stop => stop.Text.Length < end)];
        _stops = Ordered(here);
        _stopsByFirst = here.Count <= Few ? null : ByFirst(here);
        var groups = stops.Except(here)
            .GroupBy(stop => BinaryPrimitives.ReadUInt64LittleEndian(stop.Text.AsSpan(offset)))
            .ToList();
        if (groups.Count == 0)
        {
            return;
        }

        var size = BitOperations.RoundUpToPowerOf2((uint)groups.Count * 2);
        _shift = 64 - BitOperations.Log2(size);
        _longer = new (ulong Key, Dispatch? Next)[size];
        foreach (var group in groups)
        {
            // What is shorter may match as well, if the group begins with it.
            var path = group.First().Text.AsSpan(0, end).ToArray();
            var shorter = here.Where(stop => path.AsSpan().StartsWith(stop.Text));
            var slot = Slot(group.Key);
            while (_longer[slot].Next is not null)
            {
                slot = (slot + 1) & (_longer.Length - 1);
            }

            _longer[slot] = (group.Key, new Dispatch([.. group, .. shorter], end));
        }
    }

    /// <summary>The stop with the longest text that <paramref name="rest"/> begins with; negative where there is none.</summary>
    public int Longest(Stop[] stops, ReadOnlySpan<byte> rest)
    {
        var dispatch = this;
        while (dispatch._longer.Length > 0 && rest.Length >= dispatch._offset + sizeof(ulong)
            && dispatch.Next(BinaryPrimitives.ReadUInt64LittleEndian(rest[dispatch._offset..])) is { } next)
        {
            dispatch = next;
        }

        var candidates = dispatch._stopsByFirst is { } byFirst && !rest.IsEmpty ? byFirst[rest[0]] : dispatch._stops;
        foreach (var stop in candidates)
        {
            if (stops[stop].Begins(rest))
            {
                return stop;
            }
        }

        return -1;
    }

    private static int[][] ByFirst(IReadOnlyList<(int Stop, byte[] Text)> stops)
    {
        var table = new int[256][];
        Array.Fill(table, Ordered(stops.Where(stop => stop.Text.Length == 0)));
        foreach (var first in stops.Where(stop => stop.Text.Length > 0).Select(stop => stop.Text[0]).Distinct())
        {
            table[first] = Ordered(stops.Where(stop => stop.Text.Length == 0 || stop.Text[0] == first));
        }

        return table;
    }

    private static int[] Ordered(IEnumerable<(int Stop, byte[] Text)> stops) =>
        [.. stops.OrderByDescending(stop => stop.Text.Length).Select(stop => stop.Stop)];

    private Dispatch? Next(ulong key)
    {
        var slot = Slot(key);
        while (true)
        {
            ref readonly var entry = ref _longer[slot];
            if (entry.Key == key || entry.Next is null)
            {
                return entry.Next;
            }

            slot = (slot + 1) & (_longer.Length - 1);
        }
    }

    // Fibonacci hashing: the high bits of the product depend on all of the key.
    private int Slot(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> _shift);
}
