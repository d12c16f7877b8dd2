using System.Runtime.InteropServices;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>
/// Parts episodes into incidents: an episode joins the newest one of its primary, or of its zone and pair of serials, as long as that
/// is not over for a day.
/// </summary>
/// <remarks>
/// Where all episodes of a zone are one server's about one address, and the same is true of all zones of that address, the pair can't
/// know of a newer or a longer incident than the address does, so pairs are kept of the other zones only.
/// </remarks>
internal sealed class IncidentParting
{
    private static readonly Duration Pause = Duration.FromDays(1);

    private readonly IReadOnlyList<Episode> _episodes;
    private readonly List<List<int>> _groups = [];

    /// <summary>The numbers of the addresses, and those by the numbers of the primaries as logged, each with 1 added.</summary>
    private readonly Dictionary<string, int> _addresses = new(StringComparer.Ordinal);
    private int[] _addressOf = [];

    private readonly Dictionary<(string Zone, SerialNumber? Offered, SerialNumber? Held), Joinable> _ofPair = [];

    private IncidentParting(IReadOnlyList<Episode> episodes) => _episodes = episodes;

    /// <summary>The places of the episodes of each incident, by first complaint; those without a time last.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Episode> episodes) => new IncidentParting(episodes).Part();

    /// <summary>When an episode ended, or was seen last; null where that is not known.</summary>
    public static Dated? EndOf(Episode episode) =>
        episode.Ended is { Exists: true } ended ? ended : episode.Last is { Exists: true } last ? last : null;

    private List<List<int>> Part()
    {
        var hasPairs = AddressesWithPairs();
        var ofAddress = new Joinable[_addresses.Count];
        foreach (var place in InOrder())
        {
            var episode = _episodes[place];
            var (address, first, end) = (AddressOf(episode), FirstOf(episode), EndOf(episode)?.At ?? Instant.MaxValue);
            if (hasPairs[address])
            {
                ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofPair, (episode.History.Zone.Name, episode.Offered, episode.Held), out _);
                var group = Add(place, Math.Max(ofAddress[address].GroupFor(first), pair.GroupFor(first)));
                ofAddress[address].Join(group, end);
                pair.Join(group, end);
            }
            else
            {
                ofAddress[address].Join(Add(place, ofAddress[address].GroupFor(first)), end);
            }
        }

        return _groups;
    }

    private int Add(int place, int group)
    {
        if (group < 0)
        {
            group = _groups.Count;
            _groups.Add([]);
        }

        _groups[group].Add(place);
        return group;
    }

    private int AddressOf(Episode episode)
    {
        var primary = episode.PrimaryNumber;
        if (primary >= _addressOf.Length)
        {
            Array.Resize(ref _addressOf, Math.Max(primary + 1, _addressOf.Length * 2));
        }

        ref var number = ref _addressOf[primary];
        if (number == 0)
        {
            var address = PeerAddress.WithoutPort(episode.Primary);
            _addresses.TryAdd(address, _addresses.Count);
            number = _addresses[address] + 1;
        }

        return number - 1;
    }

    /// <summary>Numbers the addresses, and tells those that have a zone of which another server complains, or about another address, or without a time.</summary>
    private bool[] AddressesWithPairs()
    {
        var only = new Dictionary<string, SerialHistory>(StringComparer.Ordinal);
        var known = new PerHistory<int>();
        var mixed = new HashSet<int>();
        var mixedZones = new HashSet<string>(StringComparer.Ordinal);
        foreach (var episode in _episodes)
        {
            var (history, address) = (episode.History, AddressOf(episode));
            ref var before = ref known[history];
            if (!episode.First.Exists || (before > 0 && before != address + 1))
            {
                mixedZones.Add(history.Zone.Name);
                mixed.Add(address);
            }
            else if (before == 0)
            {
                before = address + 1;
                if (!only.TryAdd(history.Zone.Name, history))
                {
                    mixedZones.Add(history.Zone.Name);
                }
            }
        }

        foreach (var episode in mixedZones.Count == 0 ? [] : _episodes)
        {
            if (mixedZones.Contains(episode.History.Zone.Name))
            {
                mixed.Add(AddressOf(episode));
            }
        }

        var hasPairs = new bool[_addresses.Count];
        foreach (var address in mixed)
        {
            hasPairs[address] = true;
        }

        return hasPairs;
    }

    /// <summary>The places by first complaint; mostly that is their order.</summary>
    private IEnumerable<int> InOrder()
    {
        var last = Instant.MinValue;
        foreach (var episode in _episodes)
        {
            var first = FirstOf(episode);
            if (first < last)
            {
                return Enumerable.Range(0, _episodes.Count).OrderBy(place => FirstOf(_episodes[place]));
            }

            last = first;
        }

        return Enumerable.Range(0, _episodes.Count);
    }

    private static Instant FirstOf(Episode episode) => episode.First is { Exists: true } first ? first.At : Instant.MaxValue;

    /// <summary>The newest group that a primary or a pair has, as long as its last end is not too long ago.</summary>
    private struct Joinable
    {
        /// <summary>One more than the group; 0 where there is none.</summary>
        private int _next;
        private Instant _end;

        /// <summary>The group that an episode joins; -1 where it joins none.</summary>
        /// <param name="first">Its first complaint, the latest instant where it has no time.</param>
        public readonly int GroupFor(Instant first) => _next > 0 && (first == Instant.MaxValue || _end == Instant.MaxValue || first - _end <= Pause) ? _next - 1 : -1;

        public void Join(int group, Instant end) => (_next, _end) = (group + 1, _next == group + 1 ? Instant.Max(_end, end) : end);
    }
}
