using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>Pages of the web that were saved.</summary>
public sealed class PageTextTests
{
    private static readonly string Escaped = Finding.Complaint.Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>What it is; the source; the events with their lines.</summary>
    public static TheoryData<string, string, string[]> Pages => new()
    {
        { "preformatted", $"<!DOCTYPE html>\n<html><body>\n<pre>\n{Escaped}\n{Escaped}\n</pre></body></html>\n", [$"4 {Finding.Understood}", $"5 {Finding.Understood}"] },
        { "with breaks", $"\n<HTML>\r\n<p>so:<br>{Escaped}<br/>\r\n<b>x</b>\r\n", [$"3 {Finding.Understood}"] },
        { "in a list, all in one line", $"<html><ul><li>{Escaped}</li><li>{Escaped}</li></ul></html>", [$"1 {Finding.Understood}", $"1 {Finding.Understood}"] },
        { "wrapped and quoted", $"<html><pre>\n&gt; {Escaped.Insert(Escaped.IndexOf("received", StringComparison.Ordinal), "\n&gt; ")}\n</pre>", [$"2 {Finding.Understood}"] },
        { "a piece without a beginning", $"x\n{Escaped}\r\n{Escaped}", [$"2 {Finding.Understood}", $"3 {Finding.Understood}"] },
        { "not of it: style and script", $"<html><script>\n{Escaped}\n</script>\n", [] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheTextIsRead(string what, string source, string[] events)
    {
        foreach (var chunk in new[] { 3, 100_000 })
        {
            var found = Finding.In(source, chunk);

            Assert.Equal((what, DocumentForm.Page), (what, found.Form));
            Assert.Equal(events, found.Events);
        }
    }

    [Theory]
    [InlineData("<htm>\n")]
    [InlineData("x <html>\n")]
    [InlineData("<!doctype html\n")]
    [InlineData("<!DOCTYPE html -\n")]
    [InlineData("<html lang=\"en\n")]
    [InlineData("a &lt; b\n")]
    [InlineData("<30>May 30 10:05:36 ns named[11750]: x\n")]
    [InlineData("May 30 10:05:36 ns httpd: GET /?&lt; ours (<!-- x\n")]
    [InlineData("May 30 10:05:36 ns httpd: GET /?&lt; ours (<script> x\n")]
    [InlineData("May 30 10:05:36 ns httpd: GET /?&lt; ours (<b x\n")]
    [InlineData("May 30 10:05:36 ns named[11750]: zone b.org/IN: serial number (1) received from master 192.0.2.1#53 &lt; ours (2)<!-- x\n")]
    public void OtherTextIsNone(string source)
    {
        var found = Finding.In($"{source}{Finding.Complaint}\n");

        Assert.NotEqual(DocumentForm.Page, found.Form);
        Assert.Equal([$"2 {Finding.Understood}"], found.Events);
    }

    /// <summary>What the first tag of a page may look like, and what hides the rest of one, which is said.</summary>
    [Theory]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"\n\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<pre>\n{0}\n", 4, "")]
    [InlineData("<html\n  lang=\"en\">\n<pre>\n{0}\n<!-- end -->\n<script>\n</script>\n", 4, "")]
    [InlineData("<!doctype html>\n<pre>\n{0}\n<!-- x\n{0}\n{0}\n", 3, "a tag, comment, style or script that begins in line 4 does not end: what follows was not read")]
    [InlineData("<!doctype html>\n<pre>\n{0}\n<script>\nif (a <b) x();\n{0}\n", 3, "a tag, comment, style or script that begins in line 4 does not end: what follows was not read")]
    [InlineData("<!doctype html>\n<pre>\n{0}\n<b\n{0}\n", 3, "a tag, comment, style or script that begins in line 4 does not end: what follows was not read")]
    public void WhatATagHidesIsSaid(string source, int line, string remark)
    {
        var found = Finding.In(source.Replace("{0}", Escaped, StringComparison.Ordinal));

        Assert.Equal(DocumentForm.Page, found.Form);
        Assert.Equal([$"{line} {Finding.Understood}"], found.Events);
        Assert.Equal(remark, string.Join("; ", found.Document!.Remarks));
    }

    [Fact]
    public void TwoCarriageReturnsEndALineLikeOne() => Assert.Equal([$"1 {Finding.Understood}", $"2 {Finding.Understood}"], Finding.In($"{Finding.Complaint}\r\r\n{Finding.Complaint}\r\r\n").Events);
}
