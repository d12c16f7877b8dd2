using System.Globalization;
using LogSerialAudit.History;
using LogSerialAudit.Reports.Plots;

namespace LogSerialAudit.Reports.Text;

/// <summary>The rows of each zone for people, with a plot where the page has room for one.</summary>
internal sealed class ZonesText(AuditReport report, Page page)
{
    private const int RowsAtEachEnd = 20;
    private const int RowsAroundEpisodes = 3;

    /// <summary>The zones with episodes that are told, and the first of those without; and how many more there are of both.</summary>
    /// <param name="most">As many episodes as are told, and as many zones without.</param>
    public (IReadOnlyList<IGrouping<Events.ZoneName, SerialHistory>> Zones, int MoreWith, int MoreWithout) Choose(int most)
    {
        var withEpisodes = report.Survey.WithEpisodes.Select(history => history.Zone.Name).ToHashSet(StringComparer.Ordinal);
        var zones = report.Histories.Where(report.Survey.HasRows).GroupBy(history => history.Zone).ToLookup(zone => withEpisodes.Contains(zone.Key.Name));
        var told = report.Episodes.Take(most).Select(episode => episode.History.Zone.Name).ToHashSet(StringComparer.Ordinal);
        List<IGrouping<Events.ZoneName, SerialHistory>> shown = [.. zones[true].Where(zone => told.Contains(zone.Key.Name)), .. zones[false].Take(most)];
        return (shown, zones[true].Count(zone => !told.Contains(zone.Key.Name)), zones[false].Count() - most);
    }

    /// <summary>Writes some zones.</summary>
    /// <param name="chosen">What <see cref="Choose"/> chose.</param>
    /// <param name="timeline">Their rows.</param>
    /// <param name="isShort">Whether what belongs together is one row, and rows that tell little are left out.</param>
    public void Write((IReadOnlyList<IGrouping<Events.ZoneName, SerialHistory>> Zones, int MoreWith, int MoreWithout) chosen, Timeline timeline, bool isShort)
    {
        foreach (var zone in chosen.Zones)
        {
            var rows = zone
                .SelectMany(history => isShort ? Acts.Of(timeline.Of(history)) : timeline.Of(history))
                .OrderBy(row => row.First.Place)
                .ToList();
            page.Line();
            page.Bold(TitleOf(zone.Key));
            page.Plot(() => SerialPlot.Of(TitleOf(zone.Key), [.. zone], timeline.Of, [.. report.Episodes.Where(episode => episode.History.Zone == zone.Key)], report.LocalZone));
            new TimelineText(page, report.LocalZone, LabelOf([.. zone])).Write(rows, isShort ? Kept(rows) : _ => true);
        }

        More(chosen.MoreWith, "with");
        More(chosen.MoreWithout, "without");
    }

    /// <summary>Writes each event that is shown, in time order.</summary>
    public void WriteEvents()
    {
        var text = new TimelineText(page, report.LocalZone, LabelOf([.. report.Histories]));
        report.WalkRows((in row) => text.WriteWithZone(new TimelineRow(row)));
    }

    private void More(int zones, string with)
    {
        if (zones > 0)
        {
            page.Line();
            page.Line(string.Create(CultureInfo.InvariantCulture, $"... {zones} more zones {with} an episode: --table timeline"));
        }
    }

    /// <summary>What a row is labelled with, where several servers, or both sides of a signed zone, are in one timeline.</summary>
    private static Func<SerialHistory, string> LabelOf(List<SerialHistory> histories)
    {
        var hasSides = histories.Exists(history => history.Side != Messages.ZoneSide.None);
        var hasObservers = histories.Exists(history => history.Observer.Name != histories[0].Observer.Name);
        return history => string.Join(
            ' ',
            new[] { hasSides ? EpisodeText.Side(history.Side) : "", hasObservers ? $"by {history.Observer.Name}" : "" }.Where(word => word.Length > 0));
    }

    /// <summary>The zone with its view and class.</summary>
    internal static string TitleOf(Events.ZoneName zone)
    {
        return zone.Name.Length == 0
            ? $"(the server itself{(zone.View.Length > 0 ? $", view {zone.View}" : "")})"
            : zone.Name + (zone.View.Length > 0 ? $" (view {zone.View})" : "") + (zone.Class is "IN" or "" ? "" : $" (class {zone.Class})");
    }

    /// <summary>The first and last rows, and those around the episodes.</summary>
    private static Func<int, bool> Kept(List<TimelineRow> rows)
    {
        var near = new bool[rows.Count];
        for (var place = 0; place < rows.Count; place++)
        {
            if (rows[place].First.Kind is Messages.EventKind.RollbackOffered or Messages.EventKind.Expired or Messages.EventKind.Ahead or Messages.EventKind.GoneBackwards)
            {
                for (var at = Math.Max(0, place - RowsAroundEpisodes); at <= Math.Min(rows.Count - 1, place + RowsAroundEpisodes); at++)
                {
                    near[at] = true;
                }
            }
        }

        return place => place < RowsAtEachEnd || place >= rows.Count - RowsAtEachEnd || near[place];
    }
}
