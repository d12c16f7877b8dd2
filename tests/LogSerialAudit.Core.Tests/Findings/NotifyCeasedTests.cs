using LogSerialAudit.Findings;

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
}
