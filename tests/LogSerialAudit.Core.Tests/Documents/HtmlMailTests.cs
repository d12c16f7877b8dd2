using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>Mails that are a page of HTML and nothing else.</summary>
public sealed class HtmlMailTests
{
    private const string Header = "From: rick@example.com\nDate: Thu, 30 May 2019 11:20:26 -0700\nContent-Type: text/html; charset=utf-8\n";
    private const string Line = "May 30 10:05:36 ns named[11750]: zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 &lt; ours (1558799284)";
    private const string Found = Finding.Understood;

    /// <summary>What it is; the page, from line 5 on; the events with their lines.</summary>
    public static TheoryData<string, string, string[]> Pages => new()
    {
        { "as it is", $"<html><body><pre>\n{Line}\n{Line}\n</pre></body></html>\n", [$"6 {Found}", $"7 {Found}"] },
        { "breaks", $"<p>Hi,<br>{Line}<br/>\n{Line}<BR CLASS=\"a>b\">\n{Line}</p>", [$"5 {Found}", $"6 {Found}", $"7 {Found}"] },
        { "a division each", $"<div>{Line}</div><div>{Line}</div>\n", [$"5 {Found}", $"5 {Found}"] },
        { "wrapped in the source", $"<p>{Line[..60]}\n{Line[60..]}</p>\n", [$"5 {Found}"] },
        { "marked up within", $"<td>{Line.Replace("named", "<b>named</b>", StringComparison.Ordinal).Replace("balug", "<a href='http://balug.org/?a&amp;b'>balug</a>", StringComparison.Ordinal)}</td>\n", [$"5 {Found}"] },
        { "blanks that do not break, and numbers for characters", $"<tr>{Line.Replace(" ", "&nbsp;", StringComparison.Ordinal).Replace("#53", "&#35;&#x35;3", StringComparison.Ordinal)}</tr>\n", [$"5 {Found}"] },
        { "quoted", $"<blockquote>&gt; {Line}</blockquote>\n", [$"5 {Found}"] },
        { "hidden", $"<style>\n{Line}\n</style><script>\n{Line}\n</script><!-- \n{Line}\n--><a title=\"\n{Line}\n\">x</a>\n", [] },
        { "a raw sign", $"<p>{Line.Replace("&lt;", "<", StringComparison.Ordinal)}</p>\n", [$"5 {Found}"] },
        { "names that are none", $"<p>{Line}<br>AT&T &nosuchname; &#xffffffff; & &amp</p><p>{Line}</p>", [$"5 {Found}", $"5 {Found}"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheTextIsRead(string what, string page, string[] events)
    {
        var found = Finding.In(Header + "\n" + page);

        Assert.Equal((what, DocumentForm.Mail), (what, found.Form));
        Assert.Equal(events, found.Events);
        Assert.Equal(events, Finding.In(Header + "Content-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(page)) + "\n").Events.Select((shown, place) => events[place].Split(' ')[0] + shown[shown.IndexOf(' ', StringComparison.Ordinal)..]));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<a \"")]
    [InlineData("<!--")]
    [InlineData("&")]
    [InlineData("<style>")]
    public void APageThatEndsAnywhereIsRead(string end) => Assert.Equal([$"5 {Found}"], Finding.In($"{Header}\n{Line}<br>{string.Concat(Enumerable.Repeat(end, 30_000))}").Events);

    [Fact]
    public void ThePlainVersionIsRatherRead() => Assert.Equal(
        [$"9 {Found}"],
        Finding.In($"From: a\nDate: Thu, 30 May 2019 11:20:26 -0700\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n{Finding.Complaint}\n--b\nContent-Type: text/html\n\n{Line}\n--b--\n").Events);
}
