using System.Text;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

public sealed class JournalExportTests
{
    private const string Begin = "__CURSOR=s=1;i=2\n__REALTIME_TIMESTAMP=1559235936123456\n_HOSTNAME=ns\nSYSLOG_IDENTIFIER=named\n_PID=11750\nPRIORITY=6\n";
    private const string Message = "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)";

    [Theory]
    [InlineData(Begin + "MESSAGE=" + Message + "\n\n", 7)]
    [InlineData(Begin + "MESSAGE=" + Message + "\n", 7)]
    [InlineData(Begin + "MESSAGE=" + Message, 7)]
    [InlineData("\nno entry\n" + Begin + "MESSAGE=" + Message + "\n", 0)]
    [InlineData("__CURSOR=x\n_TRANSPORT=stdout\n\n" + Begin + "MESSAGE=" + Message + "\n\n", 10)]
    [InlineData("__CURSOR=x\nlower=case\n\nMESSAGE=lost\n" + Begin + "MESSAGE=" + Message + "\n\n", 11)]
    public void AnEntryIsALine(string text, int line) =>
        Assert.Equal(line == 0 ? [] : [$"{line} {Finding.Understood}"], Finding.In(text).Events);

    [Theory]
    [InlineData("PRIORITY=6", "PRIORITY=7", true)]
    [InlineData("SYSLOG_IDENTIFIER=named", "_COMM=named", true)]
    [InlineData("_HOSTNAME=ns", "_HOSTNAME=n s", false)]
    [InlineData("SYSLOG_IDENTIFIER=named", "SYSLOG_IDENTIFIER=sshd", false)]
    [InlineData("SYSLOG_IDENTIFIER=named", "SYSLOG_IDENTIFIER=x named", false)]
    [InlineData("__REALTIME_TIMESTAMP=1559235936123456", "__REALTIME_TIMESTAMP=-1", false)]
    [InlineData("__REALTIME_TIMESTAMP=1559235936123456", "__REALTIME_TIMESTAMP=99999999999999999999", false)]
    [InlineData("_PID=11750", "_PID=1x", false)]
    public void TheLineIsMadeOfTheFields(string field, string other, bool isSame) =>
        Assert.Equal(isSame, Finding.In(Begin.Replace(field, other, StringComparison.Ordinal) + "MESSAGE=" + Message + "\n\n").Events is [var one] && one == "7 " + Finding.Understood);

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(100_000)]
    public void AValueInBytesMayHoldAnything(int chunk)
    {
        var hidden = $"\n\n__CURSOR=y\nMESSAGE={Message}\n\n";
        byte[] text = [.. Bytes(Begin), .. Field("COREDUMP", hidden + new string('\0', 300_000)), .. Field("MESSAGE", "\u001b[1m\n"), .. Bytes("\n" + Begin), .. Field("MESSAGE", Message), .. Bytes("\n")];
        var found = Finding.In(text, chunk);

        Assert.Single(found.Events);
        Assert.Equal((2, 2), (found.Document!.Messages, found.Document.LogLines));
        Assert.Empty(found.Document.Remarks);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 40)]
    [InlineData(3UL)]
    public void AWrongLengthIsNotBelieved(ulong length)
    {
        byte[] text = [.. Bytes(Begin + "X\n"), .. BitConverter.GetBytes(length), .. Bytes("value\n\n" + Begin + "MESSAGE=" + Message + "\n\n")];
        var found = Finding.In(text);

        Assert.Single(found.Events);
        Assert.Contains("is no field of an entry: passed over up to the next entry", Assert.Single(found.Document!.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void TheTimeIsTheProgramsOwnToTheMicrosecond()
    {
        var found = Finding.In(Begin + "_SOURCE_REALTIME_TIMESTAMP=1559235936000001\nMESSAGE=" + Message + "\n\n");
        var stamp = Assert.Single(found.Scan.Events.All).Stamp;

        Assert.Equal((2019, 5, 30, (17 * 3600) + (5 * 60) + 36, 1000, 6, 0), (stamp.Year, stamp.Month, stamp.Day, stamp.SecondOfDay, stamp.Nanosecond, stamp.FractionDigits, stamp.OffsetMinutes));
        Assert.Equal(DocumentForm.JournalExport, found.Form);
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Field(string name, string value) => [.. Bytes(name + "\n"), .. BitConverter.GetBytes((ulong)value.Length), .. Bytes(value + "\n")];
}
