using System.Text;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

public sealed class MailboxTests
{
    private const string Header = "From: rick@example.com\nSubject: System Events\nDate: Thu, 30 May 2019 11:20:26 -0700\n";

    [Theory]
    [InlineData("\n{0}", 5)]
    [InlineData("Content-Type: text/plain; charset=\"no-such\"\n\n{0}", 6)]
    [InlineData("Content-Type: no type at all\n\n{0}", 6)]
    [InlineData("Content-Type: TEXT/PLAIN\nX-Long: a\n b\n\tc\n\n{0}", 9)]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{0}\n--b--\n", 8)]
    [InlineData("Content-Type: multipart/mixed;\n boundary=\"a b\"\n\nno part\n--a b  \nContent-Type: text/x-log\n\n{0}\n--a b--\n", 11)]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\n{0}\n--bb\nContent-Type: text/html\n\n{0}\n--bb--\n--b--\n", 11)]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nFrom: x\nSubject: y\n\n{0}\n--b--\n", 12)]
    [InlineData("Content-Type: multipart/digest; boundary=b\n\n--b\n\nFrom: x\nSubject: y\n\n{0}\n--b--\n", 11)]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/octet-stream; name=daemon.log\n\n{0}\n--b--\n", 9)]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n{0}\n--b--\n", 7)]
    public void TheTextOfAMailIsFound(string rest, int line)
    {
        var found = Finding.In(Header + rest.Replace("{0}", Finding.Complaint, StringComparison.Ordinal));

        Assert.Equal([$"{line} {Finding.Understood}"], found.Events);
        Assert.Equal((DocumentForm.Mail, 1, 1), (found.Form, found.Document!.Messages, found.Document.LogLines));
        Assert.Equal("2019-05-30T18:20:26Z", found.Document.First.ToString());
    }

    [Theory]
    [InlineData("X-Line: {0}\n\n", "")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n{0}\n--b--\n{0}\n", "")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\n{0}\n--b--\n", "a part of type image/png, at line 8, is not read")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/gzip; name=\"daemon.log.gz\"\n\n{0}\n--b--\n", "the attachment daemon.log.gz, at line 8, is not read")]
    [InlineData("Content-Type: text/rtf\n\n{0}\n", "a part of type text/rtf, at line 5, is not read")]
    public void WhatIsNotReadIsSaid(string rest, string remark)
    {
        var found = Finding.In(Header + rest.Replace("{0}", Finding.Complaint, StringComparison.Ordinal));

        Assert.Empty(found.Events);
        Assert.Equal(remark, string.Join("; ", found.Document!.Remarks));
    }

    [Theory]
    [InlineData("From: a\nSubject: b\n", DocumentForm.Mail)]
    [InlineData("\n\nReturn-Path: <a>\nReceived: from x\n\tby y\n", DocumentForm.Mail)]
    [InlineData("From rick at example.com  Thu May 30 18:20:26 2019\nFrom: rick at example.com\n", DocumentForm.Mail)]
    [InlineData("From rick@example.com Thu May 30 18:20:26 2019 -0700\nX-A: b\nTo: c\n", DocumentForm.Mail)]
    [InlineData("From: a\nno header\nSubject: b\n", DocumentForm.Log)]
    [InlineData("From rick with love\nFrom: a\n", DocumentForm.Log)]
    [InlineData("zone: a\nserial: b\nrefresh: c\n", DocumentForm.Log)]
    [InlineData("From: a\n\nSubject: b\n", DocumentForm.Log)]
    [InlineData("May 30 10:05:36 ns named[1]: From: a\nSubject: b\nDate: c\n", DocumentForm.Log)]
    public void AMailIsKnownByItsHeader(string text, DocumentForm form) => Assert.Equal(form, Finding.In(text).Form);

    [Fact]
    public void EachMailOfAMailboxIsDatedByItself()
    {
        var found = Finding.In($"""
            From rick at example.com  Sat Jan  5 18:20:26 2019
            From: rick at example.com (Rick)
            Date: Sat, 5 Jan 2019 11:20:26 -0700

            {Finding.Complaint.Replace("May 30", "Jan  5", StringComparison.Ordinal)}
            From here on it is a text.
            >From rick at example.com  Sat Jan  5 18:20:26 2019

            From rick at example.com  Thu Jan  4 18:20:26 2018
            From: rick at example.com (Rick)

            {Finding.Complaint.Replace("May 30", "Jan  4", StringComparison.Ordinal)}
            """);

        Assert.Equal(["5 " + Finding.Understood, "12 " + Finding.Understood], found.Events);
        Assert.Equal(2, found.Document!.Messages);
        Assert.Equal(["2019-01-05T18:20:26Z", "2018-01-04T18:20:26Z"], found.Scan.Clock.Hosts.First(clock => clock.Host == "ns").Runs.Select(run => run.NotAfter.ToString()));
        Assert.Equal([0, 1], found.Scan.Events.All.Select(found => found.Message));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("koi8-r")]
    [InlineData("windows-1252")]
    [InlineData("utf-8")]
    public void OtherCharactersAreMadeUtf8(string charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var body = Convert.ToBase64String(encoding.GetBytes($"Hello\n{Finding.Complaint}\n"), Base64FormattingOptions.InsertLineBreaks);
        var found = Finding.In($"{Header}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n{body}\n");

        Assert.Equal(["7 " + Finding.Understood], found.Events);
    }

    [Fact]
    public void AnAttachmentsNameIsDecodedAndShortened()
    {
        var found = Finding.In($"{Header}Content-Type: application/zip; name=\"=?utf-8?q?Stra=C3=9Fe?= {new string('x', 300)}.zip\"\n\nPK\n");

        Assert.StartsWith("the attachment Straße xxx", found.Document!.Remarks[0], StringComparison.Ordinal);
        Assert.True(found.Document.Remarks[0].Length < 130);
    }
}
