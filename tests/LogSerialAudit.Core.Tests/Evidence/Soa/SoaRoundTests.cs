using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Evidence.Soa;

/// <summary>Answers of one time, zone by zone.</summary>
public sealed class SoaRoundTests
{
    /// <summary>Answers as <c>zone address serial minute</c>, and the rounds: zone, serials newest first, and how many answers.</summary>
    public static TheoryData<string, string> Rounds => new()
    {
        { "b 1 5 0|b 2 5 0|a 1 7 0", "a 7 x1|b 5 x2" },
        { "a 1 5 0|a 2 6 1|a 3 5 2", "a 6,5 x3" },
        { "a 1 5 0|a 2 6 0|a 1 7 0|a 2 7 0", "a 6,5 x2|a 7 x2" },
        { "a 1 5 0|a 2 6 11", "a 5 x1|a 6 x1" },
        { "a 2 6 11|a 1 5 0|a 3 6 5", "a 6,5 x3" },
        { "a 1 4294967295 0|a 2 3 0", "a 3,4294967295 x2" },
        { "a 1 1 0|a 2 2147483649 0|a 3 3221225473 0", "a 1,3221225473,2147483649 x3" },
        { "a - 1 0|a - 2 0", "a 2,1 x2" },
        { "a 1 1 0|a 2 2 -", "a 1 x1|a 2 x1" },
    };

    [Theory]
    [MemberData(nameof(Rounds))]
    public void AnswersOfOneTimeAreComparedWithEachOther(string answers, string expected)
    {
        var rounds = SoaRound.Of(answers.Split('|').Select(Answer));
        Assert.Equal(expected, string.Join('|', rounds.Select(round => $"{round.Zone} {string.Join(",", round.Serials)} x{round.Answers.Count}")));
        Assert.All(rounds, round => Assert.Equal(round.Serials.Count > 1, round.Differs));
    }

    private static SoaAnswer Answer(string text, int place)
    {
        var words = text.Split(' ');
        var soa = new SoaRecord("m", "r", new SerialNumber(uint.Parse(words[2], null)), 1, 1, 1, 1);
        var asked = words[3] == "-" ? (Instant?)null : Instant.FromUtc(2019, 5, 30, 0, 0).Plus(Duration.FromMinutes(int.Parse(words[3], null)));
        return new SoaAnswer(words[0], soa, "", words[1] == "-" ? "" : words[1], asked, AnswerTime.Asked, null, new SourceLine("f", place + 1));
    }
}
