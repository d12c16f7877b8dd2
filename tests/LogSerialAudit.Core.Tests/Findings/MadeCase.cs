using System.Globalization;
using System.Text.RegularExpressions;
using LogSerialAudit.Core.Tests.History;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Marks;
using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.Evidence.Vms;
using LogSerialAudit.Evidence.ZoneFiles;
using LogSerialAudit.Findings;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>
/// A case told in a few words: a story (see <see cref="Story"/>) in which <c>{09:00}</c> is the serial of that time of 25 May
/// 2019 and <c>{24T19:20}</c> that of another day; the runs of a machine, <c>HOST +START -STOP/REASON; HOST ...</c>; and the
/// versions of zone files, oldest first, <c>ZONE SERIAL@COMMITTED SERIAL@COMMITTED; ZONE ...</c>; what servers answered,
/// <c>ZONE@ASKED SERVER=SERIAL SERVER=SERIAL; ZONE@ASKED ...</c>, where <c>ns1</c> is the primary by its own record; and marks, <c>TIME TIME</c>.
/// </summary>
internal static partial class MadeCase
{
    public static Diagnosis Of(string story, string machines = "", string zoneFiles = "", string expire = "", string answers = "", string marks = "") =>
        Story.Of(Steps(story)).Diagnosis(Evidence(machines, zoneFiles, expire, answers, marks));

    public static CaseEvidence Evidence(string machines, string zoneFiles = "", string expire = "", string answers = "", string marks = "") => new()
    {
        Vms = Machines(machines),
        Transcripts = answers.Length == 0 ? [] : [new SoaTranscript("soa", Answers(Steps(answers)), 0, 0)],
        Marks = marks.Length == 0 ? [] : [Marked(marks)],
        ZoneHistories = ZoneFiles(Steps(zoneFiles)),
        Expires = expire.Length == 0 ? new Dictionary<string, Duration>() : new Dictionary<string, Duration> { [""] = Duration.FromHours(int.Parse(expire, CultureInfo.InvariantCulture)) },
    };

    public static string Steps(string story) => Serial().Replace(story, match => Unix(match.Groups[1].Value).ToString(CultureInfo.InvariantCulture));

    private static List<VmLog> Machines(string machines)
    {
        var line = 0;
        return
        [
            .. Parts(machines).Select(text => text.Split(' '))
                .GroupBy(words => words[0])
                .Select(host => new VmLog(host.Key, [.. host.SelectMany(words => words.Skip(1)).Select(word => Entry(host.Key, word.Replace('_', ' '), ++line))])),
        ];
    }

    private static VmEntry Entry(string host, string word, int line)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        var time = slash < 0 ? word[1..] : word[1..slash];
        return new VmEntry(
            host, Instant.FromUnixTimeSeconds(Unix(time)), word[0] == '+' ? VmEntryKind.Start : VmEntryKind.Stop, slash < 0 ? null : word[(slash + 1)..], word, new SourceLine($"{host}.log", line));
    }

    private static List<ZoneHistory> ZoneFiles(string zoneFiles) =>
    [
        .. Parts(zoneFiles).Select(text => text.Split(' ')).Select(words => new ZoneHistory(words[0], [.. words.Skip(1).Select((word, place) => Revision(words[0], word, place + 1)).Reverse()])),
    ];

    private static ZoneRevision Revision(string zone, string word, int number)
    {
        var (serial, at) = word.Split('@') is [var text, var time] ? (text, Instant.FromUnixTimeSeconds(Unix(time))) : throw new ArgumentException(word);
        Assert.True(SerialNumber.TryParse(System.Text.Encoding.ASCII.GetBytes(serial), out var value));
        return new ZoneRevision(zone, $"1.{number}", value, new SoaRecord("ns1", "root", value, 3600, 1800, 86400, 300), at, RevisionTime.CheckIn, "", new SourceLine($"{zone},v", number));
    }

    private static List<SoaAnswer> Answers(string answers) =>
    [
        .. from words in Parts(answers).Select((text, round) => (Words: text.Split(' '), Round: round))
           let asked = words.Words[0].Split('@')
           from answer in words.Words.Skip(1).Select((word, place) => (Word: word.Split('='), Place: place))
           select new SoaAnswer(
               asked[0], new SoaRecord("ns1", "root", new SerialNumber(uint.Parse(answer.Word[1], CultureInfo.InvariantCulture)), 3600, 1800, 86400, 300), answer.Word[0], "",
               Instant.FromUnixTimeSeconds(Unix(asked[1])), AnswerTime.Asked, true, new SourceLine("soa", (10 * words.Round) + answer.Place + 1)),
    ];

    private static MarkSeries Marked(string marks) => new(
        new MarkSource("m", "m.csv", "", DateTimeZone.Utc),
        [
            .. marks.Split(' ').Select(time => Instant.FromUnixTimeSeconds(Unix(time)))
                .Select((at, place) => new Mark("m", at, at.InUtc().Date, false, true, null, "", new SourceLine("m.csv", place + 2))),
        ],
        0,
        0);

    private static string[] Parts(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static long Unix(string time) => DateTimeOffset.Parse(
        "2019-05-" + (time.Contains('T', StringComparison.Ordinal) ? time : $"25T{time}") + "Z", CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    [GeneratedRegex(@"\{([0-9T:]+)\}")]
    private static partial Regex Serial();
}
