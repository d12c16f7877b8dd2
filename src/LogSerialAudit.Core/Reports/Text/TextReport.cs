using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.Evidence.Vms;
using LogSerialAudit.History;
using LogSerialAudit.History.Primaries;
using LogSerialAudit.Reports.Markup;
using LogSerialAudit.Reports.Plots;
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
    private const int RowsAtEachEnd = 20;
    private const int RowsAroundEpisodes = 3;

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
                text.Zones(int.MaxValue, isShort: false);
                break;
            case "events":
                text.Events();
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
                ClockText.Write(report, text._page, int.MaxValue);
                break;
            default:
                text.CoverageRows();
                break;
        }
    }

    private void WriteAll()
    {
        new WhatHappened(_report, _page).Write();
        Coverage();
        Evidence();
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
            _page.Wrapped("", "The lines of one transfer or of one NOTIFY are one row here; --table timeline has them all.", 0);
            Zones(MostZones, isShort: true);
        }

        new PropagationText(_report, _page, _files).Write(PropagationText.Short);
        Primaries();
        ClockText.Write(_report, _page, MostDelays);
        Answers();
        Marks();
        Unseen();
        Reconstructions();
        Sources();
        _page.End();
    }

    private void Coverage()
    {
        var rows = _report.Coverage;
        var bytes = rows.Sum(row => row.Bytes);
        _page.Wrapped("", string.Create(
            CultureInfo.InvariantCulture,
            $"Read {EpisodeText.Count(rows.Count, "file")}, {EpisodeText.Count(rows.Sum(row => row.Lines), "line")} ({bytes} bytes): {EpisodeText.Count(rows.Sum(row => row.Events), "event")}, {rows.Sum(row => row.Skipped)} other lines{Unreadable(rows)}."), 0);
        var dated = rows.Where(row => row.First is not null).ToList();
        if (dated.Count > 0)
        {
            var sources = dated.GroupBy(row => row.Source).Where(group => group.Key != YearSource.None).Select(group => group.Key.Word());
            _page.Wrapped("", $"From {_times.Here(dated.Min(row => row.First!.Value))} to {_times.Here(dated.Max(row => row.Last!.Value))}; year from: {string.Join(", ", sources)}.", 0);
        }

        foreach (var row in rows.Where(row => row.Problems.Length > 0 && row.Problems != "empty"))
        {
            _page.Wrapped("! ", $"{(row.Problems.Contains(row.File, StringComparison.Ordinal) ? "" : _files.Of(row.File) + ": ")}{row.Problems}", 2);
        }
    }

    /// <summary>How much evidence there is beside the logs, and what is no original evidence.</summary>
    private void Evidence()
    {
        var evidence = _report.Evidence;
        var parts = new[]
        {
            Counted(evidence.Vms.Count, "log of the machine", "logs of the machine", evidence.Vms.Sum(vm => vm.Entries.Count(entry => entry.Kind is VmEntryKind.Start or VmEntryKind.Stop)), "start or stop", "starts and stops"),
            Counted(evidence.ZoneHistories.Count, "zone file", "zone files", evidence.ZoneHistories.Sum(history => history.Revisions.Count), "version", "versions"),
            Counted(evidence.Transcripts.Count, "transcript", "transcripts", evidence.Answers.Count(), "SOA answer", "SOA answers"),
            Counted(evidence.Marks.Count, "list", "lists", evidence.Marks.Sum(series => series.Marks.Count), "mark", "marks"),
        }.Where(part => part.Length > 0).ToList();
        if (parts.Count > 0)
        {
            _page.Wrapped("", $"Evidence beside them: {string.Join(", ", parts)}.", 0);
        }

        if (evidence.Reconstructions.Count > 0)
        {
            _page.Line($"! Lines marked {FileNames.ReconstructedMark} are not original; what they are stands at the end.");
        }
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

    private static string Counted(int sources, string source, string manySources, int facts, string fact, string manyFacts) => sources == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{sources} {(sources == 1 ? source : manySources)} ({facts} {(facts == 1 ? fact : manyFacts)})");

    private static string Unreadable(IReadOnlyList<CoverageRow> rows) =>
        rows.Sum(row => row.UnreadableBytes) is > 0 and var bytes ? $", {bytes.ToString(CultureInfo.InvariantCulture)} unreadable bytes" : "";

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

        var zones = episodes.Select(episode => episode.History.Zone.Name).Distinct(StringComparer.Ordinal).Count();
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

    private void Zones(int most, bool isShort)
    {
        var withEpisodes = _report.Episodes.Select(episode => episode.History.Zone.Name).ToHashSet(StringComparer.Ordinal);
        var zones = _report.Histories.Where(_report.Survey.HasRows).GroupBy(history => history.Zone).ToLookup(zone => withEpisodes.Contains(zone.Key.Name));
        var told = _report.Episodes.Take(most).Select(episode => episode.History.Zone.Name).ToHashSet(StringComparer.Ordinal);
        List<IGrouping<Events.ZoneName, SerialHistory>> shown = [.. zones[true].Where(zone => told.Contains(zone.Key.Name)), .. zones[false].Take(most)];
        var names = shown.Select(zone => zone.Key).ToHashSet();
        var timeline = isShort ? _report.TimelineOf(names.Contains) : _report.Timeline;
        foreach (var zone in shown)
        {
            var rows = zone
                .SelectMany(history => isShort ? Acts.Of(timeline.Of(history)) : timeline.Of(history))
                .OrderBy(row => row.First.Place)
                .ToList();
            _page.Line();
            _page.Bold(TitleOf(zone.Key));
            _page.Plot(() => SerialPlot.Of(TitleOf(zone.Key), [.. zone], timeline.Of, [.. _report.Episodes.Where(episode => episode.History.Zone == zone.Key)], _report.LocalZone));
            new TimelineText(_page, _report.LocalZone, LabelOf([.. zone])).Write(rows, isShort ? Kept(rows) : _ => true);
        }

        More(zones[true].Count(zone => !told.Contains(zone.Key.Name)), "with");
        More(zones[false].Count() - most, "without");
    }

    private void More(int zones, string with)
    {
        if (zones > 0)
        {
            _page.Line();
            _page.Line(string.Create(CultureInfo.InvariantCulture, $"... {zones} more zones {with} an episode: --table timeline"));
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

    private static string TitleOf(Events.ZoneName zone)
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

    private void Events()
    {
        var text = new TimelineText(_page, _report.LocalZone, LabelOf([.. _report.Histories]));
        _report.WalkRows((in row) => text.WriteWithZone(new TimelineRow(row)));
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

    private void CoverageRows()
    {
        foreach (var row in _report.Coverage.Concat(_report.EvidenceCoverage))
        {
            _page.Line();
            _page.Bold(row.File);
            _page.Line(string.Create(CultureInfo.InvariantCulture, $"  {row.Bytes} bytes, {row.Lines} lines: {row.Events} events, {row.Skipped} skipped, {row.UnreadableBytes} unreadable bytes"));
            if (row is { First: { } first, Last: { } last })
            {
                _page.Line($"  {_times.Here(first, row.FirstFractionDigits)} to {_times.Here(last, row.LastFractionDigits)}");
                if (row.Years.Length > 0)
                {
                    _page.Line($"  {row.Years}, year from: {row.Source.Word()}{(row.LogZone.Length == 0 ? "" : $"; log zone: {row.LogZone}")}");
                }
            }

            foreach (var note in new[] { row.Note, row.Reconstruction }.Where(note => note.Length > 0))
            {
                _page.Wrapped("  ", note, 2);
            }
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
