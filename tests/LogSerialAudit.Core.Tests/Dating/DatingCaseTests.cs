using LogSerialAudit.Core.Tests.Dating.Cases;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>Each of the <see cref="DatingCases"/> is dated as it must be.</summary>
public sealed class DatingCaseTests
{
    public static TheoryData<string> Names => [.. DatingCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachIsDatedOrMarkedAndSaid(string name)
    {
        var known = DatingCases.All[name];
        var (rows, wrong, marked, coverage, reasons) = known.Make().Read();
        var notes = string.Join("; ", [.. coverage.Select(row => $"{row.Years} {row.Source} {row.Note}"), .. reasons]);
        Assert.True(rows > 0, notes);
        Assert.True((known.Wrong, known.Marked) == (wrong, marked), $"{wrong} wrong and {marked} marked of {rows}; {notes}");
        Assert.Contains(known.Says, notes, StringComparison.Ordinal);
        Assert.True(known.Silent.Length == 0 || !notes.Contains(known.Silent, StringComparison.Ordinal), notes);
    }

    [Theory]
    [InlineData("a boot in January 1970", "2024-06-01T00:00:00", "2024-06-19T23:10:00")]
    [InlineData("a full year that is a year behind on 1 January", "2020-12-31T23:59:50", "2021-01-01T00:10:00")]
    [InlineData("nothing to go by but the present", "2025-06-01T00:00:00", "2025-07-31T00:00:00")]
    [InlineData("one line 40 days late", "2024-06-01T00:00:00", "2024-08-19T23:00:00")]
    public void LinesThatStandNowhereSurelyDoNotSayFromWhenToWhenAFileGoes(string name, string first, string last)
    {
        var row = Assert.Single(DatingCases.All[name].Make().Read().Coverage);
        Assert.Equal((MadeLog.At(first), MadeLog.At(last)), (row.First, row.Last));
    }
}
