using System.Runtime.InteropServices;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings;

/// <summary>Finds each zone's pairs of serials once.</summary>
internal static class IncidentPairs
{
    /// <summary>A serial and whether there is one.</summary>
    private const int SerialBits = 33;
    private const int PlaceBits = 31;

    /// <summary>The first episode of each pair, by zone, held and offered serial; a serial that is not known comes before all others.</summary>
    public static IReadOnlyList<Episode> Of(Incident incident)
    {
        var (episodes, ranks) = (incident.Episodes, new Dictionary<SerialHistory, int>());
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var zone in incident.Zones)
        {
            names.Add(zone, names.Count);
        }

        var keys = new UInt128[episodes.Count];
        for (var place = 0; place < keys.Length; place++)
        {
            var episode = episodes[place];
            var history = episode.History;
            if (!ranks.TryGetValue(history, out var rank))
            {
                ranks.Add(history, rank = names[history.Zone.Name]);
            }

            keys[place] = new UInt128(((ulong)rank << SerialBits) | BitsOf(episode.Held), (BitsOf(episode.Offered) << PlaceBits) | (uint)place);
        }

        Array.Sort(keys);
        return new EpisodeList(episodes, FirstOfEach(episodes, keys));
    }

    private static ReadOnlySpan<int> FirstOfEach(IReadOnlyList<Episode> episodes, UInt128[] keys)
    {
        var first = new List<int>();
        var zones = new HashSet<ZoneName>();
        for (var next = 0; next < keys.Length; next++)
        {
            var place = (int)((ulong)keys[next] & ((1UL << PlaceBits) - 1));
            var isSame = next > 0 && keys[next] >> PlaceBits == keys[next - 1] >> PlaceBits;
            if (!isSame)
            {
                zones.Clear();
                first.Add(place);
            }

            // A zone of that name may be of another class, or in another view.
            var isLast = next == keys.Length - 1 || keys[next] >> PlaceBits != keys[next + 1] >> PlaceBits;
            if ((isSame || !isLast) && zones.Add(episodes[place].History.Zone) && isSame)
            {
                first.Add(place);
            }
        }

        return CollectionsMarshal.AsSpan(first);
    }

    private static ulong BitsOf(SerialNumber? serial) => serial is { } value ? value.Value + 1UL : 0;
}
