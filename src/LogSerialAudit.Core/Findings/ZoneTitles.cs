using LogSerialAudit.History;

namespace LogSerialAudit.Findings;

/// <summary>
/// What zones are called in findings. Zones of one name are several where one server has them in different views, and where they
/// are of different classes: then each is told by itself.
/// </summary>
internal sealed class ZoneTitles
{
    private readonly HashSet<(string Zone, string Class)> _apart;

    /// <summary>Looks which zones one server has in several views.</summary>
    public ZoneTitles(IReadOnlyCollection<SerialHistory> histories) =>
        _apart = histories.All(history => history.Zone.View.Length == 0) ? [] : [.. histories.GroupBy(history => (history.Observer, history.Zone.Name, history.Zone.Class))
            .Where(zone => zone.DistinctBy(history => history.Zone.View).Skip(1).Any())
            .Select(zone => (zone.Key.Name, zone.Key.Class))];

    /// <summary>The name of a history's zone, with its view and class where they tell it from another.</summary>
    public string Of(SerialHistory history)
    {
        var zone = history.Zone;
        return zone.Name + (zone.View.Length > 0 && _apart.Contains((zone.Name, zone.Class)) ? $" (view {zone.View})" : "") + (zone.Class is "IN" or "" ? "" : $" (class {zone.Class})");
    }
}
