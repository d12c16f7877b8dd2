using LogSerialAudit.Serials;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.Serials;

public sealed class SerialReadingTests
{
    [Theory]
    [InlineData(1000000000u, "2001-09-09T01:46:40Z")]
    [InlineData(1558799284u, "2019-05-25T15:48:04Z")]
    [InlineData(1508191230u, "2017-10-16T22:00:30Z")]
    [InlineData(2147483647u, "2038-01-19T03:14:07Z")]
    [InlineData(2019133101u, "2033-12-25T14:18:21Z")] // there is no month 13
    [InlineData(2019022901u, "2033-12-24T07:41:41Z")] // no leap year
    [InlineData(2100010100u, "2036-07-18T16:08:20Z")] // past the last year
    [InlineData(1979123101u, "2032-09-18T12:25:01Z")] // before the first year
    public void TheseReadAsUnixtime(uint value, string mintedAt)
    {
        var reading = new SerialReading(new(value));

        Assert.Equal(SerialScheme.UnixTime, reading.Scheme);
        Assert.Equal(mintedAt, InstantPattern.General.Format(reading.MintedAt!.Value));
        Assert.Null(reading.Date);
    }

    [Theory]
    [InlineData(2019052501u, "2019-05-25", 1, "2033-12-24T15:55:01Z")]
    [InlineData(1980010100u, "1980-01-01", 0, "2032-09-28T18:48:20Z")]
    [InlineData(2099123199u, "2099-12-31", 99, "2036-07-08T09:46:39Z")]
    [InlineData(2020022900u, "2020-02-29", 0, "2034-01-04T21:28:20Z")]
    public void TheseReadAsADateAndKeepTheOtherReading(uint value, string date, int count, string asUnixTime)
    {
        var reading = new SerialReading(new(value));

        Assert.Equal(SerialScheme.DateCounter, reading.Scheme);
        Assert.Equal(date, LocalDatePattern.Iso.Format(reading.Date!.Value));
        Assert.Equal(count, reading.DayCount);
        Assert.Null(reading.MintedAt);
        Assert.Equal(asUnixTime, InstantPattern.General.Format(reading.AsUnixTime));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(42u)]
    [InlineData(20190525u)] // a date without count has no scheme of its own
    [InlineData(999999999u)]
    [InlineData(2147483648u)]
    [InlineData(2711201407u)] // DDMMYYhhmm
    [InlineData(3706282932u)]
    [InlineData(4294967295u)]
    public void TheseReadAsCounters(uint value)
    {
        var reading = new SerialReading(new(value));

        Assert.Equal(SerialScheme.Counter, reading.Scheme);
        Assert.Null(reading.MintedAt);
        Assert.Null(reading.Date);
    }

    [Fact]
    public void TheWordsAreFixed() =>
        Assert.Equal(["unknown", "unixtime", "YYYYMMDDnn", "counter"], Enum.GetValues<SerialScheme>().Select(scheme => scheme.Word()));
}
