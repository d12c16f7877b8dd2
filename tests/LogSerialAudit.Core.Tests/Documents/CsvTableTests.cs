using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>Tables of log lines as CSV.</summary>
public sealed class CsvTableTests
{
    private const string Message = "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)";
    private const string Syslog = $"May 30 10:05:36 ns named[11750]: {Message}";
    private const string Splunk = "\"_raw\",\"_time\",host,source\n";
    private const string Record = $"\"{Syslog}\",\"2019-05-30T10:05:36.000-0700\",ns,\"/var/log/daemon.log\"\n";
    private const string Said = "\"May 30 10:05:36 ns sshd[1]: said \"\"x, y\"\"\",\"1559235936.000\",ns,\n";

    /// <summary>What it is; the source; the events with their lines.</summary>
    public static TheoryData<string, string, string[]> Tables => new()
    {
        { "one record", Splunk + Record, [$"2 {Finding.Understood}"] },
        { "without an end of line", Splunk + Record.TrimEnd(), [$"2 {Finding.Understood}"] },
        { "Windows line ends", (Splunk + Record + Record).Replace("\n", "\r\n", StringComparison.Ordinal), [$"2 {Finding.Understood}", $"3 {Finding.Understood}"] },
        { "the line alone", $"_raw\n{Syslog}\n", [$"2 {Finding.Understood}"] },
        { "the parts in columns", $"time,host,program,pid,message\n2019-05-30T17:05:36Z,ns,named,11750,{Message}\n", [$"2 {Finding.Understood}"] },
        { "names in capitals", $"Time,Host,Program,PID,Message\n2019-05-30T17:05:36Z,ns,named,11750,{Message}\n", [$"2 {Finding.Understood}"] },
        { "Graylog's source is the host", $"\"timestamp\",\"source\",\"message\"\n\"2019-05-30T17:05:36.000Z\",\"ns\",\"named[11750]: {Message}\"\n", [$"2 {Finding.Understood}"] },
        { "CloudWatch", $"@timestamp,@message\n2019-05-30 17:05:36.000,{Syslog}\n", [$"2 {Finding.Understood}"] },
        { "semicolons", $"\"timestamp\";\"source\";\"message\"\n\"2019-05-30T17:05:36.000Z\";\"ns\";\"named[11750]: {Message}\"\n", [$"2 {Finding.Understood}"] },
        { "tabs", $"_raw\t_time\thost\n{Syslog}\t2019-05-30T10:05:36.000-0700\tns\n", [$"2 {Finding.Understood}"] },
        { "the separator as Excel says it", $"sep=;\r\nTime;Host;Program;PID;Message\r\n2019-05-30T17:05:36Z;ns;named;11750;{Message}\r\n", [$"3 {Finding.Understood}"] },
        { "Kibana's times", $"\"@timestamp\",\"host.name\",\"process.name\",\"process.pid\",message\n\"May 30, 2019 @ 10:05:36.000\",ns,named,11750,\"{Message}\"\n", [$"2 {Finding.Understood}"] },
        { "times with dots", $"time;host;program;pid;message\n30.05.2019 10:05:36;ns;named;11750;{Message}\n", [$"2 {Finding.Understood}"] },
        { "PowerShell's events", $"\"Message\",\"Id\",\"ProviderName\",\"TimeCreated\",\"MachineName\"\n\"{Message}\",\"1\",\"named[11750]\",\"5/30/2019 10:05:36 AM\",\"ns\"\n", [$"2 {Finding.Understood}"] },
        { "Azure", $"\"TimeGenerated [UTC]\",Computer,ProcessName,ProcessID,SyslogMessage\n\"5/30/2019, 10:05:36.000 AM\",ns,named,11750,{Message}\n", [$"2 {Finding.Understood}"] },
        { "a record of other lines", Splunk + Said + Record, [$"3 {Finding.Understood}"] },
        { "lines within a record", Splunk + $"\"May 30 10:05:36 ns sshd[1]: x\n{Syslog}\",,,\n" + Record, [$"2 {Finding.Understood}", $"4 {Finding.Understood}"] },
        { "too few fields", Splunk + $"\"{Syslog}\"\n" + Record, [$"2 {Finding.Understood}", $"3 {Finding.Understood}"] },
        { "too many", Splunk + Record.TrimEnd() + ",a,b\n", [$"2 {Finding.Understood}"] },
        { "no line in it", Splunk + ",1559235936.000,ns,x\n\n" + Record, [$"4 {Finding.Understood}"] },
        { "a column twice", $"host,host,_raw\nns,other,{Syslog}\n", [$"2 {Finding.Understood}"] },
        { "a quote within a field", Splunk + $"x \"y\" z,1,2,3\n" + Record, [$"3 {Finding.Understood}"] },
        { "a record without an end", Splunk + Record + "\"May 30\n", [$"2 {Finding.Understood}"] },
        { "a record that is too long", Splunk + $"\"{string.Concat(Enumerable.Repeat(new string('x', 1000) + "\n", 300))}\"\n" + Record, [] },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void EachRecordIsALine(string what, string source, string[] events)
    {
        foreach (var chunk in new[] { 3, 100_000 })
        {
            var found = Finding.In(source, chunk);

            Assert.Equal((what, DocumentForm.CsvTable), (what, found.Form));
            Assert.Equal(events, found.Events);
        }
    }

    [Theory]
    [InlineData("message\n")]
    [InlineData("_raw \n")]
    [InlineData("time,host\n")]
    [InlineData("time|host|message\n")]
    [InlineData("time;host,message\n")]
    [InlineData("time;host\n")]
    [InlineData("sep=;\ntime,host,text\n")]
    [InlineData("sep=;\n")]
    [InlineData("message;30.05.2019 10:05:36\n")]
    [InlineData("time,host,message text, and more: x!\n")]
    [InlineData("2019-05-30,host,message\n")]
    [InlineData("time,,message\n")]
    [InlineData("\n_raw,_time\n")]
    [InlineData("May 30 10:05:36 ns log, message: x\n")]
    [InlineData("\"time\",\"message")]
    [InlineData("May 30 10:05:36 ns httpd: x,message\n")]
    [InlineData("May 30 10:05:36 ns httpd: x;message\n")]
    public void OtherTextIsNone(string source) => Assert.NotEqual(DocumentForm.CsvTable, Finding.In(source + Finding.Complaint + "\n").Form);

    [Theory]
    [InlineData("5/30/2019, 10:05:36.000 PM", 22 * 60)]
    [InlineData("2019-05-30T22:05:36Z", 22 * 60)]
    [InlineData("2019-05-30 22:05:36.000", 22 * 60)]
    [InlineData("2019-05-30T22:05:36+02:00", null)]
    public void ATimeOfAColumnThatSaysUtcIsInUtc(string time, int? minutes)
    {
        var said = Finding.In($"\"TimeGenerated [UTC]\",Computer,ProcessName,SyslogMessage\n\"{time}\",ns,named,\"{Message}\"\n").Scan.Events.All.Single().Stamp;

        Assert.Equal((minutes is not null, minutes is not null), (said.Exists, said.HasOffset && said.OffsetMinutes == 0 && said.SecondOfDay / 3600 * 60 == minutes));
    }

    /// <summary>A column of the record, and what its second line is; the time of the second line.</summary>
    [Theory]
    [InlineData("2019-05-30T10:05:36.000-0700", Message, "2019-05-30 10:05:36")]
    [InlineData("2019-05-30T10:05:36.000-0700", $"May 30 12:00:00 ns named[11750]: {Message}", "05-30 12:00:00")]
    [InlineData("5/30/2019 10:05:36 AM", Message, "2019-05-30 10:05:36")]
    [InlineData("5/3/2019 10:05:36 AM", Message, "-")]
    public void ALineOfARecordThatHasNoTimeHasThatOfTheRecord(string time, string line, string expected)
    {
        var said = Finding.In($"_raw,_time,host\n\"first\n{line}\",\"{time}\",ns\n").Scan.Events.All.Single().Stamp;

        Assert.Equal(expected, !said.Exists ? "-" : string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(said.HasYear ? $"{said.Year:d4}-" : "")}{said.Month:d2}-{said.Day:d2} {said.SecondOfDay / 3600:d2}:{said.SecondOfDay / 60 % 60:d2}:{said.SecondOfDay % 60:d2}"));
    }

    [Fact]
    public void WhatIsLostIsSaid()
    {
        Assert.Equal(["line 3 begins a record that does not end, which is left out"], Finding.In(Splunk + Record + "\"May 30\n").Document!.Remarks);
        Assert.Equal(["line 2 has a quote within a field; the record is left out"], Finding.In(Splunk + "x \"y\" z,1,2,3\n" + Record).Document!.Remarks);
        Assert.StartsWith("line 2 begins a record that is too long", Finding.In(Splunk + $"\"{string.Concat(Enumerable.Repeat(new string('x', 1000) + "\n", 300))}\"\n" + Record).Document!.Remarks[0], StringComparison.Ordinal);
    }
}
