using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

public sealed class StampReaderTests
{
    [Theory]
    [InlineData("May 25 09:23:51", "05-25 09:23:51")]
    [InlineData("May  5 09:23:51", "05-05 09:23:51")]
    [InlineData("May 05 09:23:51", "05-05 09:23:51")]
    [InlineData("May 5 09:23:51", "05-05 09:23:51")]
    [InlineData("may 25 09:23:51", "05-25 09:23:51")]
    [InlineData("MAY 25 09:23:51", "05-25 09:23:51")]
    [InlineData("Jan  1 00:00:00", "01-01 00:00:00")]
    [InlineData("Dec 31 23:59:59", "12-31 23:59:59")]
    [InlineData("Feb 29 12:00:00", "02-29 12:00:00")]
    [InlineData("Jun 30 23:59:60", "06-30 24:00:00")]
    [InlineData("May 25 09:23:51.482", "05-25 09:23:51.482")]
    [InlineData("May 25 09:23:51,482", "05-25 09:23:51.482")]
    [InlineData("May 25 2019 09:23:51", "2019-05-25 09:23:51")]
    [InlineData("May  5 2019 09:23:51", "2019-05-05 09:23:51")]
    [InlineData("May 5 2019 09:23:51", "2019-05-05 09:23:51")]
    [InlineData("Feb 29 2020 09:23:51.5", "2020-02-29 09:23:51.5")]
    public void AClassicStampIsRead(string text, string expected) => Reads(StampForm.Classic, text, expected);

    [Theory]
    [InlineData("Mxi 25 09:23:51")]
    [InlineData("Ma  25 09:23:51")]
    [InlineData("May  0 09:23:51")]
    [InlineData("May 00 09:23:51")]
    [InlineData("May 32 09:23:51")]
    [InlineData("Apr 31 09:23:51")]
    [InlineData("Feb 30 09:23:51")]
    [InlineData("May 2x 09:23:51")]
    [InlineData("May 25 24:00:00")]
    [InlineData("May 25 09:60:00")]
    [InlineData("May 25 09:23:61")]
    [InlineData("May 25 9:23:51")]
    [InlineData("May 25 09:23")]
    [InlineData("May 25 09-23-51")]
    [InlineData("May 25 09:23:5x")]
    [InlineData("May 25 09:23:51x")]
    [InlineData("May 25 09:23:510")]
    [InlineData("May25 09:23:51")]
    [InlineData("May   5 09:23:51")]
    [InlineData("Feb 29 2019 09:23:51")]
    [InlineData("May 25 201x 09:23:51")]
    [InlineData(" May 25 09:23:51")]
    public void WhatIsNoClassicStampIsRefused(string text) => Refuses(text);

    [Theory]
    [InlineData("2019-05-25T09:23:51", "2019-05-25 09:23:51")]
    [InlineData("2019-05-25 09:23:51", "2019-05-25 09:23:51")]
    [InlineData("2019-05-25t09:23:51z", "2019-05-25 09:23:51 +00:00")]
    [InlineData("2019-05-25T09:23:51Z", "2019-05-25 09:23:51 +00:00")]
    [InlineData("2019-05-25T09:23:51.482Z", "2019-05-25 09:23:51.482 +00:00")]
    [InlineData("2019-05-25T09:23:51.482", "2019-05-25 09:23:51.482")]
    [InlineData("2019-05-25 09:23:51,482", "2019-05-25 09:23:51.482")]
    [InlineData("2019/05/25 09:23:51", "2019-05-25 09:23:51")]
    [InlineData("2019/05/25 09:23:51.123456", "2019-05-25 09:23:51.123456")]
    [InlineData("2019-05-25T09:23:51.000000-07:00", "2019-05-25 09:23:51.000000 -07:00")]
    [InlineData("2019-05-25T09:23:51+0530", "2019-05-25 09:23:51 +05:30")]
    [InlineData("2019-05-25T09:23:51-07", "2019-05-25 09:23:51 -07:00")]
    [InlineData("2019-05-25T09:23:51+14:00", "2019-05-25 09:23:51 +14:00")]
    [InlineData("2019-05-25T09:23:51-00:00", "2019-05-25 09:23:51 +00:00")]
    [InlineData("2019-05-25T09:23:51.123456789Z", "2019-05-25 09:23:51.123456789 +00:00")]
    [InlineData("2019-05-25T09:23:51.1234567890123456789Z", "2019-05-25 09:23:51.123456789 +00:00")]
    [InlineData("2020-02-29T00:00:00Z", "2020-02-29 00:00:00 +00:00")]
    [InlineData("2000-02-29T00:00:00Z", "2000-02-29 00:00:00 +00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31 24:00:00 +00:00")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01 00:00:00")]
    [InlineData("9998-12-31T23:59:59", "9998-12-31 23:59:59")]
    public void AnIsoStampIsRead(string text, string expected) => Reads(StampForm.Iso, text, expected);

    [Theory]
    [InlineData("0000-05-25T09:23:51Z")]
    [InlineData("2019-00-25T09:23:51Z")]
    [InlineData("2019-13-25T09:23:51Z")]
    [InlineData("2019-05-00T09:23:51Z")]
    [InlineData("2019-05-32T09:23:51Z")]
    [InlineData("2019-04-31T09:23:51Z")]
    [InlineData("2019-02-29T09:23:51Z")]
    [InlineData("1900-02-29T09:23:51Z")]
    [InlineData("2020-02-30T09:23:51Z")]
    [InlineData("2019-05-25T24:00:00Z")]
    [InlineData("2019-05-25T09:60:51Z")]
    [InlineData("2019-05-25T09:23:61Z")]
    [InlineData("2019-05-25T09:23:51+19:00")]
    [InlineData("2019-05-25T09:23:51+05:60")]
    [InlineData("2019-05-25T09:23:51+5:30")]
    [InlineData("2019-05-25T09:23:51+05:")]
    [InlineData("2019-05-25T09:23:51+05:3")]
    [InlineData("2019-05-25T09:23:51Zulu")]
    [InlineData("2019-05-25T09:23:51CEST")]
    [InlineData("2019-05-25_09:23:51Z")]
    [InlineData("2019-5-25T09:23:51Z")]
    [InlineData("2019/05/25T09:23:51Z")]
    [InlineData("2019/05-25 09:23:51")]
    [InlineData("2019/5/25 09:23:51")]
    [InlineData("2019/02/29 09:23:51")]
    [InlineData("25/05/2019 09:23:51")]
    [InlineData("20190525T092351Z")]
    [InlineData("2019-05-25T09:23Z")]
    [InlineData("2019-05-25T")]
    public void WhatIsNoIsoStampIsRefused(string text) => Refuses(text);

    [Theory]
    [InlineData("25-May-2019 07:38:01.482", "2019-05-25 07:38:01.482")]
    [InlineData("25-May-2019 07:38:01", "2019-05-25 07:38:01")]
    [InlineData("01-Jan-2019 00:00:00.000", "2019-01-01 00:00:00.000")]
    [InlineData("29-Feb-2020 23:59:60.999", "2020-02-29 24:00:00.999")]
    [InlineData("25-MAY-2019 07:38:01.4", "2019-05-25 07:38:01.4")]
    public void AStampOfBindIsRead(string text, string expected) => Reads(StampForm.Bind, text, expected);

    [Theory]
    [InlineData("99-Bad-9999 99:99:99.999")]
    [InlineData("31-Dec-9999 23:59:59.999")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("25-Mxi-2019 07:38:01.482")]
    [InlineData("00-May-2019 07:38:01.482")]
    [InlineData("32-May-2019 07:38:01.482")]
    [InlineData("29-Feb-2019 07:38:01.482")]
    [InlineData("25-May-0000 07:38:01.482")]
    [InlineData("25-May-19 07:38:01.482")]
    [InlineData("5-May-2019 07:38:01.482")]
    [InlineData("25-May-2019 24:38:01.482")]
    [InlineData("25-May-2019 07:60:01.482")]
    [InlineData("25-May-2019 07:38:61.482")]
    [InlineData("25-May-2019T07:38:01.482")]
    [InlineData("25-May-2019 07:38")]
    public void WhatIsNoStampOfBindIsRefused(string text) => Refuses(text);

    [Theory]
    [InlineData("")]
    [InlineData("M")]
    [InlineData("May 25")]
    [InlineData("2019-05-25")]
    [InlineData("25-May-2019")]
    public void AStumpIsNoStampOfAnyForm(string text)
    {
        foreach (var form in Enum.GetValues<StampForm>())
        {
            Assert.False(StampReader.TryRead(form, Shown.Bytes(text), out _, out _));
        }
    }

    private static void Reads(StampForm form, string text, string expected)
    {
        foreach (var after in new[] { " and more", "] and more" })
        {
            var line = Shown.Bytes(text + after);
            Assert.Equal(form, StampReader.Probe(line));
            Assert.True(StampReader.TryRead(form, line, out var stamp, out var length));
            Assert.Equal((expected, text.Length), (Shown.Stamp(stamp), length));
        }
    }

    private static void Refuses(string text)
    {
        foreach (var after in new[] { "", " and more" })
        {
            var line = Shown.Bytes(text + after);
            Assert.False(StampReader.TryRead(StampReader.Probe(line), line, out var stamp, out _));
            Assert.False(stamp.Exists);
        }
    }
}
