using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>Entries that journalctl and others spread over lines.</summary>
public sealed class SpreadEntryTests
{
    private const string Message = "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)";

    private const string Pretty = $$"""
        {
                "__REALTIME_TIMESTAMP" : "1559235936123456",
                "_HOSTNAME" : "ns",
                "SYSLOG_IDENTIFIER" : "named",
                "_PID" : "11750",
                "MESSAGE" : "{{Message}}"
        }

        """;

    /// <summary>With 300 fields of a thousand letters more.</summary>
    private static readonly string TooLong = Pretty.Replace("{\n", "{\n" + string.Concat(Enumerable.Range(0, 300).Select(number => $"\"x{number}\" : \"{new string('x', 1000)}\",\n")), StringComparison.Ordinal);

    private const string Verbose = $"""
        Thu 2019-05-30 10:05:36.123456 PDT [s=1;i=2;b=3]
            _HOSTNAME=ns
            SYSLOG_IDENTIFIER=named
            _PID=11750
            MESSAGE={Message}

        """;

    /// <summary>What it is; the source; the events with their lines.</summary>
    public static TheoryData<string, string, string[]> Objects => new()
    {
        { "one", Pretty, [$"1 {Finding.Understood}"] },
        { "two", Pretty + Pretty, [$"1 {Finding.Understood}", $"8 {Finding.Understood}"] },
        { "in an array", "[\n" + Pretty.TrimEnd() + ",\n" + Pretty + "]\n", [$"2 {Finding.Understood}", $"9 {Finding.Understood}"] },
        { "Windows line ends", Pretty.Replace("\n", "\r\n", StringComparison.Ordinal), [$"1 {Finding.Understood}"] },
        { "objects and arrays within", Pretty.Replace("\"_PID\"", "\"x\" : {\n \"}\" : [\n1\n]\n},\n\"_PID\"", StringComparison.Ordinal).Replace("\n}", "\n    }", StringComparison.Ordinal).TrimEnd().TrimEnd('}').TrimEnd() + "\n}\n", [$"1 {Finding.Understood}"] },
        { "a message as bytes", Pretty.Replace($"\"{Message}\"", "[\n" + string.Join(",\n", Message.Select(letter => $"{(int)letter}")) + "\n]", StringComparison.Ordinal), [$"1 {Finding.Understood}"] },
        { "one in a line between", Pretty + Pretty.Replace("\n", "", StringComparison.Ordinal) + "\n" + Pretty, [$"1 {Finding.Understood}", $"8 {Finding.Understood}", $"9 {Finding.Understood}"] },
        { "a line of another form between", Pretty + Finding.Complaint + "\n[1] x\n" + Pretty, [$"1 {Finding.Understood}", $"8 {Finding.Understood}", $"10 {Finding.Understood}"] },
        { "one without an end", Pretty + Pretty[..^5], [$"1 {Finding.Understood}"] },
        { "one that is too long", TooLong + Pretty, [$"308 {Finding.Understood}"] },
        { "in a list of an answer", "{\n    \"events\": [\n" + Pretty.TrimEnd() + ",\n" + Pretty + "    ],\n    \"next\": \"x\"\n}\n", [$"3 {Finding.Understood}", $"10 {Finding.Understood}"] },
        { "with a list of another name", Pretty.Replace("\"_PID\"", "\"x\" : [\n  {\n  \"MESSAGE\" : 1\n  }\n],\n\"_PID\"", StringComparison.Ordinal), [$"1 {Finding.Understood}"] },
        { "one that is broken", Pretty.Replace("\"named\"", "named", StringComparison.Ordinal) + Pretty, [$"8 {Finding.Understood}"] },
    };

    /// <summary>What it is; the source; the events with their lines.</summary>
    public static TheoryData<string, string, string[]> Entries => new()
    {
        { "one", Verbose, [$"5 {Finding.Understood}"] },
        { "two", Verbose + Verbose, [$"5 {Finding.Understood}", $"10 {Finding.Understood}"] },
        { "behind a remark", "-- Logs begin at Thu 2019-05-30 10:00:00 PDT, end at Thu 2019-05-30 11:00:00 PDT. --\n" + Verbose, [$"6 {Finding.Understood}"] },
        { "a message that goes on", Verbose + "             more of it\n             MESSAGE=no field\n" + Verbose, [$"5 {Finding.Understood}", $"12 {Finding.Understood}"] },
        { "a boot between", Verbose + "-- Boot 0123456789abcdef --\n" + Verbose, [$"5 {Finding.Understood}", $"11 {Finding.Understood}"] },
        { "an entry without a message", Verbose.Replace("    MESSAGE", "    OTHER", StringComparison.Ordinal) + Verbose, [$"10 {Finding.Understood}"] },
        { "the time as a field, too", Verbose.Replace("    _PID", "    _SOURCE_REALTIME_TIMESTAMP=1559235936123456\n    _PID", StringComparison.Ordinal), [$"6 {Finding.Understood}"] },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void AnObjectIsALine(string what, string source, string[] events) => AssertFound(what, DocumentForm.SpreadJson, source, events);

    [Theory]
    [MemberData(nameof(Entries))]
    public void AnEntryIsALine(string what, string source, string[] events) => AssertFound(what, DocumentForm.JournalVerbose, source, events);

    [Theory]
    [InlineData("{\nno json\n")]
    [InlineData("{\n")]
    [InlineData("[\n[\n{\n\"a\":1}\n]\n]\n")]
    [InlineData("{}\n")]
    [InlineData("Thu 2019-05-30 10:05:36.123456 PDT [s=1;i=2;b=3]\nMESSAGE=x\n")]
    [InlineData("Thu 2019-05-30 10:05:36.123456 PDT [x]\n    MESSAGE=x\n")]
    [InlineData("    MESSAGE=x\n")]
    public void OtherTextIsNone(string source) =>
        Assert.DoesNotContain(Finding.In(source + Finding.Complaint + "\n").Form, new[] { DocumentForm.SpreadJson, DocumentForm.JournalVerbose });

    [Fact]
    public void WhatIsLostIsSaid()
    {
        Assert.Equal(["line 8 ends within an object, which is left out"], Finding.In(Pretty + Pretty[..^5]).Document!.Remarks);
        Assert.Equal(["line 1 begins an object that is too long to be looked at"], Finding.In(TooLong).Document!.Remarks);
    }

    private static void AssertFound(string what, DocumentForm form, string source, string[] events)
    {
        foreach (var chunk in new[] { 3, 100_000 })
        {
            var found = Finding.In(source, chunk);

            Assert.Equal((what, form), (what, found.Form));
            Assert.Equal(events, found.Events);
        }
    }
}
