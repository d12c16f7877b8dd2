using System.Text;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Marks;
using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.Evidence.Vms;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Evidence;

/// <summary>Evidence comes from others: whatever stands in it, reading it ends, and each fact and fault has its place.</summary>
public sealed class HostileEvidenceTests
{
    private const int Rounds = 400;

    private const string Answers = """
        Date: Thu, 30 May 2019 14:28:19 -0700
        ; <<>> DiG 9.18.49 <<>> @192.0.2.1 example.org SOA
        ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
        ;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
        example.org. 3600 IN SOA ns1.example.org. h\\.m.example.org. (
            2019052501 ; serial
            10800 900 604800 86400 )
        ;; SERVER: 192.0.2.1#53(ns1.example.org) (UDP)
        ;; WHEN: Thu May 30 14:28:19 PDT 2019
        > example.org. IN SOA ns1.example.org. h.example.org. 2019052502
        > 10800 900 604800 86400 @2001:db8::1 (ns2.example.org.)
        $ dig +nssearch example.org
        SOA ns1.example.org. h.example.org. 2019052503 10800 900 604800 86400 from server 192.0.2.3 in 0 ms.
        Nameserver 192.0.2.4:
            example.org has SOA record ns1.example.org. h.example.org. 2019052504 10800 900 604800 86400
        ns1.example.org. h.example.org. 2019052505 10800 900 604800 86400
        """;

    private const string Entries = "time,size,what\n2019-05-25T16:23:51Z,5,\"a\"\"b\"\n1558801431,6,x\nSat May 25 09:23:51 PDT 2019,7,\"y\nz\"\n";

    private const string Machine = "2019-05-25 16:00:00.000+0000: starting up libvirt version: 5.0.0, hostname: h\n2019-07-24T06:47:22.188194Z qemu: x\n2019-05-25 17:00:00.000+0000: shutting down, reason=shutdown\n";

    private static readonly string[] Pieces = ["\0", "\r", "\n", "(", ")", ";", "\"", "'", "\\", "@", ">", "> ", "\u2028", "\U0001F600", "\ud800", "4294967296", "SOA ", " IN ", ",", "\t", "\u0661", "-", new string('9', 300), new string('(', 300)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NothingThatStandsInItThrows(int seed)
    {
        var random = new Random(seed);
        var facts = 0;
        for (var round = 0; round < Rounds; round++)
        {
            facts += ReadAnswers(Changed(Answers, random)) + ReadMarks(Changed(Entries, random)) + ReadMachine(Changed(Machine, random));
        }

        Assert.True(facts > Rounds, $"only {facts} facts");
    }

    private static int ReadAnswers(string text)
    {
        using var file = new EvidenceFile(text);
        var errors = new List<EvidenceError>();
        var read = SoaTranscript.Read(new SoaSource(file.Path), DateTimeZone.Utc, errors);
        Assert.InRange(read.Skipped, 0, read.Lines);
        Assert.All(read.Answers, answer => Assert.InRange(answer.Source.Line, 1, read.Lines));
        AssertPlaced(errors, read.Lines);
        return read.Answers.Count;
    }

    private static int ReadMarks(string text)
    {
        using var file = new EvidenceFile(text);
        var errors = new List<EvidenceError>();
        var read = MarkSeries.Read(new MarkSource("m", file.Path, "", DateTimeZone.Utc), errors);
        Assert.All(read.Marks, mark => Assert.InRange(mark.Source.Line, 1, read.Lines));
        AssertPlaced(errors, read.Lines);
        return read.Marks.Count;
    }

    private static int ReadMachine(string text)
    {
        using var file = new EvidenceFile(text);
        var errors = new List<EvidenceError>();
        return VmRun.Of(VmLog.Read("h", file.Path, errors)).Count;
    }

    private static void AssertPlaced(List<EvidenceError> errors, long lines) =>
        Assert.All(errors, error => Assert.True(error.Line >= 0 && error.Line <= lines + 1 && (error.Line == 0 || error.Column >= 1), error.ToString()));

    /// <summary>Cuts, doubles and puts in, some times.</summary>
    private static string Changed(string text, Random random)
    {
        var changed = new StringBuilder(text);
        for (var change = random.Next(6); change > 0; change--)
        {
            var at = random.Next(changed.Length + 1);
            var length = Math.Min(random.Next(40), changed.Length - at);
            switch (random.Next(3))
            {
                case 0:
                    _ = changed.Remove(at, length);
                    break;
                case 1:
                    _ = changed.Insert(random.Next(changed.Length + 1), changed.ToString(at, length));
                    break;
                default:
                    _ = changed.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return changed.ToString();
    }
}
