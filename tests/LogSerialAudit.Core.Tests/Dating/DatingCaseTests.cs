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
}
