using CsCheck;
using LogSerialAudit.Reports;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.Reports;

public sealed class TimeTextTests
{
    private static readonly Instant Complaint = Instant.FromUtc(2019, 5, 25, 16, 23, 51).PlusNanoseconds(123_456_789);

    private static readonly string[] ZoneIds =
        ["America/Los_Angeles", "Pacific/Auckland", "Asia/Kathmandu", "Europe/Dublin", "Africa/Monrovia", "UTC", "Pacific/Apia", "America/St_Johns"];

    private static readonly Gen<Instant> AnyInstant =
        Gen.Select(Gen.Long[-62_135_596_800, 253_402_214_400], Gen.OneOf(Gen.Int[0, 999_999_999], Gen.Const(0), Gen.Const(999_999_999)))
            .Select((seconds, nanoseconds) => Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds));

    [Theory]
    [InlineData(0, DateStyle.Iso, "2019-05-25T16:23:51Z", "2019-05-25T09:23:51-07:00")]
    [InlineData(3, DateStyle.Iso, "2019-05-25T16:23:51.123Z", "2019-05-25T09:23:51.123-07:00")]
    [InlineData(9, DateStyle.Iso, "2019-05-25T16:23:51.123456789Z", "2019-05-25T09:23:51.123456789-07:00")]
    [InlineData(0, DateStyle.Spreadsheet, "2019-05-25 16:23:51", "2019-05-25 09:23:51")]
    [InlineData(6, DateStyle.Spreadsheet, "2019-05-25 16:23:51.123456", "2019-05-25 09:23:51.123456")]
    public void TimesAreWrittenInBothStyles(int digits, DateStyle style, string utc, string local)
    {
        var times = new TimeText(DateTimeZoneProviders.Tzdb["America/Los_Angeles"], style);

        Assert.Equal((utc, local), (times.Utc(Complaint, digits), times.Local(Complaint, digits)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void OtherNumbersOfDigitsAreRefused(int digits) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new TimeText(DateTimeZone.Utc, DateStyle.Iso).Utc(Complaint, digits));

    [Theory]
    [InlineData("2019-11-03T08:59:59Z", "2019-11-03T01:59:59-07:00")]
    [InlineData("2019-11-03T09:00:00Z", "2019-11-03T01:00:00-08:00")]
    [InlineData("2019-03-10T09:59:59Z", "2019-03-10T01:59:59-08:00")]
    [InlineData("2019-03-10T10:00:00Z", "2019-03-10T03:00:00-07:00")]
    [InlineData("1880-01-01T00:00:00Z", "1879-12-31T16:07:02-07:52:58")]
    [InlineData("1969-12-31T23:59:59Z", "1969-12-31T15:59:59-08:00")]
    public void TheOffsetIsTheOneOfThatInstant(string instant, string local) => Assert.Equal(
        local,
        new TimeText(DateTimeZoneProviders.Tzdb["America/Los_Angeles"], DateStyle.Iso).Local(InstantPattern.General.Parse(instant).Value));

    [Fact]
    public void UtcIsWhatNodaTimeWrites()
    {
        var times = new TimeText(DateTimeZone.Utc, DateStyle.Iso);
        Gen.Select(AnyInstant, Gen.Int[0, 9]).Sample(
            (instant, digits) => times.Utc(instant, digits) == PatternOf(digits).Format(instant) + "Z", threads: 1);
    }

    [Fact]
    public void LocalIsWhatNodaTimeWrites()
    {
        var times = ZoneIds.Select(id => new TimeText(DateTimeZoneProviders.Tzdb[id], DateStyle.Iso)).ToArray();
        Gen.Select(AnyInstant, Gen.Int[0, 9], Gen.Int[0, times.Length - 1]).Sample(
            (instant, digits, which) =>
            {
                var zoned = instant.InZone(times[which].LocalZone);
                var expected = PatternOf(digits).Format(instant + Duration.FromSeconds(zoned.Offset.Seconds))
                    + OffsetPattern.CreateWithInvariantCulture(zoned.Offset.Seconds % 60 == 0 ? "+HH:mm" : "+HH:mm:ss").Format(zoned.Offset);
                return times[which].Local(instant, digits) == expected;
            },
            threads: 1);
    }

    [Fact]
    public void NothingIsAllocatedForATime()
    {
        var times = new TimeText(DateTimeZoneProviders.Tzdb["America/Los_Angeles"], DateStyle.Iso);
        Span<byte> text = stackalloc byte[TimeText.MaxLength];

        // Other tests share the zone's cache and may make it forget: one quiet round is enough.
        var least = long.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            WriteMany(times, text);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private static void WriteMany(TimeText times, Span<byte> text)
    {
        for (var day = 0; day < 100; day++)
        {
            times.WriteUtc(Complaint + Duration.FromDays(day), 6, text);
            times.WriteLocal(Complaint + Duration.FromDays(day), 6, text);
        }
    }

    private static InstantPattern PatternOf(int digits) => InstantPattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm:ss" + (digits == 0 ? "" : "." + new string('f', digits)));
}
