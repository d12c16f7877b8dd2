using NodaTime;

namespace LogSerialAudit.History;

/// <summary>Sets the two ends of transfers against each other.</summary>
internal static class ClockDistances
{
    /// <summary>So many transfers have to fit together, without one that does not.</summary>
    private const int Enough = 3;

    /// <summary>The distances of clocks that transfers bound, by primary and secondary.</summary>
    public static IReadOnlyList<ClockDistance> Of(TransferEnds ends)
    {
        var distances = new List<ClockDistance>();
        foreach (var primary in ends.Givers.GroupBy(giver => giver.Key.Observer, giver => (giver.Key.Client, Given: giver.Value)))
        {
            var proven = new HashSet<string>(StringComparer.Ordinal);
            var others = new List<(Observer Secondary, Dictionary<TransferEnds.Transfer, TransferEnds.Taken?> Taken)>();
            foreach (var (secondary, taken) in ends.Takers.Where(taker => taker.Key != primary.Key))
            {
                var own = primary.Where(giver => IsOwn(giver.Given, taken)).ToList();
                proven.UnionWith(own.Select(giver => giver.Client));
                if (own.Count == 0)
                {
                    others.Add((secondary, taken));
                }
                else if (Of(primary.Key, secondary, own, taken, isProven: true) is { } distance)
                {
                    distances.Add(distance);
                }
            }

            var left = primary.Where(giver => !proven.Contains(giver.Client)).ToList();
            distances.AddRange(others.Select(other => Of(primary.Key, other.Secondary, left, other.Taken, isProven: false)).OfType<ClockDistance>());
        }

        return [.. distances.OrderBy(distance => distance.Primary.Name, StringComparer.Ordinal).ThenBy(distance => distance.Secondary.Name, StringComparer.Ordinal)];
    }

    /// <summary>Whether a secondary names, of one transfer, the very address and port that the primary names.</summary>
    private static bool IsOwn(Dictionary<TransferEnds.Transfer, TransferEnds.Given?> given, Dictionary<TransferEnds.Transfer, TransferEnds.Taken?> taken) =>
        given.Any(each => each.Value is { } end && taken.TryGetValue(each.Key, out var other) && other?.Own == end.Client);

    /// <summary>What the clients that fit leave possible; null where none fits.</summary>
    private static ClockDistance? Of(
        Observer primary,
        Observer secondary,
        List<(string Client, Dictionary<TransferEnds.Transfer, TransferEnds.Given?> Given)> clients,
        Dictionary<TransferEnds.Transfer, TransferEnds.Taken?> taken,
        bool isProven)
    {
        var fitting = clients
            .Select(client => (client.Client, Bound: BoundOf(client.Given, taken)))
            .Where(client => client.Bound is not null)
            .Select(client => (client.Client, Bound: client.Bound!.Value))
            .OrderBy(client => client.Client, StringComparer.Ordinal)
            .ToList();
        return fitting.Count == 0 ? null : new ClockDistance(
            primary,
            secondary,
            fitting.Min(client => client.Bound.Transfers),
            fitting.Exists(client => client.Bound.Least is null) ? null : fitting.Min(client => client.Bound.Least!.Value),
            fitting.Max(client => client.Bound.Most),
            [.. fitting.Select(client => client.Client)],
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
}
