using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

public sealed class BindPrefixTests
{
    private static readonly EnvelopeReader Reader = new(new ProgramNames(["named"]));

    [Theory]
    [InlineData("zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("info: zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("general: zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("general: info: zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("general: warning: zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("general: notice: all zones loaded", "all zones loaded")]
    [InlineData("general: error: zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("general: critical: exiting (due to fatal error)", "exiting (due to fatal error)")]
    [InlineData("debug 3: zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("xfer-in: debug 3: zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("general: level 7: zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("general: level -1: zone a/IN: expired", "zone a/IN: expired")]
    [InlineData("rpz: info: rpz: local: reload start", "rpz: local: reload start")]
    [InlineData("rpz: local: reload start", "rpz: local: reload start")]
    [InlineData("catz: info: catz: updating catalog zone 'c.example' with serial 5", "catz: updating catalog zone 'c.example' with serial 5")]
    [InlineData("catz: updating catalog zone 'c.example' with serial 5", "catz: updating catalog zone 'c.example' with serial 5")]
    [InlineData("zoneload: info: managed-keys-zone: loaded serial 0", "managed-keys-zone: loaded serial 0")]
    [InlineData("zoneload: managed-keys-zone: loaded serial 0", "managed-keys-zone: loaded serial 0")]
    [InlineData("managed-keys-zone: loaded serial 0", "managed-keys-zone: loaded serial 0")]
    [InlineData("redirect-zone: refresh: x", "redirect-zone: refresh: x")]
    [InlineData("client: client 192.0.2.1#5: x", "client 192.0.2.1#5: x")]
    [InlineData("client @0x7f51 192.0.2.1#5: x", "client @0x7f51 192.0.2.1#5: x")]
    [InlineData("client 192.0.2.1#5: x", "client 192.0.2.1#5: x")]
    [InlineData("client ::1#5: error: x", "client ::1#5: error: x")]
    [InlineData("notify: info: client @0x7f51 192.0.2.1#5: x", "client @0x7f51 192.0.2.1#5: x")]
    [InlineData("refresh_callback: zone a/IN: ahead", "refresh_callback: zone a/IN: ahead")]
    [InlineData("general: debug 1: refresh_callback: zone a/IN: ahead", "refresh_callback: zone a/IN: ahead")]
    [InlineData("received control channel command 'reload'", "received control channel command 'reload'")]
    [InlineData("shutting down: flushing changes", "shutting down: flushing changes")]
    [InlineData("sync: dumping all zones: success", "sync: dumping all zones: success")]
    [InlineData("running as: named -g", "running as: named -g")]
    [InlineData("debug level 3: zone a/IN: expired", "debug level 3: zone a/IN: expired")]
    [InlineData("received notify for zone 'a.example'", "received notify for zone 'a.example'")]
    [InlineData("general info: zone a/IN: expired", "general info: zone a/IN: expired")]
    [InlineData("debug 3: received notify for zone 'a.example'", "received notify for zone 'a.example'")]
    [InlineData("debug : x", "debug : x")]
    [InlineData("debug x: y", "debug x: y")]
    [InlineData("debug 1234567: y", "debug 1234567: y")]
    [InlineData("info:", "info:")]
    [InlineData(": info: x", ": info: x")]
    [InlineData("Info: x", "Info: x")]
    [InlineData("", "-")]
    public void CategoryAndSeverityAreTakenOffAndNothingElse(string message, string expected)
    {
        foreach (var stamp in new[] { "25-May-2019 07:38:01.482", "2019-05-25T07:38:01.482", "2019-05-25T07:38:01.482Z", "2019-05-25T07:38:01.482+02:00" })
        {
            Assert.EndsWith($" | - | - | {expected}", Read($"{stamp} {message}"), StringComparison.Ordinal);
        }

        Assert.Equal($"- | - | - | {expected}", Read(message));
        Assert.Equal($"05-25 07:38:01 | ns | named[1] | {expected}", Read($"May 25 07:38:01 ns named[1]: {message}"));
    }

    [Theory]
    [InlineData("May 25 00:31:44 ns named[1]: 25-May-2019 07:38:01.482 zone a/IN: expired", "2019-05-25 07:38:01.482 | ns | named[1] | zone a/IN: expired")]
    [InlineData("May 25 00:31:44 ns named[1]: 25-May-2019 07:38:01.482 general: info: zone a/IN: expired", "2019-05-25 07:38:01.482 | ns | named[1] | zone a/IN: expired")]
    [InlineData("May 25 00:38:01 ns named[1]: 2019-05-25T07:38:01.482Z general: zone a/IN: expired", "2019-05-25 07:38:01.482 +00:00 | ns | named[1] | zone a/IN: expired")]
    [InlineData("2019-05-25T00:38:02-07:00 ns named[1]: 25-May-2019 07:38:01.482 zone a/IN: expired", "2019-05-25 00:38:02 -07:00 | ns | named[1] | zone a/IN: expired")]
    [InlineData("<30>1 - ns named 1 - - 25-May-2019 07:38:01.482 zone a/IN: expired", "2019-05-25 07:38:01.482 | ns | named[1] | zone a/IN: expired")]
    [InlineData("May 25 00:38:01 ns named[1]: May 25 00:38:01 zone a/IN: expired", "05-25 00:38:01 | ns | named[1] | zone a/IN: expired")]
    [InlineData("May 25 00:38:01 ns named[1]: 25-Bad-2019 07:38:01.482 zone a/IN: expired", "05-25 00:38:01 | ns | named[1] | 25-Bad-2019 07:38:01.482 zone a/IN: expired")]
    [InlineData("May 25 00:38:01 ns named[1]: 25-May-2019 07:38:01.482", "05-25 00:38:01 | ns | named[1] | 25-May-2019 07:38:01.482")]
    public void OfTwoStampsTheOneWithAYearCounts(string line, string expected) => Assert.Equal(expected, Read(line));

    private static string Read(string line)
    {
        Reader.Read(Shown.Bytes(line), out var envelope);
        BindPrefix.Strip(ref envelope);
        return Shown.Envelope(envelope);
    }
}
