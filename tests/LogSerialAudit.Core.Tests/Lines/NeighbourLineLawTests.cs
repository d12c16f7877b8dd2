using CsCheck;
using LogSerialAudit.Lines;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>What the line before has in common with a line makes it quicker to read, and changes nothing of what is read.</summary>
public sealed class NeighbourLineLawTests
{
    private static readonly ProgramNames Programs = new(["named", "nsd", "unbound"]);

    private static readonly string[] Stamps =
    [
        "May 30 10:05:36 ", "May 30 10:05:37 ", "May  5 10:05:36 ", "May 5 10:05:36 ", "May 30 1x:05:36 ", "5月 30 10:05:36 ", "1 x 30 10:05:36 ", "<30>May 30 10:05:36 ",
        "2019-05-30T10:05:36Z ", "/var/log/a:May 30 10:05:36 ", "Thu May 30 10:05:36 2019 ", "May 30 10:05:36 2019 ", "1559235936 ", "17:May 30 10:05:36 ", "May 30 10:05:36", "May 30 10:05:36.5 ", "Xyz 30 10:05:36 ", "May 99 10:05:36 ", "May 30 99:05:36 ", "",
    ];

    private static readonly string[] Hosts = ["ns1 ", "ns1 ", "ns1 ", "ns10 ", "ns", "Domain ", "a: ", "a] ", "<a> ", "zone ", "daemon.err ", " ", "", "ns1.example.org ", "ns12.example.org ", "2019 ", "2019 ns1 ", "Message forwarded from ns1: ", "ns1.longer.example.org "];

    private static readonly string[] Tags =
    [
        "named[17]: ", "named[17]:", "sshd[3]: ", "kernel: ", " named[17]: ", " sshd[3]: ", "  daemon.err named[17]: ", "named[170]: ", "named: ", "named[17] ", "named[17:0]: ", "named[x]: ", "named[17", "sshd[3]: ", "sshd[3]: ", "kernel: ", "a/named[17]: ", "named/a[17]: ",
        "daemon.err named[17]: ", "daemon.err sshd[3]: ", "<daemon.err> named[17]: ", "<3.6>named[17]: ", "daemon:info named[17]: ", "daemon:info sshd[3]: ", "d:info named: ", "auth|security:info named[17]: ", "named[17] <Notice>: ", "sshd[3] <Info>: ", "postfix/smtpd[17]: ", "averyveryverylongprogram[17]: ", "named[17]: [ID 702911 local0.error] ",
        "-- MARK --", "last message repeated 2 times", "syslogd: last message repeated 2 times", ":", "[", "named:x", "", "abcdefghijklmn/:", "abcdefghijklm/n[3]: ", "abcdefghijkl/nam[", "nagios[3]: ",
        "bf2a1b4c5d6e[812]: ", "3f2a1b4c5d6e[812]: ", "docker/bf2a1b4c5d6e[812]: ", "postfix/smtp[17]: ", "bf2a1b4c5d6[812]: ", "bf2a1b4c5d6e: ",
    ];

    private static readonly string[] Messages = ["zone a/IN: expired", "a message that is long enough", "another one that is", "[ID 1 x] y", "[x] y", "<Notice>: y", "[1558725628] nsd[5]: info: a message", "x", " x", "a long message that goes on and on: [17]", "", "\0"];

    /// <summary>Lines of the first few pieces, which are alike, and of all.</summary>
    private static readonly Gen<string> AnyLine = Gen.Bool.SelectMany(areAlike => LineOf(areAlike ? 4 : int.MaxValue));

    /// <summary>Lines of mostly one host, a second after one another.</summary>
    private static readonly Gen<string[]> LinesOfAHost = Any(Hosts, int.MaxValue).SelectMany(
        host => LineOf(Any(Stamps, 2), Gen.Frequency((20, Gen.Const(host)), (1, Any(Hosts, int.MaxValue))), Any(Tags, int.MaxValue), Any(Messages, int.MaxValue)).Array[2, 12]);

    [Fact]
    public void ALineIsReadTheSameBehindAnyOther() =>
        AnyLine.Array[2, 12].Sample(
            lines =>
            {
                var reader = new LineReader(Programs);
                foreach (var line in lines)
                {
                    Assert.Equal(Read(new LineReader(Programs), line), Read(reader, line));
                }
            },
            iter: 20_000);

    [Fact]
    public void ALineOfAnotherProgramIsNoServersAndOfTheSameHost()
    {
        var told = 0;
        AnyLine.Array[2, 12].Sample(
            lines =>
            {
                var reader = new LineReader(Programs);
                var host = "";
                foreach (var line in lines)
                {
                    if (reader.IsOfOtherProgram(Shown.Bytes(line)))
                    {
                        var number = 0L;
                        var fresh = new LineReader(Programs);
                        Assert.True(fresh.Read(Shown.Bytes(line), ref number, out var envelope));
                        Assert.Equal((StampForm.Classic, host, false, true), (envelope.StampForm, Shown.Text(envelope.Host), fresh.IsServer(envelope), envelope.Within.IsEmpty));
                        Interlocked.Increment(ref told);
                    }
                    else
                    {
                        var number = 0L;
                        reader.Read(Shown.Bytes(line), ref number, out var envelope);
                        host = Shown.Text(envelope.Host);
                    }
                }
            },
            iter: 20_000);
        Assert.True(told > 500, $"{told} lines were told by the line before");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LinesThatArePassedByTogetherAreOfOtherPrograms(bool isDated)
    {
        var passed = 0;
        LinesOfAHost.Sample(
            lines =>
            {
                var reader = new LineReader(Programs);
                var number = 0L;
                reader.Read(Shown.Bytes(lines[0]), ref number, out _);
                if (reader.KnownHost == 0)
                {
                    return;
                }

                var near = isDated ? NearStamp.Of(Shown.Bytes(lines[0])) : default;
                var text = Shown.Bytes(string.Concat(lines[1..].Select(line => line + "\n")));
                int[] ends = [];
                LineEnds.Find(text, ref ends);
                var count = reader.CountOfOtherPrograms(text, 0, ends.AsSpan(0, lines.Length - 1), ref near);

                Assert.All(lines[1..(count + 1)], line => Assert.True(reader.IsOfOtherProgram(Shown.Bytes(line)), line));
                Assert.True(!isDated || lines[count].StartsWith(lines[0][..11], StringComparison.Ordinal), lines[count]);
                Interlocked.Add(ref passed, count);
            },
            iter: 60_000);
        Assert.True(passed > 500, $"{passed} lines were passed by");
    }

    [Fact]
    public void LinesWithTheSameHeadAreOfTheSameProcess()
    {
        var known = 0;
        AnyLine.Array[2, 12].Sample(
            lines =>
            {
                var reader = new LineReader(Programs);
                var writers = new Dictionary<int, string>();
                foreach (var line in lines)
                {
                    var number = 0L;
                    if (!reader.Read(Shown.Bytes(line), ref number, out var envelope))
                    {
                        continue;
                    }

                    ServerPrefix.Strip(ref envelope);
                    if (envelope.Head > 0)
                    {
                        Assert.True(Programs.Contains(envelope.Program), line);
                        var writer = $"{Shown.Text(envelope.Host)} {Shown.Text(envelope.Program)} {envelope.Pid} {Shown.Text(envelope.Within)}";
                        Assert.Equal(writers.TryAdd(envelope.Head, writer) ? writer : writers[envelope.Head], writer);
                        Interlocked.Increment(ref known);
                    }
                }
            },
            iter: 20_000);
        Assert.True(known > 500, $"{known} lines had a head that was known");
    }

    [Theory]
    [InlineData("May 30 10:05:36 ns1 Domain 'a' is fresh")]
    [InlineData("May 30 10:05:36 ns1 sshd[3]: message")]
    public void ALogThatNamesNoHostHasNone(string line)
    {
        var reader = new LineReader(Programs);
        Read(reader, "May 30 10:05:36 ns1 sshd[3]: before");
        Read(reader, "May 30 10:05:36 Domain 'a.example' is fresh");

        Assert.False(reader.IsOfOtherProgram(Shown.Bytes(line)));
    }

    private static Gen<string> LineOf(int most) => LineOf(Any(Stamps, most), Any(Hosts, most), Any(Tags, most), Any(Messages, most));

    private static Gen<string> LineOf(Gen<string> stamps, Gen<string> hosts, Gen<string> tags, Gen<string> messages) =>
        from stamp in stamps
        from host in hosts
        from tag in tags
        from message in messages
        from cut in Gen.OneOf(Gen.Const(int.MaxValue), Gen.Int[0, 64])
        let line = stamp + host + tag + message
        select line[..Math.Min(line.Length, cut)];

    private static Gen<string> Any(string[] of, int most) => Gen.Int[0, Math.Min(of.Length, most) - 1].Select(place => of[place]);

    private static string Read(LineReader reader, string line)
    {
        var number = 0L;
        return reader.Read(Shown.Bytes(line), ref number, out var envelope)
            ? $"{envelope.StampForm} {Shown.Envelope(envelope)} {envelope.IsSyslog} {reader.IsServer(envelope)} {Shown.Text(envelope.ImpliedProgram)} {Shown.Text(envelope.Within)}"
            : "held";
    }
}
