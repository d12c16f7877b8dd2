using System.Globalization;
using LogSerialAudit.History.Primaries;
using LogSerialAudit.Reports.Markup;
using LogSerialAudit.Reports.Redacting;

namespace LogSerialAudit.Reports.Text;

/// <summary>The whole story as text: what was found, zone by zone, and what could not have been seen.</summary>
public sealed class TextReport
{
    private const string Title = "LogSerialAudit";
    private const int MostEpisodes = 40;
    private const int MostZones = 40;
    private const int MostFindings = 20;
    private const int MostCauses = 2;
    private const int MostDelays = 20;
    private const int MostRounds = 40;
    private const string CausesIntroduction = "Each line counts for a cause or against it: 1, it fits; 2, it points to it; 4, it shows it. Strong: 4 points or more, and 2 ahead of all others.";
    private const int EpisodesAtOnce = 200;

    private readonly AuditReport _report;
    private readonly Page _page;
    private readonly TimeText _times;
    private readonly FileNames _files;

    private TextReport(AuditReport report, Page page)
    {
        _report = report;
        _page = RedactedPage.Of(page, report.Redaction);
        _times = new TimeText(report.LocalZone, DateStyle.Iso);
        _files = new FileNames(report.Coverage.Select(row => row.File).Concat(report.Evidence.Files), report.Evidence.IsReconstructed);
    }

    /// <summary>Writes the report.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="writer">Where.</param>
    /// <param name="hasColor">Whether escapes for colour may be written.</param>
    public static void Write(AuditReport report, TextWriter writer, bool hasColor) => new TextReport(report, new TextPage(writer, hasColor)).WriteAll();

    /// <summary>Writes the report as Markdown.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="writer">Where.</param>
    public static void WriteMarkdown(AuditReport report, TextWriter writer) => new TextReport(report, new MarkdownPage(writer, Title)).WriteAll();

    /// <summary>Writes the report as one HTML file, with a plot of each zone that went back.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="writer">Where.</param>
    public static void WriteHtml(AuditReport report, TextWriter writer) => new TextReport(report, new HtmlPage(writer, Title)).WriteAll();

    /// <summary>Writes one table as text.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="writer">Where.</param>
    /// <param name="hasColor">Whether escapes for colour may be written.</param>
    public static void WriteTable(AuditReport report, string table, TextWriter writer, bool hasColor)
    {
        var text = new TextReport(report, new TextPage(writer, hasColor));
        switch (table)
        {
            case "episodes":
                text.Episodes(int.MaxValue);
                break;
            case "timeline":
                var all = new ZonesText(report, text._page);
                all.Write(all.Choose(int.MaxValue), report.Timeline, isShort: false);
                break;
            case "events":
                new ZonesText(report, text._page).WriteEvents();
                break;
            case "serials":
                SerialsText.Write(report, writer);
                break;
            case "propagation":
                new PropagationText(report, text._page, text._files).Write(PropagationText.All);
                break;
            case "findings":
                FindingsText.Write(report.Findings, text._page, text._files, int.MaxValue);
                break;
            case "causes":
                new CausesText(text._page, text._files).Write(report.Causes, int.MaxValue);
                break;
            case "vm":
                VmText.Write(report, writer);
                break;
            case "primaries":
                text.PrimariesOf(report.Primaries, int.MaxValue);
                break;
            case "soa":
                SoaText.Write(report, text._page, text._files, int.MaxValue);
                break;
            case "marks":
                MarksText.Write(report, text._page);
                break;
            case "zone-history":
                ZoneHistoryText.Write(report, writer);
                break;
            case "delays":
                ClockText.Write(report, report.DelaysOf(int.MaxValue), text._page);
                break;
            default:
                new CoverageText(report, text._page, text._times, text._files).WriteRows();
                break;
        }
    }

    private void WriteAll()
    {
        var zones = new ZonesText(_report, _page);
        var chosen = zones.Choose(MostZones);
        var names = chosen.Zones.Select(zone => zone.Key).ToHashSet();
        var (timeline, delays) = _report.ExcerptBesideFindings(names.Contains, MostDelays);
        new WhatHappened(_report, _page).Write();
        var read = new CoverageText(_report, _page, _times, _files);
        read.Write();
        read.WriteEvidence();
        if (_report.Causes.Count > 0)
        {
            _page.Heading("What could have caused it");
            _page.Wrapped("", CausesIntroduction, 0);
            new CausesText(_page, _files).Write(_report.Causes, MostCauses);
        }

        if (_report.Findings.Count > 0)
        {
            _page.Heading("Findings (times in UTC)");
            FindingsText.Write(_report.Findings, _page, _files, MostFindings);
        }

        Episodes(MostEpisodes);
        if (_report.Episodes.Count > 0 || _report.Histories.Count > 0)
        {
            _page.Heading($"Timeline (times in {_report.LocalZone.Id})");
            _page.Wrapped("", "The lines of one transfer, of one NOTIFY and of one refresh that found less are one row here; --table timeline has them all.", 0);
            zones.Write(chosen, timeline, isShort: true);
        }

        new PropagationText(_report, _page, _files).Write(PropagationText.Short);
        Primaries();
        ClockText.Write(_report, delays, _page);
        Answers();
        Marks();
        Unseen();
        Reconstructions();
        Sources();
        _page.End();
    }

    /// <summary>What is no original evidence, and why.</summary>
    private void Reconstructions()
    {
        if (_report.Evidence.Reconstructions.Count > 0)
        {
            _page.Heading("What is not original");
        }

        foreach (var part in _report.Evidence.Reconstructions)
        {
            _page.Wrapped("* ", $"{string.Join(", ", part.Files.Select(_files.Of))}{(part.OriginalLines.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" but for {EpisodeText.Count(part.OriginalLines.Count, "line")}") : "")}: {part.Reason}", 2);
        }
    }

    private void Episodes(int most)
    {
        var episodes = _report.Episodes;
        if (episodes.Count == 0)
        {
            var setbacks = _report.Survey.Setbacks;
            _page.Heading(_report.Audit.Sequence.Count == 0 ? "No line of a name server was found"
                : setbacks.Count == 0 ? "No serial went backwards in what these logs show"
                : "A serial went backwards; these logs show no secondary that complained");
            Setbacks.Write(_report.Survey, _page, _times, _files);
            return;
        }

        var zones = _report.Survey.WithEpisodes.Select(history => history.Zone.Name).Distinct(StringComparer.Ordinal).Count();
        _page.Heading($"{EpisodeText.Count(zones, "zone")} went backwards, {EpisodeText.Count(episodes.Count, "episode")}");
        var text = new EpisodeText(_page, _times, _files, _report.Coverage.Max(row => row.Last));
        var elsewhere = _report.HasSeveralObservers ? new OthersText(_page, _times, _report) : null;
        foreach (var some in episodes.Take(most).Chunk(EpisodesAtOnce))
        {
            if (elsewhere is not null)
            {
                _report.Others.Prepare(some);
            }

            foreach (var episode in some)
            {
                text.Write(episode);
                elsewhere?.Write(episode);
            }
        }

        if (episodes.Count > most)
        {
            _page.Line();
            _page.Line(string.Create(CultureInfo.InvariantCulture, $"... {episodes.Count - most} more: --table episodes"));
        }

        if (_report.Survey.Setbacks.Count > 0)
        {
            _page.Line();
            _page.Bold("Loaded below the serial before, or taken without a complaint:");
            Setbacks.Write(_report.Survey, _page, _times, _files);
        }
    }

    private void Primaries()
    {
        var zones = _report.Primaries;
        if (zones.Count == 0)
        {
            return;
        }

        _page.Heading($"The primary's own log (times in {_report.LocalZone.Id})");
        PrimariesOf(zones, MostZones);
    }

    private void PrimariesOf(IReadOnlyList<PrimarySerials> zones, int most)
    {
        // Those that do not go only forward come first.
        var text = new PrimaryText(_page, _times, _files);
        foreach (var zone in zones.OrderBy(zone => zone.GoesOnlyForward).Take(most))
        {
            text.Write(zone);
        }

        if (zones.Count > most)
        {
            _page.Line(string.Create(CultureInfo.InvariantCulture, $"... {zones.Count - most} more: --table primaries"));
        }
    }

    private void Answers()
    {
        if (_report.Rounds.Count > 0)
        {
            _page.Heading($"SOA answers (times in {_report.LocalZone.Id})");
            SoaText.Write(_report, _page, _files, MostRounds);
        }
    }

    private void Marks()
    {
        if (_report.Evidence.Marks.Any(series => series.Marks.Count > 0))
        {
            _page.Heading($"Marks (times in {_report.LocalZone.Id})");
            MarksText.WriteShort(_report, _page, _files);
        }
    }

    private void Unseen()
    {
        _page.Heading("What these logs could not have shown");
        foreach (var limit in Limits.Of(_report))
        {
            _page.Wrapped("* ", limit, 2);
        }
    }

    private void Sources()
    {
        _page.Heading("Provenance");
        foreach (var item in _report.Provenance)
        {
            _page.Wrapped($"{item.Item,-8} ", item.Value, 9);
        }
    }
}
