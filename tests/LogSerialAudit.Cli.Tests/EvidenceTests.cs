namespace LogSerialAudit.Cli.Tests;

/// <summary>Evidence beside the logs, from the command line.</summary>
public sealed class EvidenceTests
{
    private const string Log = "2019-05-30T10:05:36Z ns2 named[1]: zone a.org/IN: loaded serial 5\n";

    [Theory]
    [InlineData("--vm", "host", "--vm host: not HOST=PATH; see logserialaudit report --help")]
    [InlineData("--vm", "=file", "--vm =file: not HOST=PATH; see logserialaudit report --help")]
    [InlineData("--vm", "host=", "--vm host=: not HOST=PATH; see logserialaudit report --help")]
    [InlineData("--vm", "host=no-such.log", "no such file: no-such.log")]
    [InlineData("--zone-history", "a.org", "--zone-history a.org: not ZONE=PATH; see logserialaudit report --help")]
    [InlineData("--zone-history", "a.org=", "--zone-history a.org=: not ZONE=PATH; see logserialaudit report --help")]
    [InlineData("--zone-history", "a.org=no-such,v", "no such file: no-such,v")]
    [InlineData("--soa", "no-such.txt", "no such file: no-such.txt")]
    [InlineData("--soa", "=no-such.txt", "--soa =no-such.txt: not ZONE=PATH; see logserialaudit report --help")]
    [InlineData("--marks", "file.csv", "--marks file.csv: not NAME=PATH; see logserialaudit report --help")]
    [InlineData("--marks", "m=no-such.csv:time", "no such file: no-such.csv")]
    public async Task WhatCanNotBeReadIsSaid(string option, string value, string message)
    {
        var run = await Run.Of(Run.World(Log), "report", "--log-zone", "UTC", option, value, "-");
        Assert.Equal((ExitCode.Trouble, $"logserialaudit: {message}\n"), (run.ExitCode, run.Errors));
    }
}
