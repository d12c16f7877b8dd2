using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

public sealed class RotationNameTests
{
    [Theory]
    [InlineData("daemon.log.1", "daemon.log", RotationScheme.Number, 1, null)]
    [InlineData("daemon.log.2.gz", "daemon.log", RotationScheme.Number, 2, null)]
    [InlineData("daemon.log.3.bz2", "daemon.log", RotationScheme.Number, 3, null)]
    [InlineData("daemon.log.4.xz", "daemon.log", RotationScheme.Number, 4, null)]
    [InlineData("daemon.log.5.zst", "daemon.log", RotationScheme.Number, 5, null)]
    [InlineData("daemon.log.6.lz4", "daemon.log", RotationScheme.Number, 6, null)]
    [InlineData("daemon.log.12.Z", "daemon.log", RotationScheme.Number, 12, null)]
    [InlineData("daemon.log.0", "daemon.log", RotationScheme.Number, 0, null)]
    [InlineData("daemon.log.0.gz", "daemon.log", RotationScheme.Number, 0, null)]
    [InlineData("named.run.0", "named.run", RotationScheme.Number, 0, null)]
    [InlineData("daemon.1.log", "daemon.log", RotationScheme.Number, 1, null)]
    [InlineData("daemon.1.log.gz", "daemon.log", RotationScheme.Number, 1, null)]
    [InlineData("192.0.2.1.1", "192.0.2.1", RotationScheme.Number, 1, null)]
    [InlineData("messages.100000", "messages", RotationScheme.Number, 100000, null)]
    [InlineData("daemon.log-20190530", "daemon.log", RotationScheme.Date, null, "2019-05-31T00:00:00")]
    [InlineData("daemon.log-20190530.gz", "daemon.log", RotationScheme.Date, null, "2019-05-31T00:00:00")]
    [InlineData("daemon.log-2019053009", "daemon.log", RotationScheme.Date, null, "2019-05-30T10:00:00")]
    [InlineData("daemon.log-201905300925", "daemon.log", RotationScheme.Date, null, "2019-05-30T09:26:00")]
    [InlineData("daemon.log-20190530092501", "daemon.log", RotationScheme.Date, null, "2019-05-30T09:25:01")]
    [InlineData("daemon.log-20190530_092501.gz", "daemon.log", RotationScheme.Date, null, "2019-05-30T09:25:01")]
    [InlineData("daemon.log-20190530.1", "daemon.log", RotationScheme.Date, 1, "2019-05-31T00:00:00")]
    [InlineData("daemon.log-20190530.10.gz", "daemon.log", RotationScheme.Date, 10, "2019-05-31T00:00:00")]
    [InlineData("daemon.log.20190530", "daemon.log", RotationScheme.Date, null, "2019-05-31T00:00:00")]
    [InlineData("daemon.log-2019-05-30", "daemon.log", RotationScheme.Date, null, "2019-05-31T00:00:00")]
    [InlineData("daemon.log.2019-05-30", "daemon.log", RotationScheme.Date, null, "2019-05-31T00:00:00")]
    [InlineData("daemon.log.2019-05-30-09", "daemon.log", RotationScheme.Date, null, "2019-05-30T10:00:00")]
    [InlineData("daemon-20190530.log", "daemon.log", RotationScheme.Date, null, "2019-05-31T00:00:00")]
    [InlineData("daemon-20190530.log.gz", "daemon.log", RotationScheme.Date, null, "2019-05-31T00:00:00")]
    [InlineData("192.0.2.1-20190530", "192.0.2.1", RotationScheme.Date, null, "2019-05-31T00:00:00")]
    [InlineData("daemon.log-20200229", "daemon.log", RotationScheme.Date, null, "2020-03-01T00:00:00")]
    [InlineData("daemon.log-20191231", "daemon.log", RotationScheme.Date, null, "2020-01-01T00:00:00")]
    [InlineData("daemon.log-20190530-1559210000", "daemon.log", RotationScheme.Epoch, null, "2019-05-30T09:53:20")]
    [InlineData("daemon.log-1559210000.gz", "daemon.log", RotationScheme.Epoch, null, "2019-05-30T09:53:20")]
    [InlineData("sec.log.20261122180226313", "sec.log", RotationScheme.BindTimestamp, null, "2026-11-22T18:02:26.313")]
    [InlineData("sec.log.20261122180226313.gz", "sec.log", RotationScheme.BindTimestamp, null, "2026-11-22T18:02:26.313")]
    public void ARotationEndingIsTakenApart(string name, string baseName, RotationScheme scheme, int? number, string? notAfter)
    {
        var parsed = RotationName.Parse(name);

        Assert.Equal(
            (baseName, scheme, number, notAfter, scheme is RotationScheme.Epoch or RotationScheme.BindTimestamp),
            (parsed.BaseName, parsed.Scheme, parsed.Number, parsed.NotAfter?.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFF", null)?.Replace(';', '.'), parsed.NotAfterIsUtc));
        Assert.False(parsed.IsLive);
    }

    [Theory]
    [InlineData("daemon.log", "daemon.log")]
    [InlineData("daemon.log.gz", "daemon.log")]
    [InlineData("syslog", "syslog")]
    [InlineData("-", "-")]
    [InlineData("", "")]
    [InlineData(".gz", ".gz")]
    [InlineData(".1", ".1")]
    [InlineData(".log", ".log")]
    [InlineData("1", "1")]
    [InlineData("daemon.log.", "daemon.log.")]
    [InlineData("daemon.log.old", "daemon.log.old")]
    [InlineData("daemon.log.01", "daemon.log.01")]
    [InlineData("daemon.log.-1", "daemon.log.-1")]
    [InlineData("daemon.log.1x", "daemon.log.1x")]
    [InlineData("daemon.log.1000000", "daemon.log.1000000")]
    [InlineData("daemon.log.1\n", "daemon.log.1\n")]
    [InlineData("daemon.log.\u0661", "daemon.log.\u0661")]
    [InlineData("daemon.log-1", "daemon.log-1")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("192.0.2.1.log", "192.0.2.1.log")]
    [InlineData("named-9.18.log", "named-9.18.log")]
    [InlineData("daemon.log-20191341", "daemon.log-20191341")]
    [InlineData("daemon.log.20191341", "daemon.log.20191341")]
    [InlineData("daemon.log-20190229", "daemon.log-20190229")]
    [InlineData("daemon.log-20190531x", "daemon.log-20190531x")]
    [InlineData("daemon.log-20190500", "daemon.log-20190500")]
    [InlineData("daemon.log-2019053024", "daemon.log-2019053024")]
    [InlineData("daemon.log-201905300960", "daemon.log-201905300960")]
    [InlineData("daemon.log-2019-0530", "daemon.log-2019-0530")]
    [InlineData("daemon.log-201905-30", "daemon.log-201905-30")]
    [InlineData("daemon.log-02190530", "daemon.log-02190530")]
    [InlineData("daemon.log20190530", "daemon.log20190530")]
    [InlineData("daemon.log.20261322180226313", "daemon.log.20261322180226313")]
    [InlineData("daemon.log.20261122250226313", "daemon.log.20261122250226313")]
    [InlineData("daemon.log.2026112218022631", "daemon.log.2026112218022631")]
    [InlineData("daemon.log-2559210000", "daemon.log-2559210000")]
    [InlineData("daemon.log.GZ", "daemon.log.GZ")]
    public void WhatFollowsNoSchemeIsLive(string name, string baseName)
    {
        var parsed = RotationName.Parse(name);

        Assert.Equal((baseName, true, null, null), (parsed.BaseName, parsed.IsLive, parsed.Number, parsed.NotAfter));
    }

    [Theory]
    [InlineData("daemon.log.2.gz", "daemon.log.2", ".gz")]
    [InlineData("daemon.log.2", "daemon.log.2", "")]
    [InlineData("daemon.log.Z", "daemon.log", ".Z")]
    public void TheCompressionEndingIsSetApart(string name, string plain, string ending)
    {
        var parsed = RotationName.Parse(name);

        Assert.Equal((plain, ending), (parsed.PlainName, parsed.CompressionEnding));
    }
}
