using LogSerialAudit.Core.Tests.History;
using LogSerialAudit.Evidence;
using LogSerialAudit.Findings;
using LogSerialAudit.Findings.Causes;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>What was in service while a file is missing was not never in service.</summary>
public sealed class MissingFileTests
{
    private const string Dates = "22T08:00 A gives 2019052201; 25T09:00 A gives 2019052501; 25T10:00 A 2019052401<2019052501";
    private const string Times = "22T08:00 A gives 1558511940; 25T09:00 A gives 1558774740; 25T10:00 A 1558605600<1558774740";

    /// <summary>A story, the hours since 22 May between which no file covers the time, and whether what was offered is said to be never seen.</summary>
    [Theory]
    [InlineData(Dates, 0, 0, true)]
    [InlineData(Dates, 40, 60, false)]
    [InlineData(Dates, 10, 20, true)]
    [InlineData(Dates, 10, 30, false)]
    [InlineData(Times, 0, 0, true)]
    [InlineData(Times, 10, 60, false)]
    [InlineData(Times, 90, 99, true)]
    public void WhatAMissingFileMayHaveShownIsNotCalledNeverSeen(string story, int from, int to, bool isNeverSeen)
    {
        var begin = Instant.FromUtc(2019, 5, 22, 0, 0);
        Interval[] covered = from == to ? [new(begin, begin + Duration.FromDays(9))] : [new(begin, begin + Duration.FromHours(from)), new(begin + Duration.FromHours(to), begin + Duration.FromDays(9))];
        var causes = Story.Of(story).Diagnosis(CaseEvidence.None, covered: _ => covered).Causes;
        Assert.NotEmpty(causes);
        Assert.Equal(isNeverSeen, causes.Any(cause => cause.Cause == Cause.ZoneFile && cause.Clues.Any(clue => clue.Says.StartsWith("what was offered had never been in service", StringComparison.Ordinal))));
    }

    /// <summary>The hours between which no file covers the time; what is said of a zone that was last refused at 10:00 and took a newer serial at 14:00.</summary>
    [Theory]
    [InlineData(0, 0, " at 2019-05-25T14:00:00Z", "healed 2019-05-25")]
    [InlineData(8, 9, " at 2019-05-25T14:00:00Z", "healed 2019-05-25")]
    [InlineData(11, 13, " not later than 2019-05-25T14:00:00Z, for a file of the time before is missing", "healed by 2019-05-25")]
    [InlineData(15, 16, " at 2019-05-25T14:00:00Z", "healed 2019-05-25")]
    public void WhenAZoneHealedInAMissingFileIsNotSaid(int from, int to, string when, string standing)
    {
        var begin = Instant.FromUtc(2019, 5, 25, 0, 0);
        Interval[] covered = from == to ? [new(begin, begin + Duration.FromDays(1))] : [new(begin, begin + Duration.FromHours(from)), new(begin + Duration.FromHours(to), begin + Duration.FromDays(1))];
        var findings = Story.Of("10:00 A 90<100; 14:00 A gives 110").Diagnosis(CaseEvidence.None, covered: _ => covered).Findings;
        Assert.Equal($"healed: a.example by 110 on sec.log{when}", findings.Single(finding => finding.Kind == FindingKind.Healed).Statement);
        Assert.Equal(standing, findings.Single(finding => finding.Kind == FindingKind.WentBack).Standings()[0].Words);
    }
}
