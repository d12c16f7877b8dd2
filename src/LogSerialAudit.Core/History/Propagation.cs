using LogSerialAudit.Messages;

namespace LogSerialAudit.History;

/// <summary>Who took which serial when, for all zones and observers.</summary>
/// <remarks>
/// Servers are compared in what they serve. A view's name is its server's own: where no server has a zone in two views,
/// views do not part it. The unsigned version of an inline-signed zone stands by itself; where a server takes it from
/// another one before it signs, so do servers that have one version only.
/// </remarks>
public sealed class Propagation
{
    private Propagation(IReadOnlyList<ZonePropagation> zones, IReadOnlyList<ClockDistance> clocks) => (Zones, Clocks) = (zones, clocks);

    /// <summary>The zones, by name, class, view and side.</summary>
    public IReadOnlyList<ZonePropagation> Zones { get; }

    /// <summary>How far the clocks of servers are apart, where transfers that both log bound it.</summary>
    public IReadOnlyList<ClockDistance> Clocks { get; }

    /// <summary>Collects the takings of all rows.</summary>
    /// <param name="walk">Hands over each row in time order.</param>
    /// <param name="histories">The histories, in their order.</param>
    public static Propagation Of(Action<RowVisitor> walk, IReadOnlyList<SerialHistory> histories)
    {
        var known = new Dictionary<SerialHistory, TakingsOfHistory>();
        var ends = new TransferEnds();
        walk((in row) =>
        {
            if (row.History.Zone.Name.Length == 0)
            {
                return;
            }

            if (!known.TryGetValue(row.History, out var takings))
            {
                known.Add(row.History, takings = new TakingsOfHistory());
            }

            takings.Follow(row);
            ends.Follow(row);
        });
        foreach (var takings in known.Values)
        {
            takings.Settle();
        }

        return new Propagation(
            [.. histories.Where(history => known.TryGetValue(history, out var takings) && (takings.Takings.Count > 0 || takings.AsksOthers))
                .GroupBy(history => (history.Zone.Name, history.Zone.Class))
                .SelectMany(zone => Flows([.. zone], known))],
            ClockDistances.Of(ends));
    }

    private static IEnumerable<ZonePropagation> Flows(IReadOnlyList<SerialHistory> zone, Dictionary<SerialHistory, TakingsOfHistory> known)
    {
        var viewsAreOne = zone.GroupBy(history => history.Observer).All(observer => observer.DistinctBy(history => history.Zone.View).Count() == 1);
        var sidesAreOne = !zone.Any(history => history.Side == ZoneSide.Raw && known[history].AsksOthers);
        foreach (var flow in zone.GroupBy(history => (View: viewsAreOne ? "" : history.Zone.View, Side: SideOf(history))))
        {
            var histories = flow.OrderBy(history => history.Observer.Name, StringComparer.Ordinal).ThenBy(history => history.Side).ToList();
            var view = histories.TrueForAll(history => history.Zone.View == histories[0].Zone.View) ? histories[0].Zone.View : "";
            yield return new ZonePropagation(
                histories[0].Zone with { View = view },
                histories,
                known);
        }

        ZoneSide SideOf(SerialHistory history) => history.Side == ZoneSide.Raw || !sidesAreOne ? history.Side : ZoneSide.None;
    }
}
