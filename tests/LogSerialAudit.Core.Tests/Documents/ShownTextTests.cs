using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>Log lines with a terminal's control sequences, or a web page's blanks.</summary>
public sealed class ShownTextTests
{
    private const string Before = "May 30 10:05:36 ns named[11750]: ";
    private const string Message = "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)";

    /// <summary>What it is; the source; the events with their lines.</summary>
    public static TheoryData<string, string, string[]> Texts => new()
    {
        { "colours around the stamp", $"\u001b[32m{Before}\u001b[0m{Message}\n", [$"1 {Finding.Understood}"] },
        { "within the name of the zone, as by grep", $"{Before}{Message.Replace("balug", "\u001b[01;31m\u001b[Kbalug\u001b[m\u001b[K", StringComparison.Ordinal)}\n", [$"1 {Finding.Understood}"] },
        { "another line before", $"x\n\u001b[38;5;12m{Before}{Message}\u001b[0m\r\n", [$"2 {Finding.Understood}"] },
        { "a link", $"{Before}\u001b]8;;https://example.org/\u001b\\{Message}\u001b]8;;\u0007\u001b[0m\n", [$"1 {Finding.Understood}"] },
        { "blanks that do not break", $"{Before}{Message}\n".Replace(' ', '\u00a0'), [$"1 {Finding.Understood}"] },
        { "one of them, before a day", $"{Before}{Message}\n".Replace("May 30", "May\u00a030", StringComparison.Ordinal), [$"1 {Finding.Understood}"] },
        { "other letters that begin with the same byte", $"\u001b[1m{Before}{Message}\n\u00a9 \u00a0\u00c2 \u00e9\n", [$"1 {Finding.Understood}"] },
        { "quoted and wrapped, with a blank of a mail", $"On\u00a0Sat, May 25, someone wrote:\n> {Finding.Complaint.Insert(Finding.Complaint.IndexOf("received", StringComparison.Ordinal), "\n> ")}\n", [$"2 {Finding.Understood}"] },
        { "objects over lines", $"\u001b[1m{{\u001b[0m\n  \u001b[34m\"_HOSTNAME\"\u001b[0m: \"ns\",\n  \"SYSLOG_IDENTIFIER\": \"named\",\n  \"_PID\": \"11750\",\n  \"__REALTIME_TIMESTAMP\": \"1559235936123456\",\n  \"MESSAGE\": \"{Message}\"\n\u001b[1m}}\u001b[0m\n", [$"1 {Finding.Understood}"] },
        { "a line of another program that has them", $"May 30 10:05:36 ns httpd: \u001b[31mx\n{Before}{Message}\n", [$"2 {Finding.Understood}"] },
        { "sequences that do not end", $"\u001b[0m\n\u001b[12\n\u001b]8;;x\n\u001b\n\u001b[{Before}\n", [] },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void TheTextIsRead(string what, string source, string[] events)
    {
        foreach (var chunk in new[] { 3, 100_000 })
        {
            var found = Finding.In(source, chunk);

            Assert.Equal((what, DocumentForm.Shown), (what, found.Form));
            Assert.Equal(events, found.Events);
        }
    }

    [Theory]
    [InlineData(Before + Message + " \u001b x\n")]
    [InlineData(Before + Message + "\u00a0\n")]
    [InlineData("prix 12\u00a0345 \u20ac en tout\n" + Before + Message + "\u00a0\n", true)]
    [InlineData(Before + "zone \\027[1mbalug.org/IN: expired\n")]
    [InlineData("\u001b[2J\u001b]0;title\u0007" + Before + Message + "\n")]
    [InlineData(Before + "zone e\u001b[2Jx.org/IN: expired\n")]
    [InlineData("\u00c2\u00a9 x\n" + Before + Message + "\n")]
    public void AnotherTextIsNone(string source, bool isShown = false) => Assert.Equal(isShown, Finding.In(source).Form == DocumentForm.Shown);
}
