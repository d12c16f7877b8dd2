using System.Text;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Core.Tests.Lines;

public sealed class RepeatedMessageTests
{
    [Theory]
    [InlineData("message repeated 2 times: [ zone a/IN: expired]", 2, "zone a/IN: expired")]
    [InlineData("message repeated 2 times: [zone a/IN: expired]", 2, "zone a/IN: expired")]
    [InlineData("message repeated 1 time: [ x]", 1, "x")]
    [InlineData("message repeated 4294967295 times: [ x]", uint.MaxValue, "x")]
    [InlineData("message repeated 3 times: [ [x]]", 3, "[x]")]
    [InlineData("message repeated 3 times: []", 3, "")]
    [InlineData("message repeated 2 times: [ x \t]  ", 2, "x")]
    public void WhatRsyslogRepeatsIsTakenOut(string text, uint times, string inside) => Assert.Equal((times, inside), Unwrapped(text));

    [Theory]
    [InlineData("zone a/IN: expired")]
    [InlineData("message repeated 0 times: [ x]")]
    [InlineData("message repeated 4294967296 times: [ x]")]
    [InlineData("message repeated -1 times: [ x]")]
    [InlineData("message repeated two times: [ x]")]
    [InlineData("message repeated 2 times")]
    [InlineData("message repeated 2 times: x")]
    [InlineData("message repeated 2 times: [ x")]
    [InlineData("message repeated 2 times: [")]
    [InlineData("message repeated")]
    [InlineData("xmessage repeated 2 times: [ x]")]
    [InlineData("Message repeated 2 times: [ x]")]
    [InlineData("")]
    public void AnotherMessageStaysAsItIs(string text) => Assert.Equal((1u, text), Unwrapped(text));

    [Theory]
    [InlineData("last message repeated 3 times", 3)]
    [InlineData("last message repeated 1 time", 1)]
    [InlineData("--- last message repeated 3 times ---", 3)]
    public void SyslogdSaysThatTheLineBeforeCameAgain(string text, uint expected)
    {
        Assert.True(RepeatedMessage.IsLastRepeated(Encoding.UTF8.GetBytes(text), out var times));
        Assert.Equal(expected, times);
    }

    [Theory]
    [InlineData("last message repeated 0 times")]
    [InlineData("last message repeated x times")]
    [InlineData("last message repeated 3 times or so")]
    [InlineData("last message repeated 3")]
    [InlineData("the last message repeated 3 times")]
    [InlineData("message repeated 3 times: [ x]")]
    [InlineData("last message repeated ")]
    [InlineData("")]
    public void OtherMessagesDoNot(string text) => Assert.False(RepeatedMessage.IsLastRepeated(Encoding.UTF8.GetBytes(text), out _));

    private static (uint Times, string Inside) Unwrapped(string text)
    {
        ReadOnlySpan<byte> message = Encoding.UTF8.GetBytes(text);
        var times = RepeatedMessage.Unwrap(ref message);
        return (times, Encoding.UTF8.GetString(message));
    }

    [Theory]
    [InlineData("    zone a.org/IN: expired: 3 Time(s)", 3, "zone a.org/IN: expired")]
    [InlineData("general: info: zone a.org/IN: expired: 1 Time(s)", 1, "general: info: zone a.org/IN: expired")]
    [InlineData("zone a.org/IN: expired: 0 Time(s)", 1, "zone a.org/IN: expired: 0 Time(s)")]
    [InlineData("zone a.org/IN: expired: x Time(s)", 1, "zone a.org/IN: expired: x Time(s)")]
    [InlineData("zone a.org/IN: expired: 3x Time(s)", 1, "zone a.org/IN: expired: 3x Time(s)")]
    [InlineData("zone a.org/IN: expired 3 Time(s)", 1, "zone a.org/IN: expired 3 Time(s)")]
    [InlineData("zone a.org/IN: expired: 99999999999 Time(s)", 1, "zone a.org/IN: expired: 99999999999 Time(s)")]
    [InlineData(": 3 Time(s)", 1, ": 3 Time(s)")]
    [InlineData("May 30 10:05:36 ns1 named[1]: zone a.org/IN: expired: 3 Time(s)", 1, "zone a.org/IN: expired: 3 Time(s)")]
    [InlineData("named[1]: zone a.org/IN: expired: 3 Time(s)", 1, "zone a.org/IN: expired: 3 Time(s)")]
    public void WhatLogwatchHasSummedUpCountsSoOften(string line, uint times, string message)
    {
        new EnvelopeReader(new ProgramNames(["named"])).Read(Shown.Bytes(line), out var envelope);

        Assert.Equal((times, message), (RepeatedMessage.Unwrap(ref envelope), Shown.Text(envelope.Message)));
    }
}
