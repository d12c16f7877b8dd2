using LogSerialAudit.Core.Tests.History;
using LogSerialAudit.Evidence;
using LogSerialAudit.Findings;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>When it is said that a secondary gets no NOTIFY any more; cases are told as <see cref="MadeCase"/> says.</summary>
public sealed class NotifyCeasedTests
{
    private const string Told = "01:00 A notifies 1; 01:00 A gives 1; 02:00 A notifies 2; 02:00 A gives 2; 03:00 A notifies 3; 03:00 A gives 3; ";
    private const string Found = "04:00 A gives 4; 05:00 A gives 5; 06:00 A gives 6; ";
    private const string Other = "07:00 A notifies 9 @b.example/IN; ";

    [Theory]
    [InlineData(Told + Found + Other, "3 serials in a row, 4 (2019-05-25T04:00:00Z) to 6 (2019-05-25T06:00:00Z): a refresh or a command found them; 3 serials")]
    [InlineData(Told + "03:30 A notifies; " + Found + Other, "")]
    [InlineData(Told + "03:30 A notifies; " + Found + "06:30 A gives 7; " + Other, "3 serials in a row, 5 (2019-05-25T05:00:00Z) to 7 (2019-05-25T06:30:00Z): a refresh or a command found them; 4 serials")]
    [InlineData(Told + Found + Other + "08:00 A gives 8", "3 serials in a row, 4 (2019-05-25T04:00:00Z) to 6 (2019-05-25T06:00:00Z): a refresh or a command found them; 3 serials")]

    // A log without lines of that kind says nothing.
    [InlineData(Told + Found, "")]
    [InlineData(Found + Other, "")]
    [InlineData("03:30 A notifies 9 @b.example/IN; " + Told + Found, "")]
    [InlineData(Told + Found + "07:00 r: A notifies 9 @b.example/IN", "")]
    [InlineData(Told + Found + "07:00 | zone b.example/IN: refused notify from non-primary: 192.0.2.9#40000", "")]

    // Another view of the zone is no other zone, which may have lines of that kind in a log that is not here.
    [InlineData(Told + Found + "07:00 A notifies 9 @a.example/IN/ext", "")]
    [InlineData(Told + Found + Other + "08:00 A notifies 9 @a.example/IN/ext", "3 serials in a row, 4 (2019-05-25T04:00:00Z) to 6 (2019-05-25T06:00:00Z): a refresh or a command found them; 3 serials")]
    [InlineData("03:30 A notifies 9 @b.example/IN; " + Told + Found + "07:00 A notifies 9 @a.example/IN/ext", "")]

    // Some come, or came again.
    [InlineData(Told + Found + Other + "08:00 A notifies", "")]
    [InlineData(Told + Found + Other + "08:00 A notifies 8; 08:00 A gives 8", "")]
    [InlineData(Told + "04:00 A gives 4; 05:00 A notifies 5; 05:00 A gives 5; 06:00 A gives 6; " + Other, "")]
    [InlineData(Told + "03:30 | zone a.example/IN: refused notify from non-primary: 192.0.2.9#40000; 04:00 A gives 4; 05:00 A gives 5; " + Other, "")]
    [InlineData("01:00 A notifies 1; 01:00 A gives 1; 02:00 A notifies 2; 02:00 A gives 2; " + Found + Other, "")]
    public void ThatNoNotifyComesIsSaidOnlyWhereTheLogWouldTellOfIt(string story, string said)
    {
        var found = MadeCase.Of(story).Findings.Where(finding => finding.Kind == FindingKind.NotifyCeased).Select(finding => finding.Statement);
        Assert.Equal(
            said.Length == 0 ? [] : [$"no NOTIFY for a.example came to sec.log before {said} before them came after one, and a NOTIFY for another zone came later"], found);
    }

    /// <summary>The hours between which no file covers the time; how many serials are told.</summary>
    [Theory]
    [InlineData(0, 0, 5)]
    [InlineData(1, 2, 5)]
    [InlineData(2.5, 3.5, 4)]
    [InlineData(3.5, 3.9, 4)]
    [InlineData(4.1, 4.9, 3)]
    [InlineData(5.1, 5.9, 0)]
    [InlineData(6.9, 9, 5)]
    public void ANotifyThatMayStandInAMissingFileIsNotMissed(double from, double to, int serials)
    {
        var begin = Instant.FromUtc(2019, 5, 25, 0, 0);
        Interval[] covered = from == to ? [new(begin, begin + Duration.FromDays(1))] : [new(begin, begin + Duration.FromHours(from)), new(begin + Duration.FromHours(to), begin + Duration.FromDays(1))];
        var found = Story.Of(Told + Found + "06:30 A gives 7; 06:40 A gives 8; " + Other).Diagnosis(CaseEvidence.None, covered: _ => covered).Findings;

        AssertTold(serials, found);
    }

    /// <summary>Where the lines of the transfers and of the NOTIFYs stand; how many serials are told.</summary>
    [Theory]
    [InlineData(Told + Found + Other, "", 3)]
    [InlineData(Found + "08:00 A gives 7", Told + Other, 0)]
    [InlineData(Found + "07:10 A notifies 9 @b.example/IN; 08:00 A gives 7", Told + Other, 3)]
    [InlineData("05:00 A gives 5; 06:00 A gives 6; 06:30 A gives 7; 06:40 A notifies 9 @b.example/IN", Told + "04:00 A gives 4", 3)]
    [InlineData("04:00 A gives 4; 05:00 A gives 5", Told + "06:00 A gives 6; " + Other, 0)]
    public void ALogWithoutNotifiesTellsOfNone(string one, string other, int serials)
    {
        var files = new[] { (Name: "one.log", Steps: one), (Name: "other.log", Steps: other) }.Where(file => file.Steps.Length > 0)
            .Select(file => (file.Name, string.Join("; ", file.Steps.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(step => step.Insert(6, "s: ")))));

        AssertTold(serials, Story.OfFiles([.. files]).Diagnosis(CaseEvidence.None).Findings);
    }

    private static void AssertTold(int serials, IReadOnlyList<Finding> found)
    {
        var told = found.Where(finding => finding.Kind == FindingKind.NotifyCeased).Select(finding => finding.Statement).ToList();
        Assert.Equal(serials > 0 ? 1 : 0, told.Count);
        Assert.All(told, statement => Assert.Contains($" before {serials} serials in a row, ", statement, StringComparison.Ordinal));
    }
}
