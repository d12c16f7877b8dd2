using CsCheck;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

public sealed class RotationOrderTests
{
    private static readonly string[] OldestFirst =
    [
        "x.log-20181231.gz",
        "x.log.2019-05-01",
        "x.log-2019053008",
        "x.log.20190530093000123",
        "x.log-20190530",
        "x.log-20190530.1",
        "x.log-20190530.2",
        "x.log-20190530.10",
        "x.log-20190601",
        "x.log.10.gz",
        "x.log.9.gz",
        "x.log.2.gz",
        "x.log.1.gz",
        "x.log.1",
        "x.log.0",
        "x.log.gz",
        "x.log",
    ];

    [Fact]
    public void ASetIsWalkedOldestFirst() => Assert.Equal(OldestFirst, Sorted(OldestFirst.Reverse()));

    [Fact]
    public void TheOrderDoesNotDependOnTheOrderOfListing() =>
        Gen.Shuffle(OldestFirst).Sample(names => Sorted(names).SequenceEqual(OldestFirst));

    [Fact]
    public void BindsTimestampsAscend()
    {
        string[] names = ["n.20261122180226313", "n.20261122180226312", "n.20251231235959999", "n"];

        Assert.Equal(["n.20251231235959999", "n.20261122180226312", "n.20261122180226313", "n"], Sorted(names));
    }

    [Theory]
    [InlineData(false, "a", "a.1", "a.2.gz")]
    [InlineData(false, "a", "a-20190101", "a-20190102")]
    [InlineData(false, "a", "a.0")]
    [InlineData(true, "a", "a.1", "a-20190101")]
    [InlineData(true, "a", "a.0", "a.1", "a.2")]
    [InlineData(true, "a", "a.1", "a.1.gz")]
    [InlineData(true, "a", "a.gz")]
    public void AnOrderThatNamesLeaveOpenIsMarked(bool doubtful, params string[] names) =>
        Assert.Equal(doubtful, new RotationSet("/", "a", null, [.. names.Select(SourceFile.At)]).IsOrderDoubtful);

    private static string[] Sorted(IEnumerable<string> names) =>
        [.. names.Select(RotationName.Parse).Order(RotationOrder.Instance).Select(name => name.FileName)];
}
