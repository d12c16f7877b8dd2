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
        var (left, isFirst) = (0, true);
        var (before, others) = (report.Propagation.Of(history => withEpisodes.Contains(history.Zone.Name)), report.Propagation.Of(history => !withEpisodes.Contains(history.Zone.Name)));
        foreach (var (place, zone) in before.Concat(others).Where(zone => IsShown(zone, most)).Index())
        {
            if (most != All && place >= MostZones)
            {
                left++;
                continue;
            }

            if (isFirst)
            {
                page.Heading($"Who took which serial when (times in {report.LocalZone.Id})");
                page.Wrapped("", "A lag counts from the primary's own load where its log is here, else from the first server that took the serial, by the clocks of the logs as they are.", 0);
                isFirst = false;
            }

            Write(zone, most);
        }

        if (left > 0)
        {
            page.Line();
            page.Line(string.Create(CultureInfo.InvariantCulture, $"... {left} more zones: --table propagation"));
        }
    }

    private bool IsShown(ZonePropagation zone, int most) => (most == All || HasSeveral(zone)) && zone.Rounds.Any(IsShown);

    private bool IsShown(SerialRound round) => round.Takings.Any(report.Filter.Shows);

    private void Write(ZonePropagation zone, int most)
    {
        page.Line();
        page.Bold(TitleOf(zone));
        var text = new RoundText(page, _times, files, zone, WidthOfNames(zone));
        var rounds = zone.Rounds.Where(IsShown).ToList();
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

    /// <summary>What a history is called in the section of its zone.</summary>
    public static string NameOf(SerialHistory history, ZonePropagation zone)
    {
        var view = history.Zone.View.Length > 0 && zone.Zone.View.Length == 0 ? $"view {history.Zone.View}" : "";
        var side = EpisodeText.Side(history.Side);

        // Few zones have sides, and some have thousands of servers.
        side = side.Length > 0 && zone.Histories.Count(other => other.Observer == history.Observer) == 1 ? "" : side;
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
