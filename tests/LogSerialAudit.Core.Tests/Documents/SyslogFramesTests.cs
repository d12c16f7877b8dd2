using System.Text;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>Octet-counted frames (RFC 6587), wherever they begin and end.</summary>
public sealed class SyslogFramesTests
{
    private const string One = "<30>" + Finding.Complaint;
    private const string Two = "<30>1 2019-05-30T17:05:37Z ns named 11750 - - zone sf-lug.org/IN: expired";
    private const string First = Finding.Understood;
    private const string Second = "ns/named[11750] expired sf-lug.org/IN";

    /// <summary>What it is; the source; the events with their lines; the lines counted.</summary>
    public static TheoryData<string, string, string[], int> Sources => new()
    {
        { "two in a line", Frame(One) + Frame(Two), [$"1 {First}", $"1 {Second}"], 2 },
        { "three in a line, and a line end", Frame(One) + Frame(Two) + Frame(One) + "\n", [$"1 {First}", $"1 {Second}", $"1 {First}"], 3 },
        { "a line end within", Frame(One + "\nmore") + Frame(Two), [$"1 {First}", $"2 {Second}"], 3 },
        { "line ends and a NUL at the end of the message", Frame(One + "\r\n\0") + Frame(Two + "\n\n") + Frame(One), [$"1 {First}", $"2 {Second}", $"4 {First}"], 4 },
        { "behind a whole line with its line end", Frame(One) + "\n" + Frame(Two) + Frame(One), [$"1 {First}", $"2 {Second}", $"2 {First}"], 3 },
        { "a length that leads too far", Frame(One) + Frame(Two) + "999 " + One + "\n" + Frame(Two), [$"1 {First}", $"1 {Second}", $"1 {First}", $"2 {Second}"], 4 },
        { "the last one cut", Frame(One) + Frame(Two) + Frame(Two)[..^5], [$"1 {First}", $"1 {Second}"], 3 },
        { "a plain line between", Frame(One) + Frame(Two) + "\n" + Finding.Complaint + "\n" + Frame(Two) + Frame(Two), [$"1 {First}", $"1 {Second}", $"2 {First}", $"3 {Second}", $"3 {Second}"], 5 },
        { "characters of several bytes", Frame("<30>May 30 10:05:35 ns x[1]: größer 4月") + Frame(One), [$"1 {First}"], 2 },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void EachMessageIsRead(string what, string source, string[] events, int lines)
    {
        foreach (var chunk in new[] { 1, 7, 100_000 })
        {
            var found = Finding.In(source, chunk);

            Assert.Equal((what, DocumentForm.SyslogFrames, lines), (what, found.Form, found.Totals.Lines));
            Assert.Equal(events, found.Events);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("17 years ago\n")]
    [InlineData("999999999999 <30>May 30 10:05:35 ns x[1]: y\n")]
    [InlineData("40 <3000>May 30 10:05:35 ns x[1]: y\n")]
    [InlineData("40 <a>May 30 10:05:35 ns x[1]: y\n")]
    [InlineData("4 <1>a3 <2>b\n")]
    public void OtherTextIsNone(string source) => Assert.NotEqual(DocumentForm.SyslogFrames, Finding.In(source + Finding.Complaint + "\n").Form);

    [Fact]
    public void OneALineIsALogAndCostsNothing() => Assert.Equal(DocumentForm.Log, Finding.In(Frame(One) + "\n" + Frame(Two) + "\n" + Frame(One) + "\r\n").Form);

    [Fact]
    public void ALongMessageOfShortLinesTakesNoTime()
    {
        var found = Finding.In(Frame(One) + Frame(Two) + "250000 <30>" + string.Concat(Enumerable.Repeat("\n", 240_000)));

        Assert.Equal([$"1 {First}", $"1 {Second}"], found.Events);
    }

    private static string Frame(string message) => $"{Encoding.UTF8.GetByteCount(message)} {message}";
}
