using System.Text;
using CsCheck;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>
/// Nothing that a mail can hold crashes, hangs, or takes memory that grows with it. Memory is counted for the whole process,
/// so nothing else may run at the time.
/// </summary>
[Collection(nameof(HostileMailTests))]
public sealed class HostileMailTests
{
    private const string Header = "From: a\nSubject: b\nDate: Thu, 30 May 2019 11:20:26 -0700\n";

    [Fact]
    public void PartsInPartsEndSomewhere()
    {
        var text = new StringBuilder(Header);
        for (var depth = 0; depth < 5000; depth++)
        {
            text.Append($"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
        }

        var found = Finding.In(text.Append("\n" + Finding.Complaint + "\n").ToString());

        Assert.Empty(found.Events);
        Assert.Contains("parts nested more than 32 deep, at line 101, is not read", found.Document!.Remarks);
    }

    [Fact]
    public void MailsInMailsAreReadToTheLast() =>
        Assert.Single(Finding.In(Header + string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\nFrom: a\n", 5000)) + "\n" + Finding.Complaint + "\n").Events);

    [Theory]
    [InlineData("X-Fold: a\n", " and on\n")]
    [InlineData("Content-Type: text/plain;\n", " x=yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy;\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"", "bbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    [InlineData("Date: ", "(((((((((((((((((((((((((((((((")]
    [InlineData("Content-Disposition: attachment; filename=\"", "\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\")]
    [InlineData("Content-Type: text/plain; name*0=a;\n", " name*1=b;\n")]
    public void AHugeHeaderIsPassedOver(string begin, string again)
    {
        var text = "From: a\nSubject: b\n" + begin + string.Concat(Enumerable.Repeat(again, 100_000)) + "\n\n" + Finding.Complaint + "\n";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Finding.In(text);

        Assert.Single(found.Events);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30_000_000);
    }

    [Theory]
    [InlineData("base64", "!!!! no base64 ???\n=\n==\nAAA\n====\n")]
    [InlineData("base64", "")]
    [InlineData("quoted-printable", "=\n=XX =4\n==\n=00=0A\n")]
    [InlineData("x-uuencode", "no begin\nbegin\nbegin 644 x\nM\n~~~~~\n`\nend\n")]
    public void AWrongEncodingIsPassedOver(string encoding, string body)
    {
        var text = $"{Header}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: {encoding}\n\n{body}\n--b\n\n{Finding.Complaint}\n";

        Assert.Single(Finding.In(text).Events);
    }

    [Fact]
    public void AnEndlessLineOfEncodedTextIsCutAndSaid()
    {
        var body = string.Concat(Enumerable.Repeat(new string('A', 76) + "\n", 20_000));
        var found = Finding.In($"{Header}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\n{body}--b\n\n{Finding.Complaint}\n");

        Assert.Single(found.Events);
        Assert.Contains("1 line of encoded text longer than 65536 bytes, not looked at", found.Document!.Remarks);
    }

    [Fact]
    public void AMailboxOfManyMailsTakesNoMemoryForEach()
    {
        var mail = "From a@b Thu May 30 18:20:26 2019\nFrom: a\nDate: Thu, 30 May 2019 11:20:26 -0700\n\nzone a\nzone b\n> > zone c\n" + Finding.Complaint.Replace("named", "sshd", StringComparison.Ordinal) + "\n\n";
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(mail, 20_000)));
        var before = GC.GetTotalMemory(true);
        var found = Finding.In(text);

        Assert.Equal(20_000, found.Document!.Messages);
        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 20_000_000); // Other tests may let go of theirs meanwhile.
    }

    [Fact]
    public void LinesThatBeginAsLogLinesAndNeverEndAreLetGo()
    {
        var text = "> " + Finding.Complaint + "\n" + string.Concat(Enumerable.Repeat("> May 30 10:05:36 ns named[1]: zone a.org/IN: serial\n> number of\n> a\n> b\n> c\n> d\n> e\n> f\n> g\n", 2000));

        Assert.Single(Finding.In(text).Events);
    }

    [Fact]
    public void NoBytesAreTooOdd()
    {
        string[] pieces =
        [
            "From a@b Thu May 30 18:20:26 2019\n", "From: a\n", "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "--b--\n", "\n", "\r\n", "Content-Type: message/rfc822\n",
            "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n", "Content-Type: text/plain; charset=utf-16\n", "=\n", "AAAA\n", "\0\u0001\n", "> ", ">", ": ",
            "Date: 99 Foo 99999 99:99:99\n", "Content-Type:;;;=\"\n", "zone ", "a/IN: ", "May 30 10:05:36 ns named[1]: ", Finding.Complaint + "\n", "__CURSOR=a\n", "MESSAGE\n", "MESSAGE=x\n",
        ];
        Gen.Select(OneOf("From: someone\nTo: b\n", "From a@b Thu May 30 18:20:26 2019\nTo: b\n", "> " + Finding.Complaint + "\n", "__CURSOR=s=1\n"), Gen.Int[0, pieces.Length - 1].Select(at => pieces[at]).Array[0, 60], Gen.Int[1, 50])
            .Sample((begin, rest, chunk) => Assert.NotEqual(DocumentForm.Log, Finding.In(begin + string.Concat(rest), chunk).Form));
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);
}

/// <summary>Tests that run alone.</summary>
[CollectionDefinition(nameof(HostileMailTests), DisableParallelization = true)]
public sealed class HostileMails;
