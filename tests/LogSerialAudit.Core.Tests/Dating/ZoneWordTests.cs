using System.Text;
using LogSerialAudit.Dating;
using LogSerialAudit.Lines;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>What the short name of a zone in a line (<c>PDT</c>) decides, and what it does not.</summary>
public sealed class ZoneWordTests
{
    [Theory]
    [InlineData("Thu 2019-05-30 10:05:36 PDT", "2019-05-30T17:05:36Z")]
    [InlineData("Thu 2019-05-30 10:05:36 UTC", "2019-05-30T10:05:36Z")]
    [InlineData("Thu 2019-05-30 10:05:36 -03", "2019-05-30T13:05:36Z")]
    [InlineData("Wed 2019-01-30 10:05:36 PST", "2019-01-30T18:05:36Z")]
    [InlineData("Sun 2019-11-03 01:30:00 PDT", "2019-11-03T08:30:00Z")]
    [InlineData("Sun 2019-11-03 01:30:00 PST", "2019-11-03T09:30:00Z")]
    [InlineData("Thu 2019-05-30 10:05:36 CEST", "2019-05-30T17:05:36Z zone-unsure")]
    [InlineData("Thu 2019-05-30 10:05:36 PST", "2019-05-30T17:05:36Z zone-unsure")]
    [InlineData("Sun 2019-11-03 01:30:00 CET", "2019-11-03T08:30:00Z ambiguous")]
    [InlineData("Sun 2019-03-10 02:30:00 PDT", "2019-03-10T10:30:00Z skipped-hour")]
    public void TheLogsZoneDatesAndTheNameIsHeldAgainstIt(string text, string expected)
    {
        Assert.True(StampReader.TryRead(StampForm.Full, Encoding.UTF8.GetBytes(text), out var stamp, out var length));
        Assert.Equal(text.Length, length);
        var run = new ClockRun(stamp, 1) { Year = 2019, YearIsSure = true };
        var dater = new StampDater(DateTimeZoneProviders.Tzdb["America/Los_Angeles"]);

        // The second time by what was remembered of the first.
        for (var time = 0; time < 2; time++)
        {
            var dated = dater.Date(stamp, 1, run);
            Assert.Equal(expected, $"{dated.At} {dated.Mark.Word()}".TrimEnd());
        }
    }

    [Theory]
    [InlineData(StampForm.Iso, "2019-05-30 10:05:36 PDT", "PDT")]
    [InlineData(StampForm.Iso, "2019-05-30T10:05:36.123 CEST", "CEST")]
    [InlineData(StampForm.Iso, "2019-05-30 10:05:36 HOST", "")]
    [InlineData(StampForm.Iso, "2019-05-30 10:05:36Z PDT", "")]
    [InlineData(StampForm.YearLast, "Thu May 30 10:05:36 PDT 2019", "PDT")]
    [InlineData(StampForm.YearLast, "May 30 10:05:36 CEST 2019", "CEST")]
    [InlineData(StampForm.YearLast, "Thu May 30 10:05:36 2019 PDT", "")]
    public void ANameIsKeptWhereItIsOneOfAZone(StampForm form, string text, string name)
    {
        Assert.True(StampReader.TryRead(form, Encoding.UTF8.GetBytes(text + " named[1]: x"), out var stamp, out var length));
        Assert.Equal(name.Length == 0 ? 0 : ZoneWord.Of(name), stamp.ZoneWord);
        Assert.Equal(name.Length == 0 ? text.LastIndexOf(' ') : text.Length, length);
    }

    [Theory]
    [InlineData("PDT", "PDT", true)]
    [InlineData("CEST", "CEST", true)]
    [InlineData("PDT", "PST", false)]
    [InlineData("PDT", "PDTA", false)]
    [InlineData("A", "", true)]
    [InlineData("pdt", "", true)]
    [InlineData("+03", "", true)]
    [InlineData("ABCDEFG", "", true)]
    public void NamesAreNumbersThatDifferAsTheyDo(string one, string other, bool same) =>
        Assert.Equal(same, ZoneWord.Of(one) == ZoneWord.Of(other));
}
