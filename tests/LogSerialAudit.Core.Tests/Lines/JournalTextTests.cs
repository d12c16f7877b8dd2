using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>What <c>journalctl</c> prints as text, in each of its forms.</summary>
public sealed class JournalTextTests
{
    private static readonly EnvelopeReader Reader = new(new ProgramNames(["named"]));

    [Theory]
    // -o short
    [InlineData("May 30 10:05:36 ns1 named[1]: x", "05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("nov 22 10:05:36 ns1 named[1]: x", "11-22 10:05:36 | ns1 | named[1] | x")]
    [InlineData("4月 21 10:05:36 ns1 named[1]: x", "04-21 10:05:36 | ns1 | named[1] | x")]
    [InlineData(" 4月 21 10:05:36 ns1 named[1]: x", "04-21 10:05:36 | ns1 | named[1] | x")]
    [InlineData("12月 01 10:05:36 ns1 named[1]: x", "12-01 10:05:36 | ns1 | named[1] | x")]
    [InlineData("Şub 04 10:05:36 ns1 named[1]: x", "02-04 10:05:36 | ns1 | named[1] | x")]
    [InlineData("Okt 04 10:05:36 ns1 named[1]: x", "10-04 10:05:36 | ns1 | named[1] | x")]
    [InlineData("févr. 04 10:05:36 ns1 named[1]: x", "02-04 10:05:36 | ns1 | named[1] | x")]
    [InlineData("de febr. 04 10:05:36 ns1 named[1]: x", "02-04 10:05:36 | ns1 | named[1] | x")]
    [InlineData("huhti 04 10:05:36 ns1 sshd[1]: x", "04-04 10:05:36 | ns1 | sshd[1] | x")]
    [InlineData("avril  4 10:05:36 ns1 named[1]: x", "04-04 10:05:36 | ns1 | named[1] | x")]
    [InlineData("ΙΟΎΛ 04 10:05:36 ns1 named[1]: x", "07-04 10:05:36 | ns1 | named[1] | x")]
    // -o short-precise
    [InlineData("May 30 10:05:36.123456 ns1 named[1]: x", "05-30 10:05:36.123456 | ns1 | named[1] | x")]
    [InlineData("мая 30 10:05:36.123456 ns1 named[1]: x", "05-30 10:05:36.123456 | ns1 | named[1] | x")]
    // -o short-iso and short-iso-precise, before and since systemd 249
    [InlineData("2019-05-30T10:05:36-0700 ns1 named[1]: x", "2019-05-30 10:05:36 -07:00 | ns1 | named[1] | x")]
    [InlineData("2019-05-30T10:05:36+00:00 ns1 named[1]: x", "2019-05-30 10:05:36 +00:00 | ns1 | named[1] | x")]
    [InlineData("2019-05-30T10:05:36.123456-0700 ns1 named[1]: x", "2019-05-30 10:05:36.123456 -07:00 | ns1 | named[1] | x")]
    // -o short-full
    [InlineData("Thu 2019-05-30 10:05:36 PDT ns1 named[1]: x", "2019-05-30 10:05:36 | ns1 | named[1] | x")]
    [InlineData("Thu 2019-05-30 10:05:36 UTC ns1 named[1]: x", "2019-05-30 10:05:36 +00:00 | ns1 | named[1] | x")]
    [InlineData("Thu 2019-05-30 10:05:36 GMT ns1 named[1]: x", "2019-05-30 10:05:36 +00:00 | ns1 | named[1] | x")]
    [InlineData("Thu 2019-05-30 10:05:36 -03 ns1 named[1]: x", "2019-05-30 10:05:36 -03:00 | ns1 | named[1] | x")]
    [InlineData("Thu 2019-05-30 10:05:36.123456 CEST ns1 named[1]: x", "2019-05-30 10:05:36.123456 | ns1 | named[1] | x")]
    // -o short-unix
    [InlineData("1559235936.123456 ns1 named[1]: x", "2019-05-30 17:05:36.123456 +00:00 | ns1 | named[1] | x")]
    [InlineData("1000000000.000000 ns1 named[1]: x", "2001-09-09 01:46:40.000000 +00:00 | ns1 | named[1] | x")]
    // -o short-monotonic and short-delta: of a boot that is not named
    [InlineData("[ 1234.567890] ns1 named[1]: x", "- | ns1 | named[1] | x")]
    [InlineData("[ 1234.567890 <    0.000123 >] ns1 named[1]: x", "- | ns1 | named[1] | x")]
    public void ALineIsTakenApart(string line, string expected) => Assert.Equal(expected, Read(line));

    [Theory]
    [InlineData("xyz 22 10:05:36 ns1 named[1]: x", "- | ns1 | named[1] | x")]
    [InlineData("lis 22 10:05:36 ns1 named[1]: x", "- | ns1 | named[1] | x")]
    [InlineData("nov 31 10:05:36 ns1 named[1]: x", "- | ns1 | named[1] | x")]
    [InlineData("13月 01 10:05:36 ns1 named[1]: x")]
    [InlineData("4日 21 10:05:36 ns1 named[1]: x")]
    [InlineData("4月 31 10:05:36 ns1 named[1]: x")]
    [InlineData("4月 00 10:05:36 ns1 named[1]: x")]
    [InlineData("4月 21 24:05:36 ns1 named[1]: x")]
    [InlineData("4月 21 10:05:36x ns1 named[1]: x")]
    [InlineData("4月21 10:05:36 ns1 named[1]: x")]
    [InlineData("févr.. x4 10:05:36 ns1 named[1]: x")]
    [InlineData("a month of a length beyond all names 04 10:05:36 ns1 named[1]: x")]
    [InlineData("Fri 2019-05-30 10:05:36 PDT ns1 named[1]: x")]
    [InlineData("Don 2019-05-30 10:05:36 PDT ns1 named[1]: x")]
    [InlineData("Thu 2019-05-32 10:05:36 PDT ns1 named[1]: x")]
    [InlineData("Thu 2019-05-30T10:05:36Z ns1 named[1]: x")]
    [InlineData("155923593.1234567 ns1 named[1]: x")]
    [InlineData("0559235936.123456 ns1 named[1]: x")]
    [InlineData("15592359361.12345 ns1 named[1]: x")]
    [InlineData("1559235936.123456s ns1 named[1]: x")]
    [InlineData("[ 1234.567890]ns1 named[1]: x")]
    [InlineData("[ 1234.56x890] ns1 named[1]: x")]
    [InlineData("-- Logs begin at Thu 2019-05-30 10:05:36 PDT, end at Thu 2019-05-30 10:05:36 PDT. --")]
    [InlineData("-- Boot 0123456789abcdef0123456789abcdef --")]
    [InlineData("-- Journal begins at Thu 2019-05-30 10:05:36 PDT. --")]
    [InlineData("-- Reboot --")]
    [InlineData("-- No entries --")]
    public void WhatIsNoStampIsNoneAndNothingIsMended(string line, string? expected = null) =>
        Assert.Equal(expected ?? $"- | - | - | {line}", Read(line));

    [Theory]
    [InlineData("Thu 2019-05-30 10:05:36 PDT ns1 named[1]: x", "PDT")]
    [InlineData("Thu 2019-05-30 10:05:36 CEST ns1 named[1]: x", "CEST")]
    [InlineData("Thu 2019-05-30 10:05:36 UTC ns1 named[1]: x", "")]
    [InlineData("Thu 2019-05-30 10:05:36 -03 ns1 named[1]: x", "")]
    [InlineData("2019-05-30 10:05:36 PDT named[1]: x", "PDT")]
    public void TheZonesShortNameIsKept(string line, string expected)
    {
        Reader.Read(Shown.Bytes(line), out var envelope);
        Assert.Equal(ZoneWord.Of(expected), envelope.ReadStamp().ZoneWord);
    }

    private static string Read(string line)
    {
        Reader.Read(Shown.Bytes(line), out var envelope);
        return Shown.Envelope(envelope);
    }
}
