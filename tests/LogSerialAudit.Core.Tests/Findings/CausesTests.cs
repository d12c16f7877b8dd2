using LogSerialAudit.Findings;
using LogSerialAudit.Findings.Causes;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>How causes are weighed, in cases told as <see cref="MadeCase"/> says.</summary>
public sealed class CausesTests
{
    private const string Back = "08:00 A gives {07:59}; 09:00 A gives {08:59}; 10:00 A {07:59}<{08:59}; 12:00 A gives {11:59}";
    private const string BackOfTwo = Back + "; 08:00 A gives {07:55} @b.example/IN; 09:00 A gives {08:55} @b.example/IN; 10:01 A {07:55}<{08:55} @b.example/IN; 12:00 A gives {11:58} @b.example/IN";
    private const string Kept = "; 08:00 A gives {07:58} @b.example/IN; 09:30 A gives {09:29} @b.example/IN; 12:00 A gives {11:58} @b.example/IN";
    private const string NotInJournal = "| client 192.0.2.9#4000 (a.example): transfer of 'a.example/IN': IXFR version not in journal, falling back to AXFR";
    private const string Primary = "; 07:59 p: loaded {07:59}; 07:59 p: | zone a.example/IN: sending notifies (serial {07:59}); 11:59 p: loaded {11:59}";

    /// <summary>A name, a story, machines, versions of zone files, and the causes: word, standing, points, as far as more speaks for them than against.</summary>
    public static TheoryData<string, string, string, string, string> Cases => new()
    {
        // A secondary's log alone tells little, and says so.
        { "one zone, an old serial", Back, "", "", "disk-image possible 1; snapshot possible 1; zone-file possible 1; journal possible 1" },
        { "one zone, a counter", "10:00 A 90<100; 12:00 A gives 110", "", "", "" },
        { "two zones", BackOfTwo, "", "", "disk-image possible 2; snapshot possible 2; journal possible 1" },
        { "two zones of two states", "11:00 A {02:00}<{03:00} @a.example/IN; 11:01 A {05:00}<{06:00} @b.example/IN", "", "", "two-copies possible 2; journal possible 1" },
        { "less again after it had healed", "09:00 A gives 5; 10:00 A gives 8; 11:00 A 6<8; 12:00 A gives 9; 13:00 A 7<9; 14:00 A gives 10; 15:00 A 8<10", "", "", "two-copies possible 2; zone-file possible 1; journal possible 1" },
        { "a number never seen", "08:00 A gives 10; 09:00 A gives 100; 10:00 A 50<100", "", "", "" },
        { "a time never seen", "08:00 A gives {07:59}; 09:00 A gives {08:59}; 10:00 A {08:30}<{08:59}", "", "", "zone-file possible 1; clock possible 1" },
        { "a time that the next one came after at once", "08:00 A gives {07:59}; 09:00 A gives {08:59}; 10:00 A {08:55}<{08:59}", "", "", "" },
        { "a date never seen", "24T08:00 A gives 2019052401; 25T09:00 A gives 2019052501; 25T10:00 A 2019052402<2019052501", "", "", "zone-file possible 1; clock possible 1" },
        { "a date that the next one of the day may have followed at once", "24T08:00 A gives 2019052401; 25T09:00 A gives 2019052503; 25T10:00 A 2019052502<2019052503", "", "", "" },
        { "offers that rise, each as old", "08:00 A gives {07:59}; 10:00 A {23T09:00}<{07:59}; 13:00 A {23T12:00}<{07:59}; 16:10 A {23T15:00}<{07:59}", "", "", "clock possible 2" },
        { "two of them", "08:00 A gives {07:59}; 10:00 A {23T09:00}<{07:59}; 16:10 A {23T15:00}<{07:59}", "", "", "" },
        { "offers that rise, not as old", "08:00 A gives {07:59}; 10:00 A {23T09:00}<{07:59}; 13:00 A {23T10:30}<{07:59}; 16:10 A {23T15:00}<{07:59}", "", "", "" },
        { "offers as old, within an hour", "08:00 A gives {07:59}; 10:00 A {23T09:00}<{07:59}; 10:20 A {23T09:20}<{07:59}; 10:40 A {23T09:40}<{07:59}", "", "", "" },
        { "offers that rise, though what is held was late", "08:00 A gives {05:59}; 10:00 A {23T09:00}<{05:59}; 13:00 A {23T12:00}<{05:59}; 16:10 A {23T15:00}<{05:59}", "", "", "" },
        { "another zone that kept its serial", Back + Kept, "", "", "zone-file possible 2; journal possible 1" },
        { "no time at all", "- A 90<100", "", "", "" },

        // What the machine's logs tell.
        { "moved to a host with an old image", Back, "v +01:00 -08:30; t +08:35 -09:30; v +09:35", "", "disk-image strong 5; snapshot possible 1; zone-file possible 1; journal possible 1" },
        { "the same, and two zones", BackOfTwo, "v +01:00 -08:30; t +08:35 -09:30; v +09:35", "", "disk-image strong 6; snapshot possible 2; journal possible 1" },
        { "the same, counters", "08:00 A gives 90; 09:00 A gives 100; 10:00 A 90<100", "v +01:00 -08:30; t +08:35 -09:30; v +09:35", "", "disk-image possible 3; snapshot possible 1; zone-file possible 1; journal possible 1" },
        { "put back to a snapshot", BackOfTwo, "v +01:00 -09:30/from_snapshot +09:31", "", "snapshot strong 7; disk-image possible 3; journal possible 1" },
        { "resumed from a saved state", BackOfTwo, "v +01:00 -09:30/saved +09:31", "", "snapshot possible 4; disk-image possible 3; journal possible 1" },
        { "killed and started", BackOfTwo, "v +01:00 -09:30/destroyed +09:31", "", "disk-image possible 3; snapshot possible 3; journal possible 1" },
        { "not started at all", BackOfTwo, "v +01:00", "", "journal possible 1" },
        { "started twice at once", "08:00 A gives {07:59}; 09:00:30 A gives {09:00:25}; 10:00 A {07:59}<{09:00:25}; 12:00 A gives {11:59}", "v +01:00 -02:00; t +03:00 -12:00; v +09:00 -09:15", "", "two-copies strong 4; zone-file possible 1; journal possible 1" },
        { "started twice, perhaps", "08:00 A gives {07:59}; 09:00:30 A gives {09:00:25}; 10:00 A {07:59}<{09:00:25}; 12:00 A gives {11:59}", "v +01:00 -02:00; t +03:00 +12:00; v +09:00 -09:15", "", "two-copies possible 2; zone-file possible 1; journal possible 1" },
        { "never on two hosts", BackOfTwo, "v +01:00 -02:00; t +03:00", "", "journal possible 1" },

        // What the primary's own log tells.
        { "a running primary loaded less", Back + Primary + "; 08:59 p: loaded {08:59}; 09:30 p: | zone a.example/IN: zone serial ({07:59}/{08:59}) has gone backwards; 09:30 p: loaded {07:59}", "", "", "zone-file strong 5; journal possible 1" },
        { "one that does not call it so, and was not started", "07:58 p: starts; " + Back + Primary + "; 08:59 p: loaded {08:59}; 09:30 p: loaded {07:59}", "", "", "zone-file strong 5; journal possible 1" },
        { "a primary loaded less after a start", Back + Primary + "; 08:59 p: loaded {08:59}; 09:30 p: starts; 09:30 p: loaded {07:59}", "", "", "journal possible 3; disk-image possible 2; snapshot possible 2; zone-file possible 2" },
        { "one that had no changes to give after it", Back + Primary + "; 08:59 p: loaded {08:59}; 09:30 p: starts; 09:30 p: loaded {07:59}; 09:31 p: " + NotInJournal, "", "", "journal strong 4; disk-image possible 2; snapshot possible 2; zone-file possible 2" },
        { "one that had none for those who ask from what was lost", Back + Primary + "; 08:59 p: loaded {08:59}; 09:58 p: starts; 09:58 p: loaded {07:59}; 10:01 p: " + NotInJournal, "", "", "journal possible 3; disk-image possible 2; snapshot possible 2; zone-file possible 2" },
        { "a journal that could not be used", Back + Primary + "; 08:59 p: loaded {08:59}; 09:29 p: starts; 09:29 p: | zone a.example/IN: journal rollforward failed: journal out of sync with zone; 09:30 p: starts; 09:30 p: loaded {07:59}", "", "", "journal strong 7; disk-image possible 2; snapshot possible 2; zone-file possible 1" },
        { "a primary that knows nothing of it", Back + Primary, "", "", "disk-image possible 2; snapshot possible 2; two-copies possible 1" },
        { "a primary that ran on and knows nothing of it", "07:58 p: starts; " + Back + Primary, "", "", "two-copies possible 3" },
        { "a primary that was started, and knows nothing of it", Back + Primary + "; 09:30 p: starts", "", "", "disk-image possible 2; snapshot possible 2; two-copies possible 1" },
        { "a primary that had what is held", Back + Primary + "; 08:59 p: loaded {08:59}", "", "", "two-copies possible 2" },
        { "two primaries", Back + Primary + "; 07:59 q: loaded {07:59}; 07:59 q: | zone a.example/IN: sending notifies (serial {07:59}); 08:59 q: loaded {08:59}", "", "", "two-copies strong 5; disk-image possible 2; snapshot possible 2" },
        { "an edit to a number never seen", "08:00 A gives 10; 09:00 A gives 100; 10:00 A 50<100; 07:59 p: loaded 10; 08:59 p: loaded 100; 09:30 p: | zone a.example/IN: zone serial (50/100) has gone backwards; 09:30 p: loaded 50; 11:00 p: loaded 101", "", "", "zone-file strong 4" },

        // What zone files tell.
        { "a lower serial checked in", Back, "", "a.example {07:58}@07:58 {08:59}@08:59 {07:59}@09:30", "zone-file strong 5; disk-image possible 1; snapshot possible 1" },
        { "a history that has what is held", Back, "", "a.example {07:59}@07:59 {08:59}@08:59", "two-copies possible 1; disk-image possible 1; snapshot possible 1; zone-file possible 1" },
        { "a history that never had it", Back, "", "a.example {07:59}@07:59 {11:59}@11:59", "journal possible 2; disk-image possible 1; snapshot possible 1" },

        // What the numbers tell.
        { "from dates to seconds", "08:00 A gives 2019052401; 09:00 A gives 2019052501; 10:00 A {09:59}<2019052501", "", "", "serial-scheme strong 4" },
        { "from dates to seconds, edited", "08:00 A gives 2019052401; 09:00 A gives 2019052501; 10:00 A {09:30}<2019052501; 07:59 p: loaded 2019052401; 08:59 p: loaded 2019052501; 09:30 p: | zone a.example/IN: zone serial ({09:30}/2019052501) has gone backwards; 09:30 p: loaded {09:30}; 11:00 p: loaded {11:00}", "", "", "serial-scheme strong 6" },
        { "from seconds to a counter", "08:00 A gives {07:59}; 09:00 A gives {08:59}; 10:00 A 5<{08:59}", "", "", "serial-scheme possible 2" },
        { "a clock a day ahead", "08:00 A gives {07:59}; 09:00 A gives {26T08:59}; 10:00 A {09:30}<{26T08:59}", "", "", "clock strong 5" },
        { "a date two days ahead", "08:00 A gives 2019052401; 09:00 A gives 2019052701; 10:00 A 2019052501<2019052701", "", "", "clock possible 3" },
        { "a date of another century", "08:00 A gives 2019052401; 09:00 A gives 2119052501; 10:00 A 2019052501<2119052501", "", "", "clock possible 3" },
        { "a date of no month", "08:00 A gives 2019052401; 09:00 A gives 2019250501; 10:00 A 2019052501<2019250501", "", "", "clock possible 3" },
        { "what another view has", "10:00 A gives 91 @a.example/IN/ext; 10:00 A gives 100 @a.example/IN/int; 11:00 A 91<100 @a.example/IN/int", "", "", "wrong-primary possible 2" },
        { "what another view had before", "10:00 A gives 91 @a.example/IN/ext; 10:00 A gives 100 @a.example/IN/int; 10:30 A gives 92 @a.example/IN/ext; 11:00 A 91<100 @a.example/IN/int", "", "", "" },
        { "a number that is no time among times", "08:00 A gives {07:59}; 09:00 A gives 2558774740; 10:00 A {09:30}<2558774740", "", "", "clock possible 3" },
        { "a log whose own clock is behind", "08:00 A gives {11:59}; 09:00 A gives {12:59}; 09:30 A gives {13:29}; 10:00 A {12:59}<{13:29}", "", "", "disk-image possible 1; snapshot possible 1; zone-file possible 1; journal possible 1" },

        // Who gave it.
        { "another primary asked", "08:00 A gives 90; 09:00 A gives 100; 10:00 B 90<100; 12:00 A gives 110", "", "", "wrong-primary strong 5; two-copies possible 1" },
        { "two servers at one address", "07:00 A gives 80; 08:00 A gives 90; 09:00 A2 gives 100; 10:00 A 90<100", "", "", "two-copies possible 2; wrong-primary possible 2; disk-image possible 1; snapshot possible 1; zone-file possible 1; journal possible 1" },
        { "two primaries asked", "07:00 B gives 80; 08:00 A gives 90; 09:00 A gives 100; 10:00 B 90<100; 12:00 A gives 110", "", "", "wrong-primary strong 4; two-copies possible 1" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void CausesAreWeighedByWhatIsAtHand(string name, string story, string machines, string zoneFiles, string causes)
    {
        var told = string.Join("; ", MadeCase.Of(story, machines, zoneFiles).Causes
            .Where(cause => cause.Standing is CauseStanding.Strong or CauseStanding.Possible).Select(cause => $"{cause.Cause.Word()} {cause.Standing.Word()} {cause.Points}"));
        Assert.Equal((name, causes), (name, told));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryClueNamesALineAndEveryCauseWhatWouldRefuteIt(string name, string story, string machines, string zoneFiles, string causes)
    {
        var weighed = MadeCase.Of(story, machines, zoneFiles).Causes;
        Assert.True(weighed.Count > 0, $"{name}: none weighed, though expected: {causes}");
        Assert.Equal(Enum.GetValues<Cause>().Length, weighed.Select(cause => cause.Cause).Distinct().Count());
        Assert.All(weighed, cause => Assert.NotEmpty(cause.Refutation));
        Assert.All(weighed.SelectMany(cause => cause.Clues), clue => Assert.True(clue.Exhibits.Count > 0 && clue.Says.Length > 0));
        Assert.All(weighed, cause => Assert.Equal(cause.Standing == CauseStanding.RuledOut, cause.Clues.Any(clue => clue.RulesOut)));
    }

    [Fact]
    public void OfCausesThatAreAsLikelyNoneIsNamedAsTheOne()
    {
        var found = MadeCase.Of(BackOfTwo).Findings.Single(finding => finding.Kind == FindingKind.LikelyCause);
        Assert.Equal(
            "it can't be told, as these fit alike: an old disk image, copied the wrong way or not at all (2); a snapshot or a saved state put back (2). "
            + "More would be told by the primary's own log; --vm HOST=PATH, if it is a virtual machine; --zone-history ZONE=PATH",
            found.Statement);
        Assert.Equal(Confidence.Possible, found.Confidence);
    }

    /// <summary>A story, machines, and whose content is served meanwhile.</summary>
    [Theory]
    [InlineData(BackOfTwo, "v +01:00 -09:30/from_snapshot +09:31", "sec.log served newer content than 192.0.2.1: what had changed last was with it alone")]
    [InlineData("08:00 A gives {07:59}; 09:00:30 A gives {09:00:25}; 10:00 A {07:59}<{09:00:25}", "v +01:00 -02:00; t +03:00 -12:00; v +09:00 -09:15", "from 2019-05-25T09:00:25Z on sec.log served what v's older copy had of a.example, under newer serials")]
    [InlineData("08:00 A gives 2019052401; 09:00 A gives 2019052501; 10:00 A {09:59}<2019052501", "", "sec.log served older content under higher serials: what changed at the primary since did not reach it yet")]
    [InlineData("10:00 B gives 100; 11:00 A 90<100", "", "sec.log served newer content than 192.0.2.1: what had changed last was with it and had come from 192.0.2.2; keep it before you force them or let a zone expire (dig AXFR a.example @SECONDARY)")]
    [InlineData("10:00 A gives 91 @a.example/IN/ext; 10:00 A gives 100 @a.example/IN/int; 11:00 A 91<100 @a.example/IN/int", "", "whether sec.log or 192.0.2.1 had the newer content does not follow; compare both before you force anything (dig AXFR a.example @SERVER)")]
    [InlineData("11:00 A 90<100 @mx/IN", "", "whether sec.log or 192.0.2.1 had the newer content does not follow; compare both before you force anything (dig AXFR mx. @SERVER)")]
    [InlineData("11:00 | zone a.example/CH: serial number (90) received from master 192.0.2.1#53 < ours (100)", "", "whether sec.log or 192.0.2.1 had the newer content does not follow; compare both before you force anything (dig AXFR CH a.example @SERVER)")]
    [InlineData("11:00 A 90<100; 12:00 A gives 110", "", "whether sec.log or 192.0.2.1 had the newer content does not follow")]
    public void WhoseContentIsServedIsSaid(string story, string machines, string statement) =>
        Assert.Equal(statement, MadeCase.Of(story, machines).Findings.Single(finding => finding.Kind == FindingKind.ContentServed).Statement);
}
