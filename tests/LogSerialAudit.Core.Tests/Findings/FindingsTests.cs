using LogSerialAudit.Core.Tests.History;
using LogSerialAudit.Evidence;
using LogSerialAudit.Findings;
using LogSerialAudit.Findings.Causes;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>What follows from a story and the runs of a machine, told as <see cref="MadeCase"/> says. The causes are <see cref="CausesTests"/>'s.</summary>
public sealed class FindingsTests
{
    private const string Dates = "08:00 A gives 2019052401; 09:00 A gives 2019052501; ";
    private const string TwoZones = "10:00 A gives {09:59:55} @a.example/IN; 10:00 A gives {09:59:58} @b.example/IN; ";

    /// <summary>A name, a story, machines, and the findings: kind, confidence, zones.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        // Nothing to find.
        { "all in order", "10:00 A gives {09:59}; 11:00 A gives {10:59}; 11:30 A notifies", "", "" },
        { "a machine moved from host to host", "10:00 A gives {09:59}", "v +01:00 -02:00; t +03:00 -04:00; v +05:00 -06:00", "" },
        { "a NOTIFY with less is no complaint", "10:00 A gives 100; 11:00 A notifies", "", "" },
        { "no lines at all", "", "", "" },

        // What a log alone tells.
        { "one zone, still behind", "10:00 A gives {09:59}; 11:00 A {08:00}<{09:59}", "", "went-back certain a.example; raise-serial certain a.example; state-lost strong a.example" },
        { "one zone, healed", "11:00 A {08:00}<{09:59}; 12:00 A gives {11:59}", "", "went-back certain a.example; healed certain a.example; state-lost strong a.example" },
        { "a counter dates no state", "11:00 A 90<100; 12:00 A gives 110", "", "went-back certain a.example; healed certain a.example" },
        {
            "two zones minted together", TwoZones + "11:00 A {08:00}<{09:59:55} @a.example/IN; 11:01 A {08:30}<{09:59:58} @b.example/IN; 12:00 A gives {11:59} @a.example/IN; 12:00 A gives {11:59} @b.example/IN", "",
            "went-back certain a.example b.example; healed certain a.example b.example; state-lost strong a.example b.example; minted-together strong a.example b.example"
        },
        {
            "two zones minted hours apart", "11:00 A {08:00}<{09:00} @a.example/IN; 11:01 A {08:30}<{10:00} @b.example/IN; 12:00 A gives {11:59} @a.example/IN; 12:00 A gives {11:59} @b.example/IN", "",
            "went-back certain a.example b.example; healed certain a.example b.example; state-lost strong a.example b.example"
        },
        {
            "two zones of two states", "11:00 A {02:00}<{03:00} @a.example/IN; 11:01 A {05:00}<{06:00} @b.example/IN; 12:00 A gives {11:59} @a.example/IN; 12:00 A gives {11:59} @b.example/IN", "",
            "went-back certain a.example b.example; healed certain a.example b.example; several-states strong a.example b.example; state-lost possible a.example; state-lost possible b.example"
        },
        { "days apart are two incidents", "11:00 A {02:00}<{03:00}; 12:00 A gives {11:59}; 28T11:00 A {27T02:00}<{27T03:00}; 28T12:00 A gives {28T11:59}", "", "went-back certain a.example; went-back certain a.example; healed certain a.example; healed certain a.example; state-lost strong a.example; state-lost strong a.example" },
        { "from dates to seconds", "11:00 A 1558725628<2019052501", "", "went-back certain a.example; raise-serial certain a.example; scheme-changed strong a.example" },
        { "new serials of the new scheme every day", "11:00 A 1558725628<2019052501; 26T11:00 A 1558812028<2019052501; 27T11:00 A 1558898428<2019052501", "", "went-back certain a.example; raise-serial certain a.example; scheme-changed strong a.example" },
        { "in two views", "11:00 A 1558725628<2019052501 @a.example/IN/in; 12:00 A 1558725628<2019052501 @a.example/IN/out", "", "went-back certain a.example; raise-serial certain a.example; raise-serial certain a.example; scheme-changed strong a.example; scheme-changed strong a.example" },
        { "from dates to a counter", "11:00 A 7<2019052501", "", "went-back certain a.example; raise-serial certain a.example; scheme-changed possible a.example" },
        { "a date of another century", Dates + "10:00 A gives 2119052502; 11:00 A 2019052503<2119052502", "", "went-back certain a.example; raise-serial certain a.example" },
        { "a date of no month", Dates + "10:00 A gives 2019250502; 11:00 A 2019052503<2019250502", "", "went-back certain a.example; raise-serial certain a.example" },
        { "a digit too many, cut off to 32 bits", Dates + "10:00 A gives 3010656836; 11:00 A 2019052503<3010656836", "", "went-back certain a.example; raise-serial certain a.example" },
        { "an old date, put back", Dates + "10:00 A gives 2019052502; 11:00 A 2019052501<2019052502", "", "went-back certain a.example; raise-serial certain a.example; state-lost strong a.example" },
        { "an old state of before the new scheme", "09:00 A gives {08:59}; 10:00 A gives 2019052501; 11:00 A {08:59}<2019052501", "", "went-back certain a.example; raise-serial certain a.example; state-lost strong a.example" },
        { "held from another primary", "10:00 B gives 100; 11:00 A 90<100; 12:00 A gives 110", "", "went-back certain a.example; healed certain a.example; other-primary strong a.example" },
        { "two primaries of which also the one that gave what is held offers less", "10:00 B gives 100; 11:00 A 90<100; 11:10 B 90<100", "", "went-back certain a.example; raise-serial certain a.example; state-lost strong a.example" },
        { "held from another primary, in seconds", "10:00 B gives {09:59}; 11:00 A {08:00}<{09:59}; 12:00 A gives {11:59}", "", "went-back certain a.example; healed certain a.example; other-primary strong a.example" },
        { "new serials, all below", "10:00 A gives {09:59}; 11:00 A {04:00}<{09:59}; 12:00 A {05:00}<{09:59}; 13:00 A gives {12:59}", "", "went-back certain a.example; healed certain a.example" },
        { "an old copy put back, and then a newer one", "08:00 A gives {07:59}; 09:00 A gives {08:59}; 10:00 A gives {09:59}; 11:00 A {07:59}<{09:59}; 12:00 A {08:59}<{09:59}; 13:00 A gives {12:59}", "", "went-back certain a.example; healed certain a.example; state-lost strong a.example" },
        { "two states one after the other, the later one older", "10:00 A gives {09:59}; 11:00 A {05:00}<{09:59}; 12:00 A {04:00}<{09:59}; 13:00 A gives {12:59}", "", "went-back certain a.example; healed certain a.example; state-lost strong a.example" },
        { "held from the same primary at another port", "10:00 A2 gives 100; 11:00 A 90<100; 12:00 A gives 110", "", "went-back certain a.example; healed certain a.example; state-lost strong a.example" },
        { "a serial of tomorrow", "11:00 A {10:00}<{26T10:00}; 12:00 A gives {26T11:00}", "", "went-back certain a.example; healed certain a.example; serial-ahead strong a.example" },
        { "a serial of tomorrow, and what is offered goes on", "11:00 A {10:00}<{26T10:00}; 12:00 A {11:00}<{26T10:00}; 13:00 A gives {26T11:00}", "", "went-back certain a.example; healed certain a.example; serial-ahead strong a.example" },
        { "a serial of tomorrow, of two zones", "11:00 A {10:00}<{26T10:00}; 11:00 A {10:00}<{27T10:00} @b.example/IN; 13:00 A gives {26T11:00}; 13:00 A gives {27T11:00} @b.example/IN", "", "went-back certain a.example b.example; healed certain a.example b.example; serial-ahead strong a.example; serial-ahead strong b.example" },
        { "what another view has", "10:00 A gives 91 @a.example/IN/ext; 10:00 A gives 100 @a.example/IN/int; 11:00 A 91<100 @a.example/IN/int", "", "went-back certain a.example; raise-serial possible a.example" },
        { "what another view had, and this one too", "09:00 A gives 91 @a.example/IN/int; 10:00 A gives 91 @a.example/IN/ext; 10:00 A gives 100 @a.example/IN/int; 11:00 A 91<100 @a.example/IN/int", "", "went-back certain a.example; raise-serial certain a.example; state-lost strong a.example" },
        { "a serial of some minutes ahead", "11:00 A {10:00}<{11:30}; 12:00 A gives {11:59}", "", "went-back certain a.example; healed certain a.example" },
        { "expired while no refresh was answered", "10:00 A gives 100; 11:00 | zone a.example/IN: refresh: retry limit for master 192.0.2.1#53 exceeded (source 0.0.0.0#0); 12:00 expired; 13:00 A gives 100", "", "expired certain a.example" },
        { "expired, and before it another zone was offered less", "10:00 A 90<100 @b.example/IN; 12:00 expired; 13:00 A gives 110 @b.example/IN", "", "went-back certain b.example; expired certain a.example; healed certain b.example" },
        { "expired, and lower taken", "11:00 A 90<100; 12:00 expired; 12:01 A gives 90", "", "went-back certain a.example; lower-taken certain a.example" },
        { "forced", "11:00 A 90<100; 12:00 retransfer; 12:00 A gives 90", "", "went-back certain a.example; lower-taken certain a.example" },
        { "a primary that loads less", "10:00 p: loaded 100; 11:00 p: | zone a.example/IN: zone serial (90/100) has gone backwards", "", "loaded-lower certain a.example" },
        { "a primary that knows nothing of it", "10:00 p: loaded 80; 10:00 p: | zone a.example/IN: sending notifies (serial 80); 10:01 s: A 80<100; 11:00 p: loaded 110; 11:01 s: A gives 110", "", "went-back certain a.example; healed certain a.example; changed-beneath strong a.example" },
        { "a primary that had the held serial itself", "09:00 p: loaded 100; 10:00 p: | zone a.example/IN: zone serial (80/100) has gone backwards; 10:01 s: A 80<100; 11:00 p: loaded 110; 11:01 s: A gives 110", "", "went-back certain a.example; loaded-lower certain a.example; healed certain a.example" },

        { "minted soon after the primary started", "10:00:10 p: starts; 10:00:30 s: A gives {10:00:25}; 10:30 s: A {05:00}<{10:00:25}; 12:00 s: A gives {11:59}", "", "went-back certain a.example; healed certain a.example; state-lost strong a.example; minted-after-start strong a.example" },
        { "minted soon after the secondary started, which only took it", "10:00:10 s: starts; 10:00:30 s: A gives {10:00:25}; 10:30 s: A {05:00}<{10:00:25}; 12:00 s: A gives {11:59}", "", "went-back certain a.example; healed certain a.example; state-lost strong a.example" },

        // With the machine's runs.
        {
            "a stale copy beside the current one", "10:00:30 A gives {10:00:25}; 10:30 A {05:00}<{10:00:25}; 12:00 A gives {11:59}", "v +01:00 -02:00; t +03:00 -12:00; v +10:00 -10:15",
            "went-back certain a.example; healed certain a.example; state-lost strong a.example; minted-after-start strong a.example; ran-twice certain "
        },
        {
            "one that answered too", "10:00:30 A gives {10:00:25}; 10:10 A {01:30}<{04:00} @b.example/IN; 10:30 A {05:00}<{10:00:25}; 12:00 A gives {11:59}; 12:00 A gives {11:59} @b.example/IN", "v +01:00 -02:00; t +03:00 -12:00; v +10:00 -10:15",
            "went-back certain a.example b.example; healed certain a.example b.example; several-states strong a.example b.example; state-lost possible b.example; state-lost possible a.example; stale-copy strong b.example; minted-after-start strong a.example; ran-twice certain "
        },
        {
            "a current one whose stop is missing", "10:00:30 A gives {10:00:25}; 10:30 A {05:00}<{10:00:25}; 12:00 A gives {11:59}", "v +01:00 -02:00; t +03:00 +12:00; v +10:00 -10:15",
            "went-back certain a.example; healed certain a.example; state-lost strong a.example; minted-after-start strong a.example; ran-twice possible ; stop-missing certain "
        },
        {
            "an overlap at another time", "11:00 A {08:00}<{09:59}; 12:00 A gives {11:59}", "t +01:00 -03:00; v +02:00 -04:00",
            "went-back certain a.example; healed certain a.example; state-lost strong a.example; ran-twice certain "
        },
        { "a start without overlap, long before", "11:00 A {08:00}<{09:59}; 12:00 A gives {11:59}", "t +09:00 -10:00", "went-back certain a.example; healed certain a.example; state-lost strong a.example" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void EachRuleFindsWhatItsEvidenceShows(string name, string story, string machines, string findings)
    {
        Assert.NotEmpty(name);
        Assert.Equal(findings, string.Join("; ", Found(story, machines).Select(finding => $"{finding.Kind.Word()} {finding.Confidence.Word()} {string.Join(' ', finding.Zones)}")));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void NoFindingIsWithoutALineItRestsOn(string name, string story, string machines, string findings)
    {
        Assert.NotEmpty(name + findings);
        Assert.All(Found(story, machines), finding => Assert.NotEmpty(finding.Exhibits));
        Assert.All(Found(story, machines), finding => Assert.True(finding.Confidence == Confidence.Certain || finding.Refutation.Length > 0, finding.Id));
        Assert.Equal(Found(story, machines).Count, Found(story, machines).Select(finding => finding.Id).Distinct().Count());
    }

    /// <summary>Nothing in a rule knows a name: with other zones and hosts the same is found, in the other names.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void OtherNamesGiveTheSameFindings(string name, string story, string machines, string findings)
    {
        Assert.NotEmpty(name + findings);
        var renamed = Found(
            story.Replace("a.example", "one.test", StringComparison.Ordinal).Replace("b.example", "two.test", StringComparison.Ordinal), machines.Replace("v ", "west ", StringComparison.Ordinal).Replace("t ", "east ", StringComparison.Ordinal), "one.test");
        Assert.Equal(Found(story, machines).Select(finding => (finding.Kind, finding.Confidence, finding.From, finding.To, finding.Zones.Count)), renamed.Select(finding => (finding.Kind, finding.Confidence, finding.From, finding.To, finding.Zones.Count)));
    }

    /// <summary>Where no secondary complains, what came after is looked for all the same.</summary>
    [Theory]
    [InlineData("", "; secondaries that have 100 refuse it until the serial is 101 or more")]
    [InlineData("; 12:00 p: loaded 95", "; secondaries that have 100 refuse it until the serial is 101 or more")]
    [InlineData("; 12:00 p: loaded 101", "; it has had 101 since, which is newer than both")]
    public void ALowerLoadIsOverOnceANewerOneFollows(string after, string end) =>
        Assert.EndsWith(end, Assert.Single(Found("10:00 p: loaded 100; 11:00 p: | zone a.example/IN: zone serial (90/100) has gone backwards" + after, "")).Statement);

    [Theory]
    [InlineData("", "a new scheme rather than an old state")]
    [InlineData("; 26T11:00 A 1558812028<2019052501", "a new scheme rather than an old state; 1 other pair of serials says so too")]
    [InlineData("; 26T11:00 A 1558812028<2019052501; 27T11:00 A 1558898428<2019052501", "a new scheme rather than an old state; 2 other pairs of serials say so too")]
    public void ANewSchemeIsToldOnceWithItsFirstPair(string after, string end)
    {
        var finding = Assert.Single(Found("11:00 A 1558899999<2019052501" + after, ""), finding => finding.Kind == FindingKind.SchemeChanged);

        Assert.StartsWith("a.example went from YYYYMMDDnn serials (2019052501) to unixtime (1558899999), ", finding.Statement, StringComparison.Ordinal);
        Assert.EndsWith(end, finding.Statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("09:00 A gives 2019052501; 11:00 A {10:59}<2019052501; 12:00 A gives 2019052502", "went from YYYYMMDDnn serials (2019052501) to unixtime (1558781940), whose numbers are lower: another scheme for a while, until 2019052502, rather than an old state")]
    [InlineData("09:00 A gives {08:59}; 10:00 A gives 2019052501; 11:00 A {10:59}<2019052501", "went from unixtime serials to YYYYMMDDnn (2019052501) and back (1558781940), whose numbers are lower: another scheme for a while rather than an old state")]
    [InlineData("09:00 A gives 2019052501; 11:00 A {10:59}<2019052501; 12:00 expired; 12:01 A gives {12:00}", "went from YYYYMMDDnn serials (2019052501) to unixtime (1558781940), whose numbers are lower: a new scheme rather than an old state")]
    public void ASchemeThatWasGivenUpAgainIsNoNewOne(string story, string statement) =>
        Assert.Equal("a.example " + statement, Assert.Single(Found(MadeCase.Steps(story), ""), finding => finding.Kind == FindingKind.SchemeChanged).Statement);

    private const string Turn = "10:00 B gives 100; 10:30 A 90<100; ";
    private const string TurnBack = "11:00 A gives 110; 11:30 B 105<110; ";

    /// <summary>A pair of primaries that take turns, at a server or two; how often each server's finding says it was so, and what it says was last.</summary>
    [Theory]
    [InlineData(Turn, "")]
    [InlineData(Turn + TurnBack, "; it was so 2 times, 1 of them with less from 192.0.2.2, last from 2019-05-25T11:30:00Z on (held 110 from 192.0.2.1, offered 105)")]
    [InlineData(Turn + TurnBack + "12:00 B gives 120; 12:30 A 115<120", "; it was so 3 times, 2 of them with less from 192.0.2.1, last from 2019-05-25T12:30:00Z on (held 120 from 192.0.2.2, offered 115)")]
    [InlineData(Turn + TurnBack + "28T12:00 B gives 120; 28T12:30 A 115<120", "; it was so 3 times, 2 of them with less from 192.0.2.1, last from 2019-05-28T12:30:00Z on (held 120 from 192.0.2.2, offered 115)")]
    [InlineData(Turn + "- A 95<100", "; it was so 2 times, always with less from 192.0.2.1 (held 100 from 192.0.2.2, offered 95)")]
    [InlineData(Turn + "11:00 A2 gives 110; 11:30 A 105<110", "")]
    public void TwoPrimariesThatTakeTurnsAreToldOnceWithHowOften(string story, string again)
    {
        var finding = Assert.Single(Found(story, ""), finding => finding.Kind == FindingKind.OtherPrimary);
        Assert.Equal("sec.log had a.example 100 from 192.0.2.2, but 192.0.2.1 offers 90: both are asked as primaries and do not hold the same zone" + again, finding.Statement);
        Assert.Equal(again.Length == 0, finding.To is null);
    }

    [Theory]
    [InlineData("10:00 r: B gives 100; 10:30 r: A 90<100; 11:00 s: B gives 100; 11:30 s: A 90<100", "r had; s had")]
    [InlineData("10:00 B gives 100; 10:30 A 90<100; 11:00 V6 gives 110; 11:30 A 105<110", "192.0.2.2; 2001:db8::1")]
    [InlineData("10:00 B gives 100; 10:30 A 90<100; 11:00 B gives 100 @b.example/IN; 11:30 A 90<100 @b.example/IN", "a.example; b.example")]
    public void EachSecondaryZoneAndPairOfPrimariesIsToldByItself(string story, string each)
    {
        var told = Found(story, "").Where(finding => finding.Kind == FindingKind.OtherPrimary).Select(finding => finding.Statement).ToList();
        Assert.Equal(each.Split("; ").Length, told.Count);
        Assert.All(each.Split("; "), words => Assert.Single(told, statement => statement.Contains(words, StringComparison.Ordinal)));
    }

    private const string Failed = "| zone a.example/IN: refresh: retry limit for master 192.0.2.1#53 exceeded (source 0.0.0.0#0); ";

    [Theory]
    [InlineData("10:00 A gives 100; 12:00 expired", "sec.log at 2019-05-25T12:00:00Z, and no refresh that failed before is logged; nothing shows that sec.log served it again")]
    [InlineData("10:00 A gives 100; 11:00 " + Failed + "11:15 " + Failed + "12:00 expired", "sec.log at 2019-05-25T12:00:00Z, after 2 failures to refresh since 2019-05-25T11:00:00Z (192.0.2.1#53); nothing shows that sec.log served it again")]
    [InlineData("10:00 " + Failed + "11:00 A gives 100; 11:30 " + Failed + "12:00 expired; 12:30 A gives 100", "sec.log at 2019-05-25T12:00:00Z, after 1 failure to refresh since 2019-05-25T11:30:00Z (192.0.2.1#53); it was served again with 100 from 2019-05-25T12:30:00Z on")]
    [InlineData("12:00 r: expired; 12:01 s: expired; 12:30 r: A gives 100", "r at 2019-05-25T12:00:00Z and s at 2019-05-25T12:01:00Z, and no refresh that failed before is logged; nothing shows that s served it again")]
    public void AZoneThatExpiredWithoutAComplaintIsToldWithWhatFailed(string story, string statement) =>
        Assert.Equal("a.example expired on " + statement, Assert.Single(Found(story, ""), finding => finding.Kind == FindingKind.Expired).Statement);

    [Fact]
    public void ZonesThatExpireTogetherAreAllCounted()
    {
        const int Zones = 10_003;
        var story = Story.Of(string.Concat(Enumerable.Range(0, Zones).Select(zone => $"12:00 expired @z{zone:00000}.example/IN; ")));
        var found = story.Diagnosis(CaseEvidence.None).Findings.Where(finding => finding.Kind == FindingKind.Expired).ToList();
        Assert.Equal(1001, found.Count);
        Assert.StartsWith($"{Zones - 1000} more like these; ", Assert.Single(found, finding => finding.Zones.Count == 0).Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyNumberOfThreadsFindsTheSame()
    {
        const int Incidents = 14;
        var story = Story.Of(string.Concat(Enumerable.Range(0, Incidents).Select(each =>
            $"{(2 * each) + 1:00}T11:00 A {10 * each}<{(10 * each) + 5} @z{each}.example/IN; {(2 * each) + 1:00}T12:00 A gives {(10 * each) + 6} @z{each}.example/IN; ")));
        var found = Found(1);
        Assert.Equal(Incidents, found.Count(finding => finding.StartsWith("went-back-", StringComparison.Ordinal)));
        Assert.Equal(found, Found(8));

        List<string> Found(int threads) => [.. story.Diagnosis(CaseEvidence.None, threads).Findings.Select(finding => $"{finding.Id} {finding.Statement} {finding.Exhibits}")];
    }

    [Fact]
    public void OfAKindAThousandAreToldAndTheNextCountsTheOthers()
    {
        var story = Story.Of(string.Concat(Enumerable.Range(0, 1003).Select(zone => $"11:00 A 90<100 @z{zone:0000}.example/IN; ")));
        var found = story.Diagnosis(CaseEvidence.None).Findings.Where(finding => finding.Kind == FindingKind.RaiseSerial).ToList();
        Assert.Equal(1001, found.Count);
        Assert.StartsWith("3 more like these; the first of them: z1000.example: ", Assert.Single(found, finding => finding.Zones.Count == 0).Statement, StringComparison.Ordinal);
    }

    private static List<Finding> Found(string story, string machines, string zone = "a.example")
    {
        var steps = zone == "a.example" ? story : string.Join(';', story.Split(';').Select(step => step.Contains('@', StringComparison.Ordinal) || step.Contains('|', StringComparison.Ordinal) || step.Trim().Length == 0 ? step : $"{step} @{zone}/IN"));
        return [.. MadeCase.Of(steps, machines).Findings.Where(finding => finding.Kind is not (FindingKind.LikelyCause or FindingKind.ContentServed))];
    }

    /// <summary>A primary that takes the zone from another one, and is asked before it has, goes on from state to state: none of them is a second copy.</summary>
    [Theory]
    [InlineData("10:00 B gives {09:59}; 10:01 A {09:50}<{09:59}; 10:20 B gives {10:19}; 10:21 A {10:10}<{10:19}", false)]
    [InlineData("10:00 A gives {09:59}; 10:01 A {09:50}<{09:59}; 10:20 A gives {10:19}; 10:21 A {10:10}<{10:19}", true)]
    [InlineData("10:00 B gives {09:59}; 10:01 A {09:50}<{09:59}; 10:20 B gives {10:19} @b.example/IN; 10:21 A {10:10}<{10:19} @b.example/IN", true)]
    public void StatesOfAPrimaryThatFollowsAnotherAreNotSeveral(string story, bool areSeveral)
    {
        var found = MadeCase.Of(story);
        Assert.Equal(areSeveral, found.Findings.Any(finding => finding.Kind == FindingKind.SeveralStates));
        Assert.Equal(areSeveral, found.Causes.Any(cause => cause.Cause == Cause.TwoCopies && cause.Clues.Any(clue => clue.Says.StartsWith("no single state", StringComparison.Ordinal))));
    }
}
