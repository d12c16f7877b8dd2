using LogSerialAudit.Findings;
using LogSerialAudit.Reports.Text;

namespace LogSerialAudit.Core.Tests.Reports.Text;

public sealed class FindingsTextTests
{
    /// <summary>How many there are of some kinds, and how many of each are told where there is room for six.</summary>
    [Theory]
    [InlineData("1", "1")]
    [InlineData("9", "6")]
    [InlineData("1 9", "1 5")]
    [InlineData("9 1", "5 1")]
    [InlineData("9 9", "3 3")]
    [InlineData("9 9 9 9", "2 2 1 1")]
    [InlineData("2 9 1 2", "2 2 1 1")]
    [InlineData("2 1 1 2", "2 1 1 2")]
    [InlineData("3 3 3 3 3 3 3 3", "1 1 1 1 1 1 1 1")]
    public void EachKindHasItsShare(string counts, string shares)
    {
        KeyValuePair<FindingKind, int>[] kinds = [.. counts.Split(' ').Select((count, kind) => KeyValuePair.Create((FindingKind)kind, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)))];
        Assert.Equal(shares, string.Join(' ', FindingsText.Shares(kinds, 6).OrderBy(share => share.Key).Select(share => share.Value)));
    }
}
