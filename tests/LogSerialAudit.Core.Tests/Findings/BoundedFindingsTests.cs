using System.Globalization;
using LogSerialAudit.Findings;

namespace LogSerialAudit.Core.Tests.Findings;

public sealed class BoundedFindingsTests
{
    /// <summary>How many findings each part has, and how many parts are found before they are added.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 16)]
    [InlineData(999, 3)]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(5000, 4)]
    public void WhatIsFoundInPartsIsWhatIsFoundAtOnce(int most, int atOnce)
    {
        var (random, findings) = (new Random(most), new List<Finding>());
        var (whole, joined) = (new BoundedFindings(), new BoundedFindings());
        for (var rounds = 0; rounds < 3000 / most + 2; rounds++)
        {
            var parts = Enumerable.Range(0, atOnce).Select(_ => Some(findings, random.Next(most + 1), random)).ToList();
            parts.ForEach(whole.Add);
            var found = parts.ConvertAll(part =>
            {
                var own = new BoundedFindings(joined);
                own.Add(random.Next(2) == 0 ? part : part.Where(finding => own.Keeps(finding.Kind)));
                return own;
            });
            found.ForEach(joined.Add);
        }

        var (told, inParts) = (whole.All.ToList(), joined.All.ToList());
        Assert.NotEmpty(told);
        Assert.Equal(told.Select(finding => finding.Statement), inParts.Select(finding => finding.Statement));
        foreach (var kind in findings.GroupBy(finding => finding.Kind))
        {
            var own = told.Where(finding => finding.Kind == kind.Key).Select(finding => finding.Statement).ToList();
            Assert.Equal(kind.Take(1000).Select(finding => finding.Statement), own.Take(1000));
            var more = kind.Count() > 1000 ? $"{kind.Count() - 1000} more like these; the first of them: {kind.ElementAt(1000).Statement}" : null;
            Assert.Equal(more, own.Skip(1000).SingleOrDefault());
        }
    }

    private static List<Finding> Some(List<Finding> all, int count, Random random)
    {
        var first = all.Count;
        for (var number = 0; number < count; number++)
        {
            var words = all.Count.ToString(CultureInfo.InvariantCulture);
            all.Add(new Finding
            {
                Kind = (FindingKind)random.Next(3),
                Severity = Severity.Note,
                Confidence = Confidence.Certain,
                Tell = () => words,
                Show = () => throw new InvalidOperationException("no one asked for it"),
                Refutation = "",
            });
        }

        return all[first..];
    }
}
