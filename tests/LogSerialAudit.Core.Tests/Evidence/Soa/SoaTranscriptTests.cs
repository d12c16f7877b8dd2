using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Soa;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.Evidence.Soa;

/// <summary>What programs print that ask for SOA records.</summary>
public sealed class SoaTranscriptTests
{
    private const string Data = @"ns1.example.org. Host\.Master.example.org. 2019052501 10800 900 604800 86400";

    /// <summary>
    /// A transcript, and its answers: zone, server's name and address, time, what it rests on, whether it is authoritative, line.
    /// The texts are those of BIND 9.18's dig and host, of kdig 3.2 and of drill 1.8, with addresses for documentation.
    /// </summary>
    public static TheoryData<string, string> Understood => new()
    {
        {
            $"""
            ; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> @192.0.2.1 example.org SOA
            ; (1 server found)
            ;; global options: +cmd
            ;; Got answer:
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 32998
            ;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1

            ;; QUESTION SECTION:
            ;example.org.			IN	SOA

            ;; ANSWER SECTION:
            example.org.		3600	IN	SOA	{Data}

            ;; Query time: 0 msec
            ;; SERVER: 192.0.2.1#53(ns1.example.org) (UDP)
            ;; WHEN: Sat Nov 28 02:03:42 UTC 2026
            ;; MSG SIZE  rcvd: 120
            """,
            "example.org ns1.example.org 192.0.2.1 2026-11-28T02:03:42Z transcript aa :12"
        },
        { // Two answers, each with its own footer; the second comes from a cache.
            $"""
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
            ;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
            example.org. 3600 IN SOA {Data}
            ;; SERVER: 192.0.2.1#53(192.0.2.1)
            ;; WHEN: Thu May 30 14:28:19 PDT 2019
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 2
            ;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
            example.org. 12 IN SOA {Data}
            ;; SERVER: 2001:db8::53#53(2001:db8::53) (TCP)
            ;; WHEN: Thu May 30 14:28:20 2019
            """,
            "example.org - 192.0.2.1 2019-05-30T21:28:19Z transcript aa :3|example.org - 2001:db8::53 2019-05-30T21:28:20Z zone-unsure no-aa :8"
        },
        { // Without comments, with statistics.
            $"""
            example.org. 3600 IN SOA {Data}
            ;; SERVER: 192.0.2.1#53(ns1.example.org) (UDP)
            ;; WHEN: Sat Nov 28 02:03:42 UTC 2026
            ;; MSG SIZE  rcvd: 120

            example.org. 3600 IN SOA {Data}
            ;; SERVER: 192.0.2.2#53(ns2.example.org) (UDP)
            ;; WHEN: Sat Nov 28 02:03:43 UTC 2026
            """,
            "example.org ns1.example.org 192.0.2.1 2026-11-28T02:03:42Z transcript - :1|example.org ns2.example.org 192.0.2.2 2026-11-28T02:03:43Z transcript - :6"
        },
        {
            """
            $ dig @192.0.2.1 +multiline +noall +answer example.org SOA
            example.org.		3600 IN	SOA ns1.example.org. Host\.Master.example.org. (
            				2019052501 ; serial
            				10800      ; refresh (3 hours)
            				900        ; retry (15 minutes)
            				604800     ; expire (1 week)
            				86400      ; minimum (1 day)
            				)
            $ dig @192.0.2.2 example.org SOA +noall +answer
            """ + $"\nexample.org.	1h	IN	SOA	{Data}",
            "example.org - 192.0.2.1 2020-01-02T03:04:05Z file-time - :2|example.org - 192.0.2.2 2020-01-02T03:04:05Z file-time - :10"
        },
        { $"me@host:~$ dig +short @ns2.example.org Example.ORG soa\n{Data}\n", "example.org ns2.example.org - 2020-01-02T03:04:05Z file-time - :2" },
        { $"# dig -t SOA -q example.org -p 5353 @2001:db8::1 +short | sort\n{Data}\n", "example.org - 2001:db8::1 2020-01-02T03:04:05Z file-time - :2" },
        { $"% for ns in a b; do dig +short @$ns example.org SOA; done\n{Data}\n{Data}", "example.org - - 2020-01-02T03:04:05Z file-time - :2|example.org - - 2020-01-02T03:04:05Z file-time - :3" },
        { $"$ dig +short +identify example.org SOA\n{Data} from server 192.0.2.1 in 3 ms.", "example.org - 192.0.2.1 2020-01-02T03:04:05Z file-time - :2" },
        {
            $"""
            $ dig +nssearch example.org
            SOA {Data} from server 192.0.2.1 in 0 ms.
            SOA {Data} from server 2001:db8::2 in 174 us.
            SOA {Data} from server ns3.example.org at 192.0.2.3 in 12 ms.
            """,
            "example.org - 192.0.2.1 2020-01-02T03:04:05Z file-time - :2|example.org - 2001:db8::2 2020-01-02T03:04:05Z file-time - :3|example.org ns3.example.org 192.0.2.3 2020-01-02T03:04:05Z file-time - :4"
        },
        {
            $"""
            Nameserver 192.0.2.1:
            	example.org has SOA record {Data}
            Nameserver ns2.example.org:
            	example.org has SOA record {Data}
            """,
            "example.org - 192.0.2.1 2020-01-02T03:04:05Z file-time - :2|example.org ns2.example.org - 2020-01-02T03:04:05Z file-time - :4"
        },
        {
            $"""
            Using domain server:
            Name: ns1.example.org
            Address: 192.0.2.1#53
            Aliases: 

            example.org has SOA record {Data}
            """,
            "example.org ns1.example.org 192.0.2.1 2020-01-02T03:04:05Z file-time - :6"
        },
        {
            $"""
            ;; ->>HEADER<<- opcode: QUERY; status: NOERROR; id: 20711
            ;; Flags: qr aa rd ra; QUERY: 1; ANSWER: 1; AUTHORITY: 0; ADDITIONAL: 0

            ;; QUESTION SECTION:
            ;; example.org.        		IN	SOA

            ;; ANSWER SECTION:
            example.org.        	3600	IN	SOA	{Data}

            ;; Received 81 B
            ;; Time 2026-11-28 02:03:43 UTC
            ;; From 192.0.2.1@53(UDP) in 0.2 ms
            """,
            "example.org - 192.0.2.1 2026-11-28T02:03:43Z transcript aa :8"
        },
        {
            $"""
            - type: MESSAGE
              message:
                response_time: !!timestamp 2026-11-28T02:03:42.929Z
                response_address: "192.0.2.1"
                  QUESTION_SECTION:
                    - 'example.org. IN SOA'
                  ANSWER_SECTION:
                    - 'example.org. 3600 IN SOA {Data}'
            - type: MESSAGE
              message:
                response_time: !!timestamp 2026-11-28T02:03:43.000Z
                response_address: "192.0.2.2"
                  ANSWER_SECTION:
                    - 'example.org. 3600 IN SOA {Data}'
            """,
            "example.org - 192.0.2.1 2026-11-28T02:03:42.929Z transcript - :8|example.org - 192.0.2.2 2026-11-28T02:03:43Z transcript - :14"
        },
        { // A transfer begins and ends with the record.
            $"""
            ; <<>> DiG 9.18.49 <<>> @192.0.2.1 axfr example.org
            example.org. 3600 IN SOA {Data}
            example.org. 3600 IN NS ns1.example.org.
            example.org. 3600 IN SOA {Data}
            ;; SERVER: 192.0.2.1#53(192.0.2.1) (TCP)
            """,
            "example.org - 192.0.2.1 2020-01-02T03:04:05Z file-time - :2"
        },
        { // As a script printed it, in a mail, wrapped and quoted. The second mail is older than the first.
            """
            From a@example.org  Sat Jun  1 04:30:56 2019
            Date: Sat, 1 Jun 2019 04:30:56 +0000
            Subject: serials

            example.org. IN SOA ns1.example.org.  
            Host\.Master.example.org. 2019052501 10800 900  
            604800 86400 @192.0.2.1 (ns1.example.org.)
            > Date: Thu, 30 May 2019 14:28:19 -0700
            >
            > $ soa-check example.org
            > example.org. IN SOA ns1.example.org. Host\.Master.example.org.  
            > 2019052501 10800 900 604800 86400 @2001:db8::2  
            > (ns2.example.org.)
            > example.org. IN SOA ns1.example.org. Host\.Master.example.org. 2019052501 10800 900 604800 86400 @192.0.2.3 (ns3.example.org.)
            """,
            "example.org ns1.example.org 192.0.2.1 2019-06-01T04:30:56Z mail-date - :5|example.org ns2.example.org 2001:db8::2 2019-05-30T21:28:19Z mail-date - :11|example.org ns3.example.org 192.0.2.3 2019-05-30T21:28:19Z mail-date - :14"
        },
        { $". 86400 IN SOA {Data}\n;; SERVER: 192.0.2.1#53(192.0.2.1) (UDP)\n", ". - 192.0.2.1 2020-01-02T03:04:05Z file-time - :1" },
    };

    /// <summary>A transcript, and where it is wrong: line, column, what is expected.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "junk\nexample.org. 3600 IN SOA ns1.example.org. h.example.org. 4294967296 1 1 1 1", ":2:58: expected the serial, a number up to 4294967295" },
        { "example.org. IN SOA ns1.example.org. h.example.org. 1x 1 1 1 1", ":1:53: expected the serial, a number up to 4294967295" },
        { "example.org. IN SOA ns1.example.org. h.example.org. -1 1 1 1 1", ":1:53: expected the serial, a number up to 4294967295" },
        { "example.org. IN SOA ns1.example.org. h.example.org. ١ 1 1 1 1", ":1:53: expected the serial, a number up to 4294967295" },
        { "example.org. IN SOA ns1.example.org. 1 1 1 1 1", ":1:38: expected the mailbox, a name with a dot" },
        { "> example.org. IN SOA ns1.example.org. h.example.org. 1 1\n> 1 1 never @192.0.2.1 (ns1.)", ":2:7: expected MINIMUM, a time in seconds" },
        { "example.org has SOA record ns1.example.org. h.example.org. 1 1 1 1 -", ":1:68: expected MINIMUM, a time in seconds" },
        { "SOA ns1.example.org. h.example.org. 1 1 1 x 1 from server 192.0.2.1 in 0 ms.", ":1:43: expected EXPIRE, a time in seconds" },
        { "$ dig +short example.org SOA\nns1.example.org. h.example.org. 99999999999 1 1 1 1", ":2:33: expected the serial, a number up to 4294967295" },
        { "ns1.example.org. h.example.org. 1 1 1 1 1", ":1:1: this record has no zone, and no command before it tells it: name it, as ZONE=FILE" },
        { "$ dig +short $z SOA\nns1.example.org. h.example.org. 1 1 1 1 1", ":2:1: this record has no zone, and no command before it tells it: name it, as ZONE=FILE" },
        { "example.org. IN SOA a. b. 1 1 1 1 1\n;; WHEN: yesterday", ":2:10: not a time such as Sat Nov 28 02:03:42 UTC 2026" },
    };

    /// <summary>Texts without an answer.</summary>
    public static TheoryData<string> PassedOver =>
    [
        "",
        ";example.org. IN SOA",
        "example.org. 3600 IN RRSIG SOA 8 2 3600 20190625154754 20190526144754 1 example.org. abc=",
        "example.org. 3600 IN NSEC a.example.org. NS SOA RRSIG NSEC DNSKEY",
        "the IN SOA record is as it was",
        "balug.org SOA serial 5 differs",
        "SOA records, all of them",
        "who has SOA records",
        "$ dig example.org SOA",
        "example.org. IN SOA",
    ];

    [Theory]
    [MemberData(nameof(Understood))]
    public void EveryProgramsAnswersAreUnderstood(string transcript, string expected)
    {
        using var file = new EvidenceFile(transcript);
        var errors = new List<EvidenceError>();
        var read = SoaTranscript.Read(new SoaSource(file.Path), DateTimeZoneProviders.Tzdb["America/Los_Angeles"], errors);
        Assert.Empty(errors);
        Assert.Equal(expected, string.Join('|', read.Answers.Select(Text)));
        Assert.All(read.Answers, answer => Assert.Equal(Data, $"{answer.Soa.MName}. {answer.Soa.RName}. {answer.Serial} {answer.Soa.Refresh} {answer.Soa.Retry} {answer.Soa.Expire} {answer.Soa.Minimum}"));
        Assert.Equal(transcript.TrimEnd('\n').Split('\n').Length, read.Lines);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatBeginsLikeARecordAndIsNoneIsPointedAt(string transcript, string error)
    {
        using var file = new EvidenceFile(transcript);
        var errors = new List<EvidenceError>();
        _ = SoaTranscript.Read(new SoaSource(file.Path), DateTimeZone.Utc, errors);
        Assert.Equal(file.Path + error, Assert.Single(errors).ToString());
    }

    [Theory]
    [MemberData(nameof(PassedOver))]
    public void OtherTextSaysNothingAndIsCounted(string text)
    {
        using var file = new EvidenceFile(text);
        var errors = new List<EvidenceError>();
        var read = SoaTranscript.Read(new SoaSource(file.Path), DateTimeZone.Utc, errors);
        Assert.Empty(read.Answers);
        Assert.Equal("no SOA record here; expected what dig, dig +short, dig +nssearch or host -C prints", Assert.Single(errors).Message);
    }

    [Fact]
    public void AZoneThatIsNamedIsThatOfAnswersWithoutOne()
    {
        using var file = new EvidenceFile($"{Data}\nother.org. IN SOA {Data}\n");
        var errors = new List<EvidenceError>();
        var read = SoaTranscript.Read(new SoaSource(file.Path, "Example.org.", Instant.FromUtc(2019, 6, 1, 0, 0)), DateTimeZone.Utc, errors);
        Assert.Empty(errors);
        Assert.Equal("example.org - - 2019-06-01T00:00:00Z case - :1|other.org - - 2019-06-01T00:00:00Z case - :2", string.Join('|', read.Answers.Select(Text)));
    }

    [Fact]
    public void LinesThatAreNoAnswerAreCounted()
    {
        using var file = new EvidenceFile($"hello\n$ dig +short example.org soa\n{Data}\n$ exit\n\n");
        var read = SoaTranscript.Read(new SoaSource(file.Path), DateTimeZone.Utc, []);
        Assert.Equal((5L, 3L), (read.Lines, read.Skipped));
    }

    private static string Text(SoaAnswer answer) => string.Join(
        ' ',
        answer.Zone,
        answer.ServerName.Length > 0 ? answer.ServerName : "-",
        answer.ServerAddress.Length > 0 ? answer.ServerAddress : "-",
        answer.Asked is { } asked ? InstantPattern.ExtendedIso.Format(asked) : "-",
        answer.DatedBy.Word(),
        answer.IsAuthoritative switch { true => "aa", false => "no-aa", _ => "-" },
        $":{answer.Source.Line}");
}
