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
    /// <summary>So many takings are in memory at once.</summary>
    private const int MostAtOnce = 50_000;

    /// <summary>Prepares to tell of zones.</summary>
    /// <param name="takings">What all histories took.</param>
    /// <param name="histories">The histories, in their order.</param>
    /// <param name="clocks">How far the clocks of servers are apart, and whether all were compared.</param>
    public Propagation(Takings takings, IReadOnlyList<SerialHistory> histories, (IReadOnlyList<ClockDistance> Found, bool IsWhole) clocks)
    {
        (Takings, Clocks, ComparesAllClocks) = (takings, clocks.Found, clocks.IsWhole);
        Histories = [.. histories.Where(history => takings.CountOf(history) > 0 || takings.AsksOthers(history))];
    }

    /// <summary>What all histories took.</summary>
    public Takings Takings { get; }

    /// <summary>The histories that take serials or ask for them, in their order.</summary>
    public IReadOnlyList<SerialHistory> Histories { get; }

    /// <summary>How far the clocks of servers are apart, where transfers that both log bound it.</summary>
    public IReadOnlyList<ClockDistance> Clocks { get; }

    /// <summary>Whether the clocks of all servers were compared that log the same transfers.</summary>
    public bool ComparesAllClocks { get; }

    /// <summary>The zones, by name, class, view and side; some of them are in memory at once.</summary>
    public IEnumerable<ZonePropagation> Zones => Of(_ => true);

    /// <summary>The same of some zones only.</summary>
    /// <param name="isWanted">Whether a zone is one of them, by one of its histories.</param>
    public IEnumerable<ZonePropagation> Of(Func<SerialHistory, bool> isWanted)
    {
        var (some, takings) = (new List<IReadOnlyList<SerialHistory>>(), 0);
        foreach (var zone in Histories.GroupBy(history => (history.Zone.Name, history.Zone.Class)).Where(zone => zone.Any(isWanted)))
        {
            foreach (var flow in Flows([.. zone]))
            {
                some.Add(flow);
                takings += flow.Sum(Takings.CountOf);
            }

            if (takings >= MostAtOnce)
            {
                foreach (var each in Load(some))
                {
                    yield return each;
                }

                (some, takings) = ([], 0);
            }
        }

        foreach (var each in Load(some))
        {
            yield return each;
        }
    }

    private IEnumerable<ZonePropagation> Load(List<IReadOnlyList<SerialHistory>> flows)
    {
        var takings = flows.SelectMany(flow => flow).ToDictionary(history => history, _ => new List<SerialTaking>());
        foreach (var taking in takings.Count == 0 ? [] : Takings.Of(takings.ContainsKey))
        {
            takings[taking.History].Add(taking);
        }

        return flows.Select(flow => new ZonePropagation(flow, takings, Takings));
    }

    /// <summary>The histories of a zone that are compared with each other.</summary>
    private IEnumerable<IReadOnlyList<SerialHistory>> Flows(IReadOnlyList<SerialHistory> zone)
    {
        var viewsAreOne = zone.GroupBy(history => history.Observer).All(observer => observer.DistinctBy(history => history.Zone.View).Count() == 1);
        var sidesAreOne = !zone.Any(history => history.Side == ZoneSide.Raw && Takings.AsksOthers(history));
        return zone.GroupBy(history => (View: viewsAreOne ? "" : history.Zone.View, Side: SideOf(history)))
            .Select(flow => flow.OrderBy(history => history.Observer.Name, StringComparer.Ordinal).ThenBy(history => history.Side).ToList());

        ZoneSide SideOf(SerialHistory history) => history.Side == ZoneSide.Raw || !sidesAreOne ? history.Side : ZoneSide.None;
    }
}
