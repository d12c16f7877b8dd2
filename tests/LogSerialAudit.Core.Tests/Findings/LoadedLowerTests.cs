using LogSerialAudit.Findings;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>What is said of a server that loads a lower serial itself; cases are told as <see cref="MadeCase"/> says.</summary>
public sealed class LoadedLowerTests
{
    private const string Back = "10:00 p: loaded 100; 11:00 p: | zone a.example/IN: zone serial (90/100) has gone backwards; 11:00 p: loaded 90";
    private const string Anew = "10:00 p: loaded 100; 11:00 p: starts; 11:00 p: loaded 90";

    /// <summary>Only a server that goes on running has nothing but its zone file to load less from.</summary>
    [Theory]
    [InlineData(Back, "p itself loaded a.example at 2019-05-25T11:00:00Z with 90 after 100: the zone file was edited, or an older one was put back; secondaries that have 100 refuse it until the serial is 101 or more")]
    [InlineData(Anew, "p itself loaded a.example at 2019-05-25T11:00:00Z with 90 after 100: what it found on its disk is older: a zone file that was edited or put back, a journal that was lost, or all of the disk; secondaries that have 100 refuse it until the serial is 101 or more")]
    [InlineData("10:00 s: A gives 100; 11:00 s: starts; 11:00 s: loaded 90", "s itself loaded a.example at 2019-05-25T11:00:00Z with 90 after 100: its own copy on disk is older than what it had served")]
    [InlineData("10:00 s: A gives 100; 11:00 s: starts; 11:00 s: loaded 90; 11:01 s: A gives 95", "s itself loaded a.example at 2019-05-25T11:00:00Z with 90 after 100: its own copy on disk is older than what it had served")]
    [InlineData("10:00 s: A gives 100; 11:00 s: starts; 11:00 s: loaded 90; 11:01 s: A gives 100", "s itself loaded a.example at 2019-05-25T11:00:00Z with 90 after 100: its own copy on disk is older than what it had served; it has had 100 since")]
    [InlineData("10:00 s: A gives 100; 11:00 s: starts; 11:00 s: loaded 90; 11:01 s: A gives 110", "s itself loaded a.example at 2019-05-25T11:00:00Z with 90 after 100: its own copy on disk is older than what it had served; it has had 110 since")]
    [InlineData("10:00 p: loaded 100 @a.example/IN (signed); 10:00 p: loaded 50 @a.example/IN (unsigned); 11:00 p: loaded 90 @a.example/IN (signed)", "p itself loaded a.example (signed) at 2019-05-25T11:00:00Z with 90 after 100: what it found on its disk is older: a zone file that was edited or put back, a journal that was lost, or all of the disk; secondaries that have 100 refuse it until the serial is 101 or more")]
    [InlineData("10:00 p: loaded 100 @a.example/IN (signed); 10:00 p: loaded 50 @a.example/IN (unsigned); 11:00 p: loaded 40 @a.example/IN (unsigned)", "p itself loaded a.example (unsigned) at 2019-05-25T11:00:00Z with 40 after 50: what it found on its disk is older: a zone file that was edited or put back, a journal that was lost, or all of the disk")]
    [InlineData("- loaded 100; - loaded 90", "sec.log itself loaded a.example with 90 after 100: what it found on its disk is older: a zone file that was edited or put back, a journal that was lost, or all of the disk; secondaries that have 100 refuse it until the serial is 101 or more")]
    public void NoMoreIsSaidThanTheLinesShow(string story, string statement) =>
        Assert.Equal(statement, Assert.Single(MadeCase.Of(story).Findings, finding => finding.Kind == FindingKind.LoadedLower).Statement);
}
