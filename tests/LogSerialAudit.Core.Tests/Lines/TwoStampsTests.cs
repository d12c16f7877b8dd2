using LogSerialAudit.Dating;
using LogSerialAudit.Lines;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>Lines of syslog with the server's own stamp within: which of the two dates them, in a log of Berlin.</summary>
public sealed class TwoStampsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    // One zone: the server's own is the fuller one.
    [InlineData("Jul 10 12:00:01", "10-Jul-2025 12:00:01.123", "2025-07-10T10:00:01.123Z")]
    [InlineData("Jul 10 12:00:02", "10-Jul-2025 12:00:01.923", "2025-07-10T10:00:01.923Z")]
    [InlineData("Jul 10 12:00:00", "10-Jul-2025 12:00:01.001", "2025-07-10T10:00:01.001Z")]
    [InlineData("Jan  1 00:00:00", "31-Dec-2024 23:59:59.999", "2024-12-31T22:59:59.999Z")]
    // A relay that was late.
    [InlineData("Jul 10 12:14:50", "10-Jul-2025 12:00:01.123", "2025-07-10T10:00:01.123Z")]
    [InlineData("Jul 10 14:00:08", "10-Jul-2025 12:00:01.123", "2025-07-10T10:00:01.123Z")]
    [InlineData("Jul 13 12:00:01", "10-Jul-2025 12:00:01.123", "2025-07-10T10:00:01.123Z")]
    // Stamps that say it themselves.
    [InlineData("Jul 10 12:00:01", "2025-07-10T10:00:01.123Z", "2025-07-10T10:00:01.123Z")]
    [InlineData("Jul 10 12:00:01", "2025-07-10T03:00:01.123-07:00", "2025-07-10T10:00:01.123Z")]
    // The server has another zone than the syslog.
    [InlineData("Jul 10 12:00:01", "10-Jul-2025 10:00:01.123", "2025-07-10T10:00:01.123Z zone-unsure")]
    [InlineData("Jul 10 12:00:01", "2025-07-10T10:00:01.123", "2025-07-10T10:00:01.123Z zone-unsure")]
    [InlineData("Jul 10 12:00:03", "10-Jul-2025 10:00:01.923", "2025-07-10T10:00:01.923Z zone-unsure")]
    [InlineData("Jul 10 12:00:00", "10-Jul-2025 17:45:00.500", "2025-07-10T10:00:00.500Z zone-unsure")]
    [InlineData("Jan  1 00:59:59", "31-Dec-2024 23:59:59.999", "2024-12-31T23:59:59.999Z zone-unsure")]
    [InlineData("Dec 31 23:59:59", "01-Jan-2025 07:59:59.999", "2024-12-31T22:59:59.999Z zone-unsure")]
    [InlineData("Mar  1 01:00:00", "29-Feb-2024 22:00:00.000", "2024-03-01T00:00:00Z zone-unsure")]
    public void TheServersOwnStampDatesALineInTheZoneOfTheSyslog(string outer, string own, string expected)
    {
        var reader = new EnvelopeReader(new ProgramNames(["named"]));
        reader.Read(Shown.Bytes($"{outer} ns1 named[17]: {own} general: info: x"), out var envelope);
        ServerPrefix.Strip(ref envelope);
        var stamp = envelope.ReadStamp();
        var dated = new StampDater(Berlin).Date(stamp, 1, new ClockRun(stamp, 1) { Year = stamp.Year, YearIsSure = true });

        Assert.Equal(expected, $"{dated.At.ToString(dated.At.ToUnixTimeTicks() % NodaConstants.TicksPerSecond == 0 ? "g" : "uuuu-MM-ddTHH:mm:ss.fff'Z'", null)} {dated.Mark.Word()}".TrimEnd());
        Assert.Equal("x", Shown.Text(envelope.Message));
    }
}
