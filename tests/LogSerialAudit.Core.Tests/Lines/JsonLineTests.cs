namespace LogSerialAudit.Core.Tests.Lines;

public sealed class JsonLineTests
{
    [Theory]
    // journalctl -o json, -o json-seq (RFC 7464), -o json-sse
    [InlineData("""{"__REALTIME_TIMESTAMP":"1559235936123456","_HOSTNAME":"ns1","SYSLOG_IDENTIFIER":"named","_COMM":"isc-net-0000","_PID":"17","MESSAGE":"x"}""", "2019-05-30 17:05:36.123456 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"__REALTIME_TIMESTAMP":"1559235937000000","_SOURCE_REALTIME_TIMESTAMP":"1559235936123456","_HOSTNAME":"ns1","_COMM":"named","_PID":"17","SYSLOG_PID":"18","MESSAGE":"x"}""", "2019-05-30 17:05:36.123456 +00:00 | ns1 | named[18] | x")]
    [InlineData("\u001e{\"__REALTIME_TIMESTAMP\":\"1559235936123456\",\"_HOSTNAME\":\"ns1\",\"SYSLOG_IDENTIFIER\":\"named\",\"MESSAGE\":\"x\"}", "2019-05-30 17:05:36.123456 +00:00 | ns1 | named | x")]
    [InlineData("""data: {"__REALTIME_TIMESTAMP":"1559235936123456","_HOSTNAME":"ns1","SYSLOG_IDENTIFIER":"named","MESSAGE":"x"}""", "2019-05-30 17:05:36.123456 +00:00 | ns1 | named | x")]
    [InlineData("""{"MESSAGE":[122,111,110,101],"SYSLOG_IDENTIFIER":"named"}""", "- | - | named | zone")]
    [InlineData("""{"MESSAGE":["x","y"],"SYSLOG_IDENTIFIER":["named","other"],"_PID":17}""", "- | - | named[17] | x")]
    [InlineData("""{"MESSAGE":null,"SYSLOG_IDENTIFIER":"named"}""", "- | - | named | -")]
    [InlineData("""{"MESSAGE":"","SYSLOG_IDENTIFIER":"named"}""", "- | - | named | -")]
    [InlineData("""{"MESSAGE":"a \"b\" \\032 \u00e9\/","SYSLOG_IDENTIFIER":"named"}""", "- | - | named | a \"b\" \\032 é/")]
    // docker's json-file
    [InlineData("""{"log":"30-May-2019 17:05:36.100 general: info: x\n","stream":"stderr","time":"2019-05-30T17:05:36.123456789Z"}""", "2019-05-30 17:05:36.123456789 +00:00 | - | - | general: info: x")]
    [InlineData("""{"log":"x\r\n","stream":"stdout","attrs":{"log":"y","a":["]","}"]},"time":"2019-05-30T17:05:36Z"}""", "2019-05-30 17:05:36 +00:00 | - | - | x")]
    [InlineData("""{"log":"May 30 17:05:36 ns1 named[17]: x\n","stream":"stdout","time":"2019-05-30T17:05:36Z"}""", "2019-05-30 17:05:36 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"log":"2019-05-30T17:05:36Z x\n","stream":"stdout"}""", "2019-05-30 17:05:36 +00:00 | - | - | x")]
    [InlineData("""{"log":"2019-05-30T17:05:36Z x\n","time":"2019-05-30 10:05:36"}""", "2019-05-30 17:05:36 +00:00 | - | - | x")]
    // rsyslog's jsonmesg, syslog-ng's format-json, fluent-bit, Elastic Common Schema
    [InlineData("""{"msg":" x","timereported":"2019-05-30T10:05:36.1-07:00","timegenerated":"2019-05-30T10:05:37-07:00","hostname":"ns1","syslogtag":"named[17]:","programname":"named","pri":"30"}""", "2019-05-30 10:05:36.1 -07:00 | ns1 | named[17] | x")]
    [InlineData("""{"PROGRAM":"named","PRIORITY":"info","PID":"17","MESSAGE":"x","HOST":"ns1","DATE":"May 30 10:05:36"}""", "05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("""{"date":1559235936.123456,"host":"ns1","ident":"named","pid":"17","message":"x"}""", "2019-05-30 17:05:36.123456 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"timestamp":1559235936123,"host":"ns1","appname":"named","procid":17,"message":"x"}""", "2019-05-30 17:05:36.123 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"@timestamp":"2019-05-30T17:05:36.1Z","host":{"name":"ns1","os":{"name":"z"}},"process":{"name":"named","pid":17},"message":"x","log":{"level":"info"}}""", "2019-05-30 17:05:36.1 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"time":"2019-05-30T17:05:36.1Z","stream":"stderr","logtag":"F","log":"x","kubernetes":{"pod_name":"bind-0","host":"node1"}}""", "2019-05-30 17:05:36.1 +00:00 | bind-0 | - | x")]
    [InlineData("""{"_index":"a","_source":{"@timestamp":"2019-05-30T17:05:36.1Z","host":{"name":"ns1"},"process":{"name":"named","pid":17},"message":"x"},"sort":[1]}""", "2019-05-30 17:05:36.1 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"labels":{"host":"a"},"line":"May 30 10:05:36 ns1 named[17]: x","timestamp":"2019-05-30T17:05:36Z"}""", "2019-05-30 17:05:36 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"line":12,"msg":"x","syslog-tag":"named[17]:"}""", "- | - | named[17] | x")]
    [InlineData("2019-05-30T17:05:36+00:00\tsyslog.daemon\t{\"host\":\"ns1\",\"ident\":\"named\",\"pid\":\"17\",\"message\":\"x\"}", "2019-05-30 17:05:36 +00:00 | ns1 | named[17] | x")]
    [InlineData("2019-05-30T17:05:36+00:00\ta b\t{\"message\":\"x\"}", "2019-05-30 17:05:36 +00:00 | - | - | a b\t{\"message\":\"x\"}")]
    [InlineData("2019-05-30T17:05:36+00:00\ta\t{\"message\":\"x\"", "2019-05-30 17:05:36 +00:00 | - | - | a\t{\"message\":\"x\"")]
    [InlineData("2019-05-30T17:05:36+00:00\ta\t{\"x\":1}", "2019-05-30 17:05:36 +00:00 | - | - | a\t{\"x\":1}")]
    // Splunk's results, NXLog, Graylog's process, Azure
    [InlineData("""{"preview":false,"offset":0,"result":{"_raw":"May 30 10:05:36 ns1 named[17]: x","_time":"2019-05-30 10:05:36.000 UTC","host":"a"}}""", "2019-05-30 10:05:36.000 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"EventTime":"2019-05-30 10:05:36","Hostname":"ns1","SourceName":"named","ProcessID":17,"Message":"x","EventReceivedTime":"2019-05-30 10:05:37"}""", "2019-05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("""{"version":"1.1","host":"ns1","short_message":"x","timestamp":1559235936.5,"_process_name":"named"}""", "2019-05-30 17:05:36.5 +00:00 | ns1 | named | x")]
    [InlineData("""{"TimeGenerated":"2019-05-30T17:05:36Z","Computer":"ns1","ProcessName":"named","ProcessID":"17","SyslogMessage":"x"}""", "2019-05-30 17:05:36 +00:00 | ns1 | named[17] | x")]
    [InlineData("""{"time":"2019-05-30T17:05:36\u002b02:00","message":"x","program":"-","host":"-"}""", "2019-05-30 17:05:36 +02:00 | - | - | x")]
    public void ALineIsTakenApart(string line, string expected) => Assert.Equal([expected], Wrapped.Read(line));

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"")]
    [InlineData("""{"MESSAGE":"x" """)]
    [InlineData("""{"MESSAGE":"x"}}""")]
    [InlineData("""{"MESSAGE":"x"} {"MESSAGE":"y"}""")]
    [InlineData("""{"MESSAGE":"x","MESSAGE":"y"}""")]
    [InlineData("""{"MESSAGE":"x","_PID":"1","_PID":"2"}""")]
    [InlineData("""{"MESSAGE":"x\q"}""")]
    [InlineData("""{"MESSAGE":"\ud800"}""")]
    [InlineData("""{"MESSAGE":"x",}""")]
    [InlineData("""{"MESSAGE":"x",'a':1}""")]
    [InlineData("""{"MESSAGE":{"a":"x"}}""")]
    [InlineData("""{"MESSAGE":true}""")]
    [InlineData("""{"message_":"x"}""")]
    [InlineData("""{"a":{"MESSAGE":"x"}}""")]
    [InlineData("""{"host":{"message":"x"}}""")]
    [InlineData("""{"_source":{"a":{"message":"x"}}}""")]
    [InlineData("""{"_source":{"message":"x"}""")]
    [InlineData("""{"_source":"x"}""")]
    [InlineData("""{"result":"x"}""")]
    [InlineData("""{"result":{"a":{"message":"x"}}}""")]
    [InlineData("""{"result":[{"message":"x"}]}""")]
    [InlineData("""{"time":"2019-05-30T17:05:36Z"}""")]
    [InlineData("""{"MESSAGE":"x"} // so""")]
    [InlineData("""["MESSAGE","x"]""")]
    [InlineData(""" {"MESSAGE":"x"}""")]
    public void WhatIsNoLogLineIsAllMessage(string line) => Assert.Equal([$"- | - | - | {line}"], Wrapped.Read(line));

    [Theory]
    [InlineData("\"1559235936\"", "2019-05-30 17:05:36 +00:00")]
    [InlineData("1559235936", "2019-05-30 17:05:36 +00:00")]
    [InlineData("\"1559235936123456789\"", "2019-05-30 17:05:36.123456789 +00:00")]
    [InlineData("\"2019-05-30 17:05:36 UTC\"", "2019-05-30 17:05:36 +00:00")]
    [InlineData("\"May 30 17:05:36\"", "05-30 17:05:36")]
    [InlineData("\"30-May-2019 17:05:36.1\"", "2019-05-30 17:05:36.1")]
    [InlineData("1.559235936e9", "-")]
    [InlineData("-1559235936", "-")]
    [InlineData("155923593", "-")]
    [InlineData("\"1559235936s\"", "-")]
    [InlineData("\"2019-02-30T17:05:36Z\"", "-")]
    [InlineData("\"2019-05-30T17:05:36Z and more\"", "-")]
    [InlineData("\"Thursday\"", "-")]
    [InlineData("{}", "-")]
    [InlineData("null", "-")]
    [InlineData("true", "-")]
    public void ATimeIsReadInWhole(string value, string expected) =>
        Assert.Equal([$"{expected} | - | named | x"], Wrapped.Read($$"""{"time":{{value}},"ident":"named","message":"x"}"""));

    [Fact]
    public void DepthAndLengthAreBounded()
    {
        var deep = $$"""{"a":{{new string('[', 5000)}}{{new string(']', 5000)}},"MESSAGE":"x"}""";
        Assert.Equal([$"- | - | - | {deep}"], Wrapped.Read(deep));
        var wide = $$"""{"a":"{{new string('x', 200_000)}}","MESSAGE":"{{string.Concat(Enumerable.Repeat("\\n", 10_000))}}x"}""";
        Assert.EndsWith("x", Wrapped.Read(wide)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void NoBytesOfAJsonLineThrow()
    {
        var line = Shown.Bytes("""{"MESSAGE":"a\u00e9\\","_PID":[1,255,"x"],"host":{"name":"ns1"},"time":1559235936.5,"log":null}""");
        var reader = new LogSerialAudit.Lines.LineReader(new LogSerialAudit.Lines.ProgramNames(["named"]));
        foreach (var value in "\0\"\\{}[],:x9\u00ff".Select(letter => (byte)letter))
        {
            for (var at = 0; at < line.Length; at++)
            {
                byte[] changed = [.. line[..at], value, .. line[(at + 1)..]];
                byte[] shorter = [.. line[..at], .. line[(at + 1)..]];
                var number = 1L;
                _ = reader.Read(changed, ref number, out _);
                _ = reader.Read(shorter, ref number, out _);
            }
        }
    }
}
