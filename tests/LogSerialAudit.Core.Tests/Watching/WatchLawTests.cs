using System.Text;
using CsCheck;
using LogSerialAudit.Core.Tests.History;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>However logs are cut into checks, and whatever rotates between them, what is told is what a report on all of them says.</summary>
public sealed class WatchLawTests
{
    private static readonly DatingOptions Utc = new() { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2019, 5, 25, 10, 0) };

    private static readonly Gen<(double Place, Rotation How)[]> Cuts =
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 6].Select(how => (Rotation)how)).Array[0, 8].Select(cuts => cuts.OrderBy(cut => cut.Item1).ToArray());

    [Fact]
    public void TheEpisodesToldAreThoseOfAReportOnAll() => Gen.Select(EpisodeLawTests.Steps, Cuts).Sample(
        (steps, cuts) =>
        {
            var log = Story.Log(EpisodeLawTests.Timed("ns1", steps));
            using var folder = new TempFolder();
            var written = new WrittenLog(folder.Path, "sec.log");
            Assert.Equal(Story.OfLog(log).Told().Order(StringComparer.Ordinal), Told(folder, (written, log, cuts)));
        },
        iter: 60);

    [Fact]
    public void SoAreThoseOfALogWithoutYears() => Gen.Select(EpisodeLawTests.Steps, Cuts).Sample(
        (steps, cuts) =>
        {
            var log = Story.Log(EpisodeLawTests.Timed("ns1", steps));
            using var folder = new TempFolder();
            var classic = log.Replace("2019-05-25T", "May 25 ", StringComparison.Ordinal).Replace(":00Z ", ":00 ", StringComparison.Ordinal);
            Assert.Equal(Story.OfLog(log).Told().Order(StringComparer.Ordinal), Told(folder, (new WrittenLog(folder.Path, "sec.log"), classic, cuts)));
        },
        iter: 40);

    [Fact]
    public void TheEpisodesOfTwoLogsAreToldTogether() => Gen.Select(EpisodeLawTests.Steps, EpisodeLawTests.Steps, Cuts).Sample(
        (steps, others, cuts) =>
        {
            var (log, other) = (Story.Log(EpisodeLawTests.Timed("ns1", steps)), Story.Log(EpisodeLawTests.Timed("ns2", others)));
            using var folder = new TempFolder();
            Assert.Equal(
                Story.OfLogs([("sec.log", log), ("other.log", other)]).Told().Order(StringComparer.Ordinal),
                Told(folder, (new WrittenLog(folder.Path, "sec.log"), log, cuts), (new WrittenLog(folder.Path, "other.log"), other, cuts)));
        },
        iter: 25);

    /// <summary>A daemon writes each line into both logs; a check may come between the two.</summary>
    [Fact]
    public void LinesThatTwoLogsHaveAreToldOnce() => Gen.Select(EpisodeLawTests.Steps, Cuts, Gen.Double[0, 1].Array[8]).Sample(
        (steps, cuts, others) =>
        {
            var log = Story.Log(EpisodeLawTests.Timed("ns1", steps));
            var lines = log.Split('\n').Length;

            // The other log is at most one line behind or ahead.
            var other = cuts.Select((cut, place) => (Math.Clamp(cut.Place + ((others[place] - 0.5) * 2 / lines), 0, 1), cut.How)).ToArray();
            using var folder = new TempFolder();
            Assert.Equal(
                Story.OfLog(log).Told().Order(StringComparer.Ordinal),
                Told(folder, (new WrittenLog(folder.Path, "daemon.log"), log, cuts), (new WrittenLog(folder.Path, "syslog"), log, other)));
        },
        iter: 40);

    /// <summary>Every line of an hour begins with the same bytes, so a file of which no more was seen is not found again by them.</summary>
    [Fact]
    public void TheBeginningOfALineDoesNotStandForAFile()
    {
        using var folder = new TempFolder();
        var log = new WrittenLog(folder.Path, "sec.log");
        var watched = new Watched(Path.Combine(folder.Path, "state"), Utc);
        var story = Story.Log(EpisodeLawTests.Timed("ns1", ["A notifies 94 @b.example/IN", "A 90<91 @b.example/IN", "loaded 96 @a.example/IN"]));
        var lines = Array.ConvertAll(story.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Encoding.UTF8.GetBytes($"{line}\n"));
        log.Append([]);
        _ = watched.Check(Utc.Now, log.Path);
        log.Append(lines[0]);
        log.Rotate(Rotation.Compress);
        _ = watched.Check(Utc.Now, log.Path);
        log.Append(lines[1]);
        log.Rotate(Rotation.DateExtCompress);
        log.Append(lines[2].AsSpan(0, 11));
        _ = watched.Check(Utc.Now, log.Path);
        log.Append(lines[2].AsSpan(11));
        log.Rotate(Rotation.DateExtCompress);
        _ = watched.Check(Utc.Now, log.Path);
        _ = watched.Check(Utc.Now + Duration.FromDays(30), log.Path);

        Assert.Equal(Story.OfLog(story).Told(), watched.Told());
    }

    [Fact]
    public void ComplaintsThatComeAgainAndCeaseAgainBetweenTwoChecksAreTold()
    {
        using var folder = new TempFolder();
        var log = new WrittenLog(folder.Path, "sec.log");
        var watched = new Watched(Path.Combine(folder.Path, "state"), Utc);
        const string Complaint = "zone a.example/IN: serial number (93) received from primary 192.0.2.1#53 < ours (94)";
        const string Other = "zone b.example/IN: notify from 192.0.2.1#53: zone is up to date";
        var checks = Array.ConvertAll(
            new[] { new[] { ("10:05", Complaint), ("10:06", Complaint), ("10:07", Complaint), ("10:50", Other) }, [("10:51", Complaint), ("11:50", Other)] },
            lines => string.Concat(lines.Select(line => $"2019-05-25T{line.Item1}:00Z ns1 named[100]: {line.Item2}\n")));
        log.Append([]);
        _ = watched.Check(Utc.Now, log.Path);
        foreach (var lines in checks)
        {
            log.Append(Encoding.UTF8.GetBytes(lines));
            _ = watched.Check(Utc.Now, log.Path);
        }

        var told = Assert.Single(watched.Told());
        Assert.Contains(" x4 10:05-10:51 unknown", told, StringComparison.Ordinal);
        Assert.Equal(Story.OfLog(string.Concat(checks)).Told(), watched.Told());
        Assert.Empty(watched.Check(Utc.Now, log.Path));
    }

    private static IEnumerable<string> Told(TempFolder folder, params (WrittenLog Log, string Text, (double Place, Rotation How)[] Cuts)[] logs)
    {
        var watched = new Watched(Path.Combine(folder.Path, "state"), Utc);
        var paths = Array.ConvertAll(logs, log => log.Log.Path);
        foreach (var (log, _, _) in logs)
        {
            log.Append([]);
        }

        // A log that is new to a state is told of as it stands; these are not new.
        Assert.Empty(watched.Check(Utc.Now, paths));
        var read = new int[logs.Length];
        for (var cut = 0; cut < logs[0].Cuts.Length; cut++)
        {
            for (var place = 0; place < logs.Length; place++)
            {
                var bytes = Encoding.UTF8.GetBytes(logs[place].Text);
                var to = Math.Max(read[place], (int)(logs[place].Cuts[cut].Place * bytes.Length));
                logs[place].Log.Append(bytes.AsSpan(read[place]..to));
                read[place] = to;
            }

            _ = watched.Check(Utc.Now, paths);
            for (var place = 0; place < logs.Length; place++)
            {
                // What is written between a check and a rotation is found in the rotated file. A line is never cut by one.
                var bytes = Encoding.UTF8.GetBytes(logs[place].Text);
                var end = bytes.AsSpan(read[place]).IndexOf((byte)'\n') + 1;
                logs[place].Log.Append(bytes.AsSpan(read[place], end));
                read[place] += end;
                logs[place].Log.Rotate(logs[place].Cuts[cut].How);
            }
        }

        for (var place = 0; place < logs.Length; place++)
        {
            logs[place].Log.Append(Encoding.UTF8.GetBytes(logs[place].Text).AsSpan(read[place]..));
        }

        _ = watched.Check(Utc.Now, paths);
        _ = watched.Check(Utc.Now + Duration.FromDays(30), paths);
        return watched.Told();
    }
}
