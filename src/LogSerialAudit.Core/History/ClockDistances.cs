using System.Runtime.InteropServices;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Sets the two ends of transfers against each other. Only servers are compared that log the same transfers, and no more of them than can be:
/// names and serials in a log may be made up so that all fit all.
/// </summary>
internal sealed class ClockDistances
{
    /// <summary>So many transfers have to fit together, without one that does not.</summary>
    private const int Enough = 3;

    /// <summary>As many pairs of ends as are looked at: those of some thousand secondaries of one primary.</summary>
    private const int Most = 5_000_000;

    private readonly TransferEnds _ends;
    private readonly Dictionary<TransferEnds.Transfer, List<Observer>> _takers = [];

    /// <summary>Who took a transfer by the address and port that it names as its own.</summary>
    private readonly Dictionary<(TransferEnds.Transfer Transfer, string Own), List<Observer>> _own = [];
    private int _looked;

    private ClockDistances(TransferEnds ends)
    {
        _ends = ends;
        foreach (var (secondary, taken) in ends.Takers)
        {
            foreach (var (transfer, end) in taken)
            {
                if (end is not null)
                {
                    AddTo(_takers, transfer, secondary);
                    AddTo(_own, (transfer, end.Own), secondary);
                }
            }
        }
    }

    /// <summary>The distances of clocks that transfers bound, by primary and secondary, and whether all servers were compared.</summary>
    public static (IReadOnlyList<ClockDistance> Found, bool IsWhole) Of(TransferEnds ends)
    {
        var (all, distances) = (new ClockDistances(ends), new List<ClockDistance>());
        foreach (var primary in ends.Givers.GroupBy(giver => giver.Key.Observer, giver => new Client(giver.Key.Client, giver.Value)))
        {
            var ofPrimary = all.Of(primary.Key, [.. primary]);

            // What was left undone could have been the proof that a client is another.
            if (all._looked > Most)
            {
                break;
            }

            distances.AddRange(ofPrimary);
        }

        return ([.. distances.OrderBy(distance => distance.Primary.Name, StringComparer.Ordinal).ThenBy(distance => distance.Secondary.Name, StringComparer.Ordinal)], all._looked <= Most);
    }

    private List<ClockDistance> Of(Observer primary, List<Client> clients)
    {
        var (proven, distances) = (ProvenOf(primary, clients), new List<ClockDistance>());
        foreach (var (secondary, own) in proven)
        {
            Add(secondary, own, isProven: true);
        }

        var known = proven.Values.SelectMany(own => own).Select(client => client.Address).ToHashSet(StringComparer.Ordinal);
        foreach (var (secondary, fitting) in FittingOf(primary, clients.Where(client => !known.Contains(client.Address)), proven))
        {
            Add(secondary, fitting, isProven: false);
        }

        return distances;

        void Add(Observer secondary, List<Client> own, bool isProven)
        {
            if (Looks(own.Sum(client => client.Given.Count)) && Of(primary, secondary, own, _ends.Takers[secondary], isProven) is { } distance)
            {
                distances.Add(distance);
            }
        }
    }

    /// <summary>The clients that are a secondary for sure: it names, of one transfer, the very address and port that the primary names.</summary>
    private Dictionary<Observer, List<Client>> ProvenOf(
        Observer primary, List<Client> clients)
    {
        var proven = new Dictionary<Observer, List<Client>>();
        foreach (var client in clients)
        {
            foreach (var (transfer, end) in client.Given)
            {
                if (end is not null && _own.TryGetValue((transfer, end.Client), out var takers) && Looks(takers.Count))
                {
                    foreach (var secondary in takers.Where(taker => taker != primary && !(proven.TryGetValue(taker, out var own) && own[^1].Address == client.Address)))
                    {
                        AddTo(proven, secondary, client);
                    }
                }
            }
        }

        return proven;
    }

    /// <summary>The clients that could be a secondary of which nothing is proven: it took enough of the transfers that they were given.</summary>
    private Dictionary<Observer, List<Client>> FittingOf(
        Observer primary,
        IEnumerable<Client> clients,
        Dictionary<Observer, List<Client>> proven)
    {
        var fitting = new Dictionary<Observer, List<Client>>();
        var common = new Dictionary<Observer, int>();
        foreach (var client in clients.Where(client => client.Given.Count >= Enough))
        {
            common.Clear();
            foreach (var (transfer, end) in client.Given)
            {
                if (end is not null && _takers.TryGetValue(transfer, out var takers) && Looks(takers.Count))
                {
                    foreach (var secondary in takers)
                    {
                        if (++CollectionsMarshal.GetValueRefOrAddDefault(common, secondary, out _) == Enough && secondary != primary && !proven.ContainsKey(secondary))
                        {
                            AddTo(fitting, secondary, client);
                        }
                    }
                }
            }
        }

        return fitting;
    }

    /// <summary>Whether there is room for so many more pairs of ends.</summary>
    private bool Looks(int pairs)
    {
        _looked = Math.Min(_looked, Most) + pairs;
        return _looked <= Most;
    }

    private static void AddTo<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key, TItem item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }

    /// <summary>What the clients that fit leave possible; null where none fits.</summary>
    private static ClockDistance? Of(
        Observer primary,
        Observer secondary,
        List<Client> clients,
        Dictionary<TransferEnds.Transfer, TransferEnds.Taken?> taken,
        bool isProven)
    {
        var fitting = clients
            .Select(client => (client.Address, Bound: BoundOf(client.Given, taken)))
            .Where(client => client.Bound is not null)
            .Select(client => (client.Address, Bound: client.Bound!.Value))
            .OrderBy(client => client.Address, StringComparer.Ordinal)
            .ToList();
        return fitting.Count == 0 ? null : new ClockDistance(
            primary,
            secondary,
            fitting.Min(client => client.Bound.Transfers),
            fitting.Exists(client => client.Bound.Least is null) ? null : fitting.Min(client => client.Bound.Least!.Value),
            fitting.Max(client => client.Bound.Most),
            [.. fitting.Select(client => client.Address)],
            isProven);
    }

    private static (int Transfers, Duration? Least, Duration Most)? BoundOf(
        Dictionary<TransferEnds.Transfer, TransferEnds.Given?> given, Dictionary<TransferEnds.Transfer, TransferEnds.Taken?> taken)
    {
        var (count, least, most) = (0, (Duration?)null, Duration.MaxValue);
        foreach (var (transfer, end) in given)
        {
            if (end is not null && taken.TryGetValue(transfer, out var other) && other is not null)
            {
                var bound = other.Ahead(end);
                count++;
                least = bound.Least is { } atLeast && !(least > atLeast) ? atLeast : least;
                most = Duration.Min(most, bound.Most);
            }
        }

        return count < Enough || least > most ? null : (count, least, most);
    }

    /// <summary>What a primary gave to one address.</summary>
    private sealed record Client(string Address, Dictionary<TransferEnds.Transfer, TransferEnds.Given?> Given);
}
