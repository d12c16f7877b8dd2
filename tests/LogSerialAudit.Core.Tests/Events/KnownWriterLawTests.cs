using CsCheck;

namespace LogSerialAudit.Core.Tests.Events;

/// <summary>A line of the writer of the line before is not taken apart; it says what it says by itself all the same.</summary>
public sealed class KnownWriterLawTests
{
    private static readonly Gen<string> Heads = OneOf(
        "ns1 named[1]: ", "ns1 named[1]: ", "ns1 named[1]: ", "ns1 named[2]: ", "ns2 named[1]: ", "ns1 named[1]:", "ns1 named: ", "ns1 named/internal[1]: ", "ns1 named/internal[1]: ",
        "ns1 /usr/sbin/named[1]: ", "ns1 sshd[1]: ", "ns1 nsd[1]: ", "ns1 knotd[1]: ", "a-name-of-a-host-that-is-longer.example.net named[1]: ");

    private static readonly Gen<string> Befores = OneOf(
        "", "", "", "", " ", "  ", "\t", "[", "zoneload: info: ", "info: ", "general: ", "debug 1: ", "debug level 3: ", "client: ", "May 30 10:05:36 ", "30-May-2019 10:05:36.123 ", "2019-05-30T10:05:36Z ",
        "[1:0] info: ", "[INFO] ", "message repeated 2 times: [ ", "message repeated 0 times: [ ");

    private static readonly Gen<string> Messages = OneOf(
        "zone a.org/IN: loaded serial 5", "zone a.org/IN/our view: loaded serial 5", "zone A.org/IN (signed): loaded serial 5", "zone a.org/IN: expired", "zone /IN: expired", "zone a.org/IN:", "zone a.org",
        "zone a.org/IN: serial number (4) received from master 192.0.2.1#53 < ours (5)", "zone a.org/IN: serial number (4) received from primary <unknown address, family 7> < ours (5)",
        "transfer of 'a.org/IN' from 192.0.2.1#53: Transfer status: success", "client @0x7f0b3b700021 192.0.2.1#41248: received notify for zone 'a.org'", "client 192.0.2.1#41248: received notify for zone 'a.org'",
        "received SIGHUP signal to reload zones", "managed-keys-zone: loaded serial 3", "refresh_callback: zone a.org/IN: serial: new 4, old 5", "m", "z", "", "zone: a.org", "[zone a.org/IN: expired]", "zone a.org expired. primary unresponsive for 5 seconds");

    private static readonly Gen<string> Ends = OneOf("", "", "", "", "]", " ", "\t", "\r", "\0", "\0\0\r", " \r");

    /// <summary>Seconds since the line before, and which of two heads it has: mostly the first.</summary>
    private static readonly Gen<(int Step, int Head, string Message)[]> Lines =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 5], Gen.Select(Befores, Messages, Ends, (before, message, end) => before + message + end)).Array[1, 16];

    [Fact]
    public void ALineSaysTheSameByItself() => Gen.Select(Heads, Heads, Lines).Sample(
        (head, other, lines) =>
        {
            var second = 0;
            var text = Array.ConvertAll(lines, line => $"May 30 10:{(second += line.Step) / 60:00}:{second % 60:00} {(line.Head < 5 ? head : other)}{line.Message}\n");
            var alone = text.SelectMany((line, place) => Scanning.Show(Scanning.Scan(line)).Select(shown => $"{place + 1}{shown[1..]}"));

            Assert.Equal(alone, Scanning.Show(Scanning.Scan(string.Concat(text))));
        },
        iter: 10_000);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);
}
