using System.Globalization;
using System.Text;
using LogSerialAudit.Core.Tests.Events;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Evidence;
using LogSerialAudit.Findings;
using LogSerialAudit.History;
using LogSerialAudit.History.Primaries;
using LogSerialAudit.Messages;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.History;

/// <summary>
/// Histories told in a line: steps parted by semicolons become log lines as BIND writes them, and go the whole way to
/// episodes, which become text again.
/// </summary>
/// <remarks>
/// A step is <c>TIME [HOST[/PROGRAM][PID]:] WHAT [@ZONE] [xN]</c>. The time is <c>10:00</c> on 25 May 2019 or <c>26T10:00</c>,
/// or <c>-</c> for a line without one; primaries are <c>A</c>, <c>B</c>, and <c>A2</c> at A's address; the zone is <c>a.example/IN</c>.
/// </remarks>
internal sealed class Story
{
    private static readonly Dictionary<string, string> Primaries = new()
    {
        ["A"] = "192.0.2.1#53",
        ["A2"] = "192.0.2.1#5302",
        ["A?"] = "192.0.2.1",
        ["B"] = "192.0.2.2#53",
        ["V6"] = "2001:db8::1#53",
    };

    private static readonly DatingOptions Utc = new() { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2019, 6, 30, 0, 0) };

    private readonly HistoryBuilder _history;
    private readonly CaseRows _caseRows = new();

    private Story(params IEnumerable<(string Name, string Text)> files)
        : this(true, files)
    {
    }

    private Story(bool yearsAreSure, IEnumerable<(string Name, string Text)> files, bool isQuoted = false)
    {
        var scanned = files.Select((file, set) => new ScannedFile(file.Name, file.Name, set, Scanning.Scan(file.Text)) { IsQuoted = isQuoted }).ToList();
        foreach (var run in scanned.SelectMany(file => file.Scan.Clock.Hosts).SelectMany(host => host.Runs))
        {
            // The steps say their years.
            run.YearIsSure = yearsAreSure;
        }

        var sequence = new EventSequence(scanned, Utc);
        _history = new HistoryBuilder(sequence);
        var takings = new Takings(keepsAsked: true);
        var ends = new TransferEnds();
        Episodes = _history.Walk((in row) =>
        {
            Rows.Add(row);
            _caseRows.Add(row);
            takings.Follow(row);
            ends.Follow(row);
        });
        takings.End();
        Propagation = new Propagation(takings, _history.Histories, ClockDistances.Of(ends));
    }

    public IReadOnlyList<Episode> Episodes { get; }

    public List<EventRow> Rows { get; } = [];

    /// <summary>How the serials went through the servers.</summary>
    public Propagation Propagation { get; }

    /// <summary>What the primaries' own logs show.</summary>
    public IReadOnlyList<PrimarySerials> PrimarySerials => PrimaryLogs.Of(Propagation.Takings, _history.Histories, observer => _caseRows.SpanOf(observer)?.Last.At, _history.Walk);

    /// <summary>What follows from it and from what there is beside the log.</summary>
    public Diagnosis Diagnosis(CaseEvidence evidence, int threads = 1, Func<Observer, IReadOnlyList<Interval>>? covered = null) =>
        LogSerialAudit.Findings.Diagnosis.Of(Episodes, Propagation, _caseRows, evidence, [], threads, covered);

    /// <summary>From the first to the last line of an observer.</summary>
    public IReadOnlyList<Interval> SpansOf(Observer observer)
    {
        var times = Rows.Where(row => row.History.Observer == observer && row.At.Exists).Select(row => row.At.At).ToList();
        return times.Count == 0 ? [] : [new Interval(times.Min(), times.Max())];
    }

    /// <summary>Tells a story of one file.</summary>
    public static Story Of(string steps) => OfLog(Log(steps));

    /// <summary>Tells what a log says.</summary>
    public static Story OfLog(string log, bool isQuoted = false) => new(true, [("sec.log", log)], isQuoted);

    /// <summary>Tells what a log says whose year is not sure.</summary>
    public static Story OfLogOfUnsureYear(string log) => new(false, [("sec.log", log)]);

    /// <summary>Tells what several logs say.</summary>
    public static Story OfLogs(IEnumerable<(string Name, string Text)> files) => new(files);

    /// <summary>Tells a story of several files.</summary>
    public static Story OfFiles(params (string Name, string Steps)[] files) => new(files.Select(file => (file.Name, Log(file.Steps))));

    /// <summary>The log lines of a story.</summary>
    public static string Log(string steps) =>
        string.Concat(steps.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Lines).Select(line => line + "\n"));

    /// <summary>
    /// <c>[OBSERVER:] PRIMARY OFFERED&lt;HELD [xN] FROM[-TO] STATE [WHEN [by SERIAL]] [@ZONE]</c>; what is as usual is left out.
    /// </summary>
    public IEnumerable<string> Told() => Episodes.Select(Told);

    /// <summary>The same after a second walk through the events.</summary>
    public IEnumerable<string> ToldAgain() => _history.Walk().Select(Told);

    public string ToldInOneLine() => string.Join("; ", Told());

    /// <summary><c>KIND PREVIOUS>SERIAL CHANGE</c> of each row that has a serial.</summary>
    public string SerialsInOneLine() => string.Join("; ", Rows.Where(row => row.Serial is not null).Select(row =>
        $"{row.Kind.Word()} {row.Previous}>{row.Serial} {row.Change}"));

    /// <summary>The observers that wrote, in order of their first lines.</summary>
    public string Observers() => string.Join(", ", Rows.Select(row => row.History.Observer.Name).Distinct());

    public static string Told(Episode episode)
    {
        var text = new StringBuilder();
        var history = episode.History;
        if (history.Observer.Name != "sec.log")
        {
            text.Append(CultureInfo.InvariantCulture, $"{history.Observer.Name}: ");
        }

        var primary = Primaries.FirstOrDefault(known => known.Value == episode.Primary).Key ?? (episode.Primary.Length == 0 ? "?" : episode.Primary);
        text.Append(CultureInfo.InvariantCulture, $"{primary} {episode.Offered}<{episode.Held}");
        text.Append(episode.Complaints == 1 ? "" : $" x{episode.Complaints}").Append(' ').Append(Time(episode.First));
        text.Append(episode.Last == episode.First ? "" : $"-{Time(episode.Last)}").Append(' ').Append(episode.State.Word());
        text.Append(episode.Ended is { } ended ? $" {Time(ended)}" : "").Append(episode.EndedBy is { } by ? $" by {by}" : "");
        var zone = $"{history.Zone.Name}/{history.Zone.Class}{(history.Zone.View.Length > 0 ? "/" : "")}{history.Zone.View}";
        zone += history.Side switch { ZoneSide.Raw => " (unsigned)", ZoneSide.Signed => " (signed)", _ => "" };
        return text.Append(zone == "a.example/IN" ? "" : $" @{zone}").ToString();
    }

    private static string Time(Dated at)
    {
        if (!at.Exists)
        {
            return "-";
        }

        var time = at.At.InUtc().LocalDateTime;
        var pattern = (time.Day == 25 ? "" : "dd'T'") + (time.Second == 0 ? "HH:mm" : "HH:mm:ss");
        return LocalDateTimePattern.CreateWithInvariantCulture(pattern).Format(time);
    }

    private static IEnumerable<string> Lines(string step)
    {
        var zone = "a.example/IN";
        if (step.LastIndexOf(" @", StringComparison.Ordinal) is var at and >= 0)
        {
            (zone, step) = (step[(at + 2)..], step[..at]);
        }

        var words = step.Split(' ', 2);
        var time = words[0].Contains('T', StringComparison.Ordinal) ? words[0] : $"25T{words[0]}";
        var stamp = words[0] == "-" ? "" : $"2019-05-{time}{(time.Length > 8 ? "" : ":00")}Z ";
        var what = words[1];
        if (what.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && !what[..colon].Contains(' ', StringComparison.Ordinal))
        {
            stamp += Writer(what[..colon]);
            what = what[(colon + 2)..];
        }

        if (what.StartsWith("again ", StringComparison.Ordinal))
        {
            return [$"{stamp[..stamp.LastIndexOf(' ', stamp.Length - 2)]} last message repeated {what[6..]} times"];
        }

        var times = "";
        if (what.LastIndexOf(" x", StringComparison.Ordinal) is var x and > 0 && int.TryParse(what[(x + 2)..], CultureInfo.InvariantCulture, out var count))
        {
            (what, times) = (what[..x], $"message repeated {count} times: [ ");
        }

        return MessagesOf(what.Split(' '), what, zone).Select(message => $"{stamp}{times}{message}{(times.Length > 0 ? "]" : "")}");
    }

    private static string Writer(string writer)
    {
        var bracket = writer.IndexOf('[', StringComparison.Ordinal);
        var (name, pid) = bracket < 0 ? (writer, "[100]") : (writer[..bracket], writer[bracket..]);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? $"{name} named{pid}: " : $"{name[..slash]} {name[(slash + 1)..]}{pid}: ";
    }

    private static string[] MessagesOf(string[] words, string what, string zone)
    {
        var name = zone[..zone.LastIndexOf("/IN", StringComparison.Ordinal)];
        return words switch
        {
            ["|", ..] => [what[2..]],
            ["started"] => [$"zone {zone}: Transfer started."],
            ["transferred", var serial] => [$"zone {zone}: transferred serial {serial}"],
            ["expired"] => [$"zone {zone}: expired"],
            ["loaded", var serial] => [$"zone {zone}: loaded serial {serial}"],
            ["checked", var pair] => [$"refresh_callback: zone {zone}: serial: new {pair.Split('/')[0]}, old {pair.Split('/')[1]}"],
            ["ahead"] => [$"refresh_callback: zone {zone}: ahead"],
            ["finished"] => [$"zone {zone}: zone transfer finished: success"],
            ["retransfer"] => [$"received control channel command 'retransfer {name}'"],
            ["starts"] => ["starting BIND 9.18.49 (Extended Support Version) <id:>"],
            ["starts", var file] => ["starting BIND 9.18.49 (Extended Support Version) <id:>", $"running as: named -c {file} -u bind"],
            ["stops"] => ["shutting down"],
            ["exits"] => ["exiting"],
            [var primary, .. var rest] => OfPrimary(Primaries[primary], rest, zone),
            _ => throw new ArgumentException(what),
        };
    }

    private static string[] OfPrimary(string primary, string[] words, string zone)
    {
        var from = $"transfer of '{zone}' from {primary}:";
        var notifier = primary.Split('#')[0] + "#40000";
        return words switch
        {
            [var pair] when pair.Split('<') is [var offered, var held] => [$"zone {zone}: serial number ({offered}) received from primary {primary} < ours ({held})"],
            ["connected"] => [$"{from} connected using {primary}"],
            ["status", .. var status] => [$"{from} Transfer status: {string.Join(' ', status)}"],
            ["completed", var serial] => [$"{from} Transfer completed: 1 messages, 6 records, 175 bytes, 0.004 secs (43750 bytes/sec) (serial {serial})"],
            ["asks", var serial] => [$"{from} requesting IXFR for serial {serial}"],
            ["gives", var serial] =>
            [
                $"zone {zone}: Transfer started.", $"{from} connected using {primary}", $"zone {zone}: transferred serial {serial}", $"{from} Transfer status: success",
                $"{from} Transfer completed: 1 messages, 6 records, 175 bytes, 0.004 secs (43750 bytes/sec) (serial {serial})",
            ],
            ["fails"] =>
            [
                $"zone {zone}: Transfer started.", $"{from} connected using {primary}", $"{from} failed while receiving responses: REFUSED", $"{from} Transfer status: REFUSED",
                $"{from} Transfer completed: 0 messages, 0 records, 0 bytes, 0.001 secs (0 bytes/sec) (serial 0)",
            ],
            ["not-newer", var pair] => [$"{from} requested serial {pair.Split('/')[1]}, primary has {pair.Split('/')[0]}, not updating"],
            ["notifies", var serial] => [$"zone {zone}: notify from {notifier}: serial {serial}"],
            ["notifies"] => [$"zone {zone}: notify from {notifier}: zone is up to date"],
            ["is", "down"] => [$"zone {zone}: refresh: failure trying primary {primary} (source 0.0.0.0#0): timed out"],
            ["is", "lame"] => [$"zone {zone}: refresh: non-authoritative answer from primary {primary} (source 0.0.0.0#0)"],
            _ => throw new ArgumentException(string.Join(' ', words)),
        };
    }
}
