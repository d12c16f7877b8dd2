using System.Globalization;
using LogSerialAudit.History;

namespace LogSerialAudit.Reports.Text;

/// <summary>Who took which serial when, zone by zone, for zones that several servers' logs speak of.</summary>
/// <param name="report">What to write.</param>
/// <param name="page">Where.</param>
/// <param name="files">How files are called.</param>
internal sealed class PropagationText(AuditReport report, Page page, FileNames files)
{
    /// <summary>All zones and rounds, with the lines that show them.</summary>
    public const int All = int.MaxValue;

    /// <summary>The newest rounds of some zones.</summary>
    public const int Short = 12;

    private const int MostZones = 20;
    private const int WidestName = 24;
    private readonly TimelineText _times = new(page, report.LocalZone, _ => "");

    /// <summary>Writes the section; nothing where no zone has two servers.</summary>
    /// <param name="most">How many of the last rounds of each zone.</param>
    public void Write(int most)
    {
        if (most != All && !report.HasSeveralObservers)
        {
            return;
        }

        var withEpisodes = report.Episodes.Select(episode => episode.History.Zone.Name).ToHashSet(StringComparer.Ordinal);
        var zones = report.Propagation.Zones
            .Select(zone => (Zone: zone, Rounds: zone.Rounds.Where(round => round.Takings.Any(report.Filter.Shows)).ToList()))
            .Where(zone => zone.Rounds.Count > 0 && (most == All || HasSeveral(zone.Zone)))
            .OrderBy(zone => withEpisodes.Contains(zone.Zone.Zone.Name) ? 0 : 1)
            .ToList();
        if (zones.Count == 0)
        {
            return;
        }

        page.Heading($"Who took which serial when (times in {report.LocalZone.Id})");
        page.Wrapped("", "A lag counts from the primary's own load where its log is here, else from the first server that took the serial, by the clocks of the logs as they are.", 0);
        foreach (var (zone, rounds) in zones.Take(most == All ? All : MostZones))
        {
            page.Line();
            page.Bold(TitleOf(zone));
            var text = new RoundText(page, _times, files, zone, WidthOfNames(zone));
            if (rounds.Count > most)
            {
                page.Line(string.Create(CultureInfo.InvariantCulture, $"  ... {rounds.Count - most} before: --table propagation"));
            }

            foreach (var round in rounds.Skip(Math.Max(0, rounds.Count - most)))
            {
                text.Write(round, report.Filter, showsSources: most == All);
            }

            LagText.Write(page, zone, report.Filter);
        }

        if (most != All && zones.Count > MostZones)
        {
            page.Line();
            page.Line(string.Create(CultureInfo.InvariantCulture, $"... {zones.Count - MostZones} more zones: --table propagation"));
        }
    }

    /// <summary>What a history is called in the section of its zone.</summary>
    public static string NameOf(SerialHistory history, ZonePropagation zone)
    {
        var isAlone = zone.Histories.Count(other => other.Observer == history.Observer) == 1;
        var view = history.Zone.View.Length > 0 && zone.Zone.View.Length == 0 ? $"view {history.Zone.View}" : "";
        var side = isAlone ? "" : EpisodeText.Side(history.Side);
        var more = string.Join(", ", new[] { view, side }.Where(part => part.Length > 0));
        return more.Length == 0 ? history.Observer.Name : $"{history.Observer.Name} ({more})";
    }

    private static bool HasSeveral(ZonePropagation zone) => zone.Histories.DistinctBy(history => history.Observer).Count() > 1;

    private static int WidthOfNames(ZonePropagation zone) => Math.Min(WidestName, zone.Histories.Max(history => NameOf(history, zone).Length));

    private static string TitleOf(ZonePropagation zone)
    {
        var side = zone.Histories.All(history => history.Side == Messages.ZoneSide.Raw) ? "unsigned" : "";
        var view = zone.Zone.View.Length > 0 ? $"view {zone.Zone.View}" : "";
        var zoneClass = zone.Zone.Class is "IN" or "" ? "" : $"class {zone.Zone.Class}";
        var more = string.Join(", ", new[] { zoneClass, view, side }.Where(part => part.Length > 0));
        return more.Length == 0 ? zone.Zone.Name : $"{zone.Zone.Name} ({more})";
    }
}
