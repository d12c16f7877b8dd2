using LogSerialAudit.Dating;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Core.Tests.History;

public class ShortDatedTests
{
    private static readonly Instant Noon = Instant.FromUtc(2019, 5, 25, 12, 0);

    /// <summary>The instant, what is odd about it, and whether it has to lie in the list.</summary>
    public static TheoryData<Dated, bool> Instants => new()
    {
        { new Dated(Noon, 0, DatingMark.None, default), false },
        { new Dated(Noon.PlusNanoseconds(123_456_000), 6, DatingMark.None, default), false },
        { new Dated(Noon.PlusNanoseconds(999_000_000), 3, DatingMark.YearUnsure, default), false },
        { new Dated(Instant.FromUtc(1, 1, 1, 0, 0), 0, DatingMark.None, default), false },
        { new Dated(Instant.FromUtc(1969, 12, 31, 23, 59, 59).PlusNanoseconds(500_000_000), 1, DatingMark.None, default), false },
        { new Dated(Instant.FromUtc(9999, 12, 31, 23, 59, 59).PlusNanoseconds(999_999_000), 6, DatingMark.None, default), false },
        { new Dated(Noon.PlusNanoseconds(123_456_789), 9, DatingMark.None, default), true },
        { new Dated(Noon.PlusNanoseconds(1), 6, DatingMark.None, default), true },
        { new Dated(Noon, 0, DatingMark.Ambiguous, Noon + Duration.FromHours(1)), true },
        { new Dated(Noon, 0, DatingMark.YearUnsure, Noon + Duration.FromDays(365)), true },
        { new Dated(Noon, 0, DatingMark.YearUnsure, default) { HourMark = DatingMark.SkippedHour }, true },
        { new Dated(Noon, 0, DatingMark.None, Noon) { StandsAsOther = true }, true },
        { new Dated(Noon, 0, DatingMark.ZoneUnsure, default), true },
        { Dated.Undated, true },
    };

    [Theory]
    [MemberData(nameof(Instants))]
    public void NothingOfAnInstantIsLost(Dated dated, bool isOdd)
    {
        var odd = new List<Dated>();
        Assert.Equal(dated, default(ShortDated).With(dated, odd).Of(odd));
        Assert.Equal(isOdd ? 1 : 0, odd.Count);
    }

    [Fact]
    public void AnOddOneTakesThePlaceOfTheOddOneBeforeIt()
    {
        var odd = new List<Dated>();
        var other = default(ShortDated).With(Dated.Undated, odd);
        var last = default(ShortDated);
        for (var hour = 0; hour < 10; hour++)
        {
            var at = Noon + Duration.FromHours(hour);
            last = last.With(new Dated(at, 0, DatingMark.Ambiguous, at + Duration.FromHours(1)), odd);
            Assert.Equal(at, last.Of(odd).At);
        }

        Assert.Equal(2, odd.Count);
        Assert.Equal(Dated.Undated, other.Of(odd));
    }
}
