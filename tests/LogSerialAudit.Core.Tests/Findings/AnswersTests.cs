using LogSerialAudit.Findings;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>What follows from SOA answers, by themselves and with a log; cases are told as <see cref="MadeCase"/> says.</summary>
public sealed class AnswersTests
{
    /// <summary>A name, a story, answers, and the findings: kind, severity, confidence, zones.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        // Answers alone.
        { "all alike", "", "z.example@11:00 ns1=100 ns2=100 ns3=100", "" },
        { "one server", "", "z.example@11:00 ns1=100", "" },
        { "one server that goes on", "", "z.example@11:00 ns1=100; z.example@12:00 ns1=110", "" },
        { "the primary behind", "", "z.example@11:00 ns1=90 ns2=100", "servers-disagree error certain z.example; raise-serial error certain z.example; expiry-predicted error strong z.example" },
        { "the primary ahead", "", "z.example@11:00 ns1=100 ns2=90", "servers-disagree warning certain z.example" },
        { "no primary", "", "z.example@11:00 ns2=90 ns3=100", "servers-disagree warning certain z.example; raise-serial warning possible z.example; expiry-predicted warning strong z.example" },
        { "over when asked again", "", "z.example@11:00 ns1=90 ns2=100; z.example@12:00 ns1=110 ns2=110", "servers-disagree note certain z.example" },
        { "begun when asked again", "", "z.example@11:00 ns1=100 ns2=100; z.example@12:00 ns1=90 ns2=100", "servers-disagree error certain z.example; raise-serial error certain z.example; expiry-predicted error strong z.example" },
        { "across the wrap", "", "z.example@11:00 ns1=4294967290 ns2=5", "servers-disagree error certain z.example; raise-serial error certain z.example; expiry-predicted error strong z.example" },
        { "asked an hour apart", "", "z.example@11:00 ns1=90; z.example@12:00 ns2=100", "" },

        // With a log that complains.
        { "healed by answers", "11:00 A 90<100", "a.example@12:00 ns1=110 ns2=110", "went-back error certain a.example; healed note strong a.example" },
        { "the same serial by then", "11:00 A 90<100", "a.example@12:00 ns1=100 ns2=100", "went-back error certain a.example; healed note strong a.example" },
        { "all have the lower one", "11:00 A 90<100", "a.example@12:00 ns1=90 ns2=90", "went-back error certain a.example; raise-serial error certain a.example; expiry-predicted error strong a.example" },
        { "asked before the complaint", "11:00 A 90<100", "a.example@10:00 ns1=100 ns2=100", "went-back error certain a.example; raise-serial error certain a.example; expiry-predicted error strong a.example" },
        { "still apart", "11:00 A 90<100", "a.example@12:00 ns1=90 ns2=100", "went-back error certain a.example; servers-disagree error certain a.example; raise-serial error certain a.example; expiry-predicted error strong a.example" },
        { "another zone apart, minted at another time", "11:00 A {08:00}<{09:00}", "z.example@12:00 ns1={07:00} ns2={10:00}", "went-back error certain a.example; servers-disagree error certain z.example; raise-serial error certain a.example; raise-serial error certain z.example; expiry-predicted error strong z.example; state-lost warning strong a.example" },
        { "another zone apart, minted with it", "11:00 A {08:00}<{09:00}", "z.example@12:00 ns1={07:00} ns2={09:00:05}", "went-back error certain a.example; servers-disagree error certain z.example; raise-serial error certain a.example; raise-serial error certain z.example; expiry-predicted error strong z.example; state-lost warning strong a.example; minted-together note strong a.example z.example" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatServersAnsweredIsJoinedToTheLog(string name, string story, string answers, string findings)
    {
        var found = MadeCase.Of(story, answers: answers).Findings.Where(finding => finding.Kind is not (FindingKind.LikelyCause or FindingKind.ContentServed));
        Assert.Equal($"{name}: {findings}", $"{name}: {string.Join("; ", found.Select(finding => $"{finding.Kind.Word()} {finding.Severity.Word()} {finding.Confidence.Word()} {string.Join(' ', finding.Zones)}"))}");
    }

    /// <summary>Answers, and what is said of them, to be done, and by when.</summary>
    [Theory]
    [InlineData(
        "z.example@11:00 ns1={08:00} ns2={09:00} ns3={09:00}",
        "servers of z.example disagree: 1558774800 (2019-05-25T09:00:00Z) at 2 servers (ns2, ns3); 1558771200 (2019-05-25T08:00:00Z) at ns1; the primary, ns1, has the older 1558771200, which those with 1558774800 refuse",
        "z.example: ns2 and ns3 held 1558774800, the primary 1558771200. Set the serial on the primary to 1558774801 or more (the time, date +%s), or let them take what it has as it is (BIND: rndc retransfer z.example)",
        "z.example expires on ns2 and ns3 between 2019-05-26T09:00:00Z and 2019-05-26T11:00:00Z, if they refuse what the primary has since they got 1558774800 (EXPIRE 1 d, from the SOA answers)")]
    [InlineData(
        "z.example@11:00 ns2=90 ns3=100",
        "servers of z.example disagree: 100 at ns3; 90 at ns2",
        "z.example: ns3 held 100, and which of them is the primary is not known. Set the serial on the primary to 101 or more, or let them take what it has as it is (BIND: rndc retransfer z.example)",
        "z.example expires on ns3 by 2019-05-26T11:00:00Z, if they refuse what the primary has since they got 100 (EXPIRE 1 d, from the SOA answers)")]
    [InlineData(
        "z.example@11:00 ns1={08:00} ns2={27T09:00}",
        "servers of z.example disagree: 1558947600 (2019-05-27T09:00:00Z) at ns2; 1558771200 (2019-05-25T08:00:00Z) at ns1; the primary, ns1, has the older 1558771200, which those with 1558947600 refuse",
        "z.example: ns2 held 1558947600, the primary 1558771200. Set the serial on the primary to 1558947601 or more, and raise it by hand until 2019-05-27T09:00:00Z, when the time in seconds is more again; or come back to the time in the two steps of RFC 1982: set 3706431247, wait until every secondary has it, then set the time (date +%s), or let them take what it has as it is (BIND: rndc retransfer z.example)",
        "z.example expires on ns2 by 2019-05-26T11:00:00Z, if they refuse what the primary has since they got 1558947600 (EXPIRE 1 d, from the SOA answers)")]
    public void ServersThatDisagreeAreToldApart(string answers, string disagree, string toDo, string byWhen)
    {
        var found = MadeCase.Of("", answers: answers).Findings;
        Assert.Equal((disagree, toDo, byWhen), (Of(FindingKind.ServersDisagree), Of(FindingKind.RaiseSerial), Of(FindingKind.ExpiryPredicted)));

        string Of(FindingKind kind) => found.Single(finding => finding.Kind == kind).Statement;
    }

    [Fact]
    public void ASerialThatIsToHealAllIsNewerThanWhatAnyOfThemAnswered() => Assert.StartsWith(
        "a.example: sec.log held 100. Set the serial on the primary to 121 or more, ",
        MadeCase.Of("11:00 A 90<100", answers: "a.example@12:00 ns1=90 ns2=100 ns3=120").Findings.Single(finding => finding.Kind == FindingKind.RaiseSerial).Statement,
        StringComparison.Ordinal);

    /// <summary>A mark within minutes of the serials may be what began it, one long before or after is not.</summary>
    [Theory]
    [InlineData("08:58", "the held serials of a.example were minted from 2019-05-25T09:00:00Z on, 2 min after the mark m (2019-05-25T08:58:00Z)")]
    [InlineData("07:00 08:59:50 09:01", "the held serials of a.example were minted from 2019-05-25T09:00:00Z on, 10 s after the mark m (2019-05-25T08:59:50Z)")]
    [InlineData("07:00", "")]
    [InlineData("09:01", "")]
    public void SerialsMintedWithinMinutesAfterAMarkAreSaid(string marks, string statement) =>
        Assert.Equal(statement, MadeCase.Of("11:00 A {08:00}<{09:00}", marks: marks).Findings.SingleOrDefault(finding => finding.Kind == FindingKind.MintedAfterStart)?.Statement ?? "");
}
