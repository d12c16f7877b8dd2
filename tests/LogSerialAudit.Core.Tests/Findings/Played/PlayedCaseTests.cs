using System.Globalization;
using LogSerialAudit.Findings;
using LogSerialAudit.Findings.Causes;

namespace LogSerialAudit.Core.Tests.Findings.Played;

/// <summary>Of cases whose cause is known, the likeliest cause is the true one, or none is named as sure.</summary>
public sealed class PlayedCaseTests(ITestOutputHelper output)
{
    /// <summary>How many cases of each cause are played.</summary>
    private static readonly int Seeds = int.Parse(Environment.GetEnvironmentVariable("LOGSERIALAUDIT_PLAYED_CASES") ?? "60", CultureInfo.InvariantCulture);

    public static TheoryData<string> Causes => [.. Enum.GetNames<Cause>()];

    [Theory]
    [MemberData(nameof(Causes))]
    public void TheLikeliestCauseIsTheTrueOneOrNoneIsSure(string name)
    {
        var cause = Enum.Parse<Cause>(name);
        var (seen, sure, first) = (0, 0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var weighed = new PlayedCase(seed, cause).Diagnosis(seed).Causes;
            foreach (var incident in weighed.GroupBy(each => each.About))
            {
                var truth = incident.Single(each => each.Cause == cause);
                seen++;
                first += truth.Rank == 1 ? 1 : 0;
                sure += truth.Standing == CauseStanding.Strong ? 1 : 0;
                Assert.True(truth.Standing != CauseStanding.RuledOut, $"{name}, seed {seed}: ruled out: {string.Join("; ", truth.Clues.Select(clue => clue.Says))}");
                Assert.All(incident.Where(each => each.Standing == CauseStanding.Strong), each => Assert.True(each.Cause == cause, $"{name}, seed {seed}: {Told(each)}\nbut not: {Told(truth)}"));
            }
        }

        output.WriteLine($"{name}: {seen} incidents; true one first in {first}, sure in {sure}");
        Assert.True(seen > Seeds / 4, $"{seen} incidents");
        Assert.True(sure > 0);
    }

    private static string Told(WeighedCause cause) => $"{cause.Cause.Word()} {cause.Points}: {string.Join("; ", cause.Clues.Select(clue => $"{clue.Weight} {clue.Says}"))}";

    [Fact]
    public void WhereNothingHappensNothingIsFound()
    {
        for (var seed = 0; seed < 4 * Seeds; seed++)
        {
            Assert.Empty(new PlayedCase(seed, null).Diagnosis(seed).Findings.Select(finding => $"seed {seed}: {finding.Statement}"));
        }
    }
}
