using LogSerialAudit.Reports.Plots;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.Reports;

public sealed class TimeTicksTests
{
    [Theory]
    [InlineData("2019-05-25T16:00:00Z", "2019-05-25T16:00:10Z", "UTC", "16:00:00 16:00:05 16:00:10")]
    [InlineData("2019-05-25T16:10:00Z", "2019-05-25T19:00:00Z", "UTC", "05-25 16:30 05-25 17:00 05-25 17:30 05-25 18:00 05-25 18:30 05-25 19:00")]
    [InlineData("2019-05-25T16:00:00Z", "2019-05-29T16:00:00Z", "America/Los_Angeles", "2019-05-26 2019-05-27 2019-05-28 2019-05-29")]
    [InlineData("1970-01-01T00:00:00Z", "2106-02-07T06:28:15Z", "UTC", "1970-01-01 2069-12-07")]
    public void TheyStandAtWholeUnitsOfTheLocalZone(string from, string to, string zone, string labels) =>
        Assert.Equal(labels, string.Join(' ', TimeTicks.Between(InstantPattern.General.Parse(from).Value, InstantPattern.General.Parse(to).Value, DateTimeZoneProviders.Tzdb[zone], 6).Select(tick => tick.Label)));

    [Fact]
    public void OneInstantHasOneAtMost()
    {
        var at = Instant.FromUtc(2019, 5, 25, 16, 0);
        Assert.Single(TimeTicks.Between(at, at, DateTimeZone.Utc, 6));
    }
}
