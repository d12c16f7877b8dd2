namespace LogSerialAudit.Core.Tests.History;

public sealed class RowTests
{
    /// <summary>What happens; the steps; each row's kind, serials and change.</summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "the first serial follows none", "10:00 loaded 100", "loaded >100 None" },
        { "the next is set against it", "10:00 loaded 100; 11:00 transferred 110; 12:00 transferred 110", "loaded >100 None; transferred 100>110 Forward; transferred 110>110 Same" },
        { "a secondary goes back", "10:00 transferred 110; 11:00 transferred 100", "transferred >110 None; transferred 110>100 Backward" },
        { "over the end of the numbers", "10:00 transferred 4294967290; 11:00 transferred 5", "transferred >4294967290 None; transferred 4294967290>5 Wrapped" },
        { "to an undefined distance", "10:00 transferred 100; 11:00 transferred 2147483748", "transferred >100 None; transferred 100>2147483748 Undefined" },
        { "to 0 and on", "10:00 loaded 4294967295; 11:00 transferred 0; 12:00 transferred 1", "loaded >4294967295 None; transferred 4294967295>0 Wrapped; transferred 0>1 Forward" },
        { "a complaint names both, and the held one is served", "10:00 A 90<100; 11:00 transferred 110", "rollback-offered 100>90 Backward; transferred 100>110 Forward" },
        { "a refresh too", "10:00 checked 100/90; 11:00 transferred 110", "soa-checked 90>100 Forward; transferred 90>110 Forward" },
        { "the serial that a transfer is asked from is served", "10:00 A asks 90; 11:00 transferred 110", "transferred 90>110 Forward" },
        { "after an expiry the serial before it still counts", "10:00 transferred 100; 11:00 expired; 12:00 transferred 90", "transferred >100 None; transferred 100>90 Backward" },
        { "a restart does not forget", "10:00 transferred 100; 11:00 starts; 12:00 loaded 90", "transferred >100 None; loaded 100>90 Backward" },
        { "a NOTIFY only claims", "10:00 loaded 100; 11:00 A notifies 110; 12:00 transferred 105", "loaded >100 None; notify-newer >110 None; transferred 100>105 Forward" },
        { "totals repeat", "10:00 A gives 100; 11:00 A gives 110", "transferred >100 None; transfer-completed >100 None; transferred 100>110 Forward; transfer-completed >110 None" },
        { "totals of a failure have no serial", "10:00 loaded 100; 11:00 A fails; 12:00 A gives 110", "loaded >100 None; transferred 100>110 Forward; transfer-completed >110 None" },
        { "totals without a status have none", "10:00 A completed 100", "" },
        { "totals after another failure have none", "10:00 A status success; 10:00 A completed 5; 11:00 A completed 7", "transfer-completed >5 None" },
        { "totals of a primary that had nothing newer", "10:00 A status up to date; 10:00 A completed 5", "transfer-completed >5 None" },
        { "a primary goes back", "10:00 loaded 110; 11:00 | zone a.example/IN: zone serial (100/110) has gone backwards; 11:00 loaded 100", "loaded >110 None; gone-backwards 110>100 Backward; loaded 100>100 Same" },
        { "a primary that does not say both", "10:00 loaded 110; 11:00 | zone a.example/IN: zone serial has gone backwards; 11:00 loaded 100", "loaded >110 None; loaded 110>100 Backward" },
        { "notifies tell what is served", "10:00 loaded 110; 11:00 | zone a.example/IN: sending notifies (serial 111)", "loaded >110 None; notify-sent 110>111 Forward" },
        { "the two sides of a signed zone", "10:00 loaded 7 @a.example/IN (unsigned); 10:01 | zone a.example/IN (signed): serial 1007 (unsigned 7); 10:02 | zone a.example/IN (signed): serial 1008 (unsigned 8); 10:03 loaded 9 @a.example/IN (unsigned)", "loaded >7 None; signed >1007 None; signed 1007>1008 Forward; loaded 8>9 Forward" },
        { "zones without a name", "10:00 | redirect-zone: loaded serial 3; 11:00 starts; 11:00 | managed-keys-zone: loaded serial 0; 11:00 | redirect-zone: loaded serial 3", "loaded >3 None; loaded >0 None; loaded >3 None" },
        { "two views", "10:00 loaded 7 @a.example/IN/int; 10:01 loaded 5 @a.example/IN/ext", "loaded >7 None; loaded >5 None" },
        { "what a primary sees of its secondary", "10:00 | client 192.0.2.9#4711 (a.example): transfer of 'a.example/IN': IXFR started (serial 90 -> 100)", "transfer-out-started 90>100 Forward" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void ASerialIsSetAgainstTheOneBeforeIt(string what, string steps, string rows)
    {
        Assert.NotEmpty(what);
        Assert.Equal(rows, Story.Of(steps).SerialsInOneLine());
    }

    /// <summary>As <c>journalctl -r</c> and <c>tac</c> write it: lines of one second stand the wrong way too.</summary>
    [Theory]
    [InlineData("10:00 A gives 100; 11:00 A gives 110")]
    [InlineData("10:00 A gives 100; 10:00 A gives 110; 11:00 A 90<110; 12:00 A gives 120; 12:01 B is down")]
    [InlineData("10:00 r: A gives 100; 10:00 s: A gives 100; 11:00 r: A gives 110; 11:00 s: A gives 110; 11:30 A fails @b.example/IN")]
    public void ALogReadNewestFirstTellsTheSame(string steps)
    {
        var lines = Story.Log(steps).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Story.Of(steps).SerialsInOneLine(), Story.OfLog(string.Join('\n', lines.Reverse()) + "\n").SerialsInOneLine());
    }

    /// <summary>Rotated files put together newest first: time goes back from one to the next, but the lines of a second stand as they were written.</summary>
    [Theory]
    [InlineData("10:00 A gives 100", "11:00 A gives 110", "12:00 A gives 120")]
    [InlineData("10:00 A gives 100; 10:05 A gives 105", "11:00 A gives 110", "12:00 A fails")]
    public void FilesPutTogetherNewestFirstKeepTheirLines(params string[] files) =>
        Assert.Equal(Story.Of(string.Join("; ", files)).SerialsInOneLine(), Story.OfLog(string.Concat(files.Reverse().Select(Story.Log))).SerialsInOneLine());

    [Fact]
    public void WalkingAgainTellsTheSame()
    {
        const string Steps = "10:00 A 90<100; 11:00 A 91<100; 12:00 expired; 13:00 A gives 90; 14:00 B 80<90; 14:00 transferred 95";
        var story = Story.Of(Steps);
        Assert.Equal(story.SerialsInOneLine(), Story.Of(Steps).SerialsInOneLine());
        Assert.Equal(story.Told(), story.ToldAgain());
    }
}
