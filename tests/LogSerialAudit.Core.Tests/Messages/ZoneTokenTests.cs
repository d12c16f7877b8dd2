namespace LogSerialAudit.Core.Tests.Messages;

public sealed class ZoneTokenTests
{
    public static TheoryData<string, string> Accepted => new()
    {
        { "balug.org/IN", "zone=balug.org class=IN" },
        { "./IN", "zone=. class=IN" },
        { "Example.TEST/IN", "zone=Example.TEST class=IN" },
        { "hostname.bind/CH", "zone=hostname.bind class=CH" },
        { "e.org/HS", "zone=e.org class=HS" },
        { "e.org/ANY", "zone=e.org class=ANY" },
        { "e.org/CLASS65280", "zone=e.org class=CLASS65280" },
        { "0/25.2.0.192.in-addr.arpa/IN", "zone=0/25.2.0.192.in-addr.arpa class=IN" },
        { "0/25.2.0.192.in-addr.arpa/IN/int", "zone=0/25.2.0.192.in-addr.arpa class=IN view=int" },
        { "a/IN.e.org/IN", "zone=a/IN.e.org class=IN" },
        { "e.org/IN/internal", "zone=e.org class=IN view=internal" },
        { "e.org/IN/a view (x)", "zone=e.org class=IN view=a view (x)" },
        { "e.org/IN/10.0.0.0/8", "zone=e.org class=IN view=10.0.0.0/8" },
        { "e.org/IN/my view/IN", "zone=e.org class=IN view=my view/IN" },
        { "e.org/IN (signed)", "zone=e.org class=IN side=signed" },
        { "e.org/IN (unsigned)", "zone=e.org class=IN side=raw" },
        { "e.org/IN/int (signed)", "zone=e.org class=IN view=int side=signed" },
        { "e.org/IN/int (unsigned)", "zone=e.org class=IN view=int side=raw" },
        { @"a\032b.test/IN", @"zone=a\032b.test class=IN" },
        { @"a\.b.test/IN", @"zone=a\.b.test class=IN" },
        { "a:b.test/IN", "zone=a:b.test class=IN" },
        { "IN/IN", "zone=IN class=IN" },
    };

    public static TheoryData<string> Rejected =>
    [
        "", "IN", "/IN", "e.org", "e.org/", "e.org/in", "e.org/INX", "e.org/IN/", "e.org/CLASS", "e.org/CLASSX", "e.org/XX/int",
        "e org/IN", " e.org/IN", "e.org /IN", "e.org/IN(signed)", "e.org/IN  (signed)", "e.org/IN (Signed)", "e.org/IN signed",
        "e.org//int", "(signed)", " (signed)", "/IN (signed)",
    ];

    /// <summary>What stands before the message in lines of BIND's zone code.</summary>
    public static TheoryData<string, string> Subjects => new()
    {
        { "zone e.org/IN", "zone=e.org class=IN" },
        { "zone e.org/IN/v", "zone=e.org class=IN view=v" },
        { "refresh_callback: zone e.org/IN (signed)", "zone=e.org class=IN side=signed" },
        { "zone_rekey2: zone e.org/IN", "zone=e.org class=IN" },
        { "managed-keys-zone", "detail=managed-keys-zone" },
        { "managed-keys-zone/internal", "view=internal detail=managed-keys-zone" },
        { "managed-keys-zone ./IN", "class=IN detail=managed-keys-zone" },
        { "managed-keys-zone ./IN/internal", "class=IN view=internal detail=managed-keys-zone" },
        { "redirect-zone", "detail=redirect-zone" },
        { "redirect-zone/v", "view=v detail=redirect-zone" },
        { "zone_settimer: managed-keys-zone", "detail=managed-keys-zone" },
    };

    public static TheoryData<string> NoSubjects =>
    [
        "zone", "zone ", "zone  e.org/IN", "Zone e.org/IN", "zone: e.org/IN", "a b: zone e.org/IN", "a-b: zone e.org/IN", ": zone e.org/IN",
        "a: b: zone e.org/IN", "managed-keys-zones", "managed-keys-zone/", "managed-keys-zone .", "redirect-zone x", "e.org/IN", "",
    ];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void ATokenIsSplitFromTheRight(string token, string expected)
    {
        Assert.Equal("loaded " + expected, Found.In("zone {zone}: x", $"zone {token}: x"));
        Assert.Equal("loaded " + expected, Found.In("{zone:subject}: x", $"zone {token}: x"));
        Assert.Equal("loaded " + expected, Found.In("of '{zone}' x", $"of '{token}' x"));
        Assert.Equal("loaded " + expected, Found.In("{zone}", token));
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public void ATokenWithoutNameAndClassIsNone(string token)
    {
        Assert.Equal("-", Found.In("zone {zone}: x", $"zone {token}: x"));
        Assert.Equal("-", Found.In("{zone:subject}: x", $"zone {token}: x"));
        Assert.Equal("-", Found.In("of '{zone}' x", $"of '{token}' x"));
        Assert.Equal("-", Found.In("{zone}", token));
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void ASubjectIsAZoneOrAWordForOne(string subject, string expected)
    {
        Assert.Equal("loaded " + expected, Found.In("{zone:subject}: x", subject + ": x"));
        Assert.Equal("loaded " + expected, Found.In("{zone:subject}", subject));
    }

    [Theory]
    [MemberData(nameof(NoSubjects))]
    public void OtherBeginningsAreNoSubject(string subject) => Assert.Equal("-", Found.In("{zone:subject}: x", subject + ": x"));

    [Theory]
    [InlineData("6.test/AXFR/IN", "loaded zone=6.test class=IN")]
    [InlineData("0/25.2.0.192.in-addr.arpa/IXFR/IN", "loaded zone=0/25.2.0.192.in-addr.arpa class=IN")]
    [InlineData("./AXFR/IN", "loaded zone=. class=IN")]
    [InlineData("6.test/IN", "-")]
    [InlineData("/AXFR/IN", "-")]
    [InlineData("6.test/SOA/IN", "-")]
    [InlineData("6.test/AXFR/IN/view", "-")]
    public void AQuestionIsANameATransferAndAClass(string question, string expected) =>
        Assert.Equal(expected, Found.In("'{zone:question}' denied", $"'{question}' denied"));
}
