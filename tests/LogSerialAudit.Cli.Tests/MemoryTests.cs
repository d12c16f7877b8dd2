using System.Globalization;
using System.Text;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>Names take memory: where a log has more of them than fit, it is said, and no half of an answer looks like a whole one.</summary>
public sealed class MemoryTests
{
    /// <summary>96 MiB; with half of that the runtime itself may fail where it is to say that there is no more.</summary>
    private static readonly Dictionary<string, string> Little = new() { ["DOTNET_GCHeapHardLimit"] = "0x6000000" };

    [Theory]
    [InlineData("report --threads 2")]
    [InlineData("extract --threads 1")]
    public async Task MoreNamesThanFitAreSaidInALine(string command)
    {
        using var folder = new LogFolder();
        folder.Write("daemon.log", Lines(60_000));
        folder.Write("daemon.log.1", Lines(60_000));
        var output = folder["out"];

        var run = await Child.RunAsync(Little, [.. command.Split(' '), "--log-zone", "UTC", "-o", output, folder["daemon.log*"]]);

        Assert.Equal((ExitCode.Trouble, ""), (run.ExitCode, run.Output));
        Assert.Equal("logserialaudit: out of memory, of which 96 MiB may be taken: the logs name too many zones, hosts or processes to be read at once", run.Errors.TrimEnd().Split('\n')[^1]);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(output), "half of an answer was left");
    }

    [Fact]
    public async Task ALogOfFewNamesFitsIntoTheSame()
    {
        using var folder = new LogFolder();
        folder.Write("daemon.log", Lines(50));

        var run = await Child.RunAsync(Little, "extract", "--log-zone", "UTC", folder.Path);

        Assert.Equal((ExitCode.Done, 51), (run.ExitCode, run.Output.Count(character => character == '\n')));
    }

    private static string Lines(int hosts)
    {
        var lines = new StringBuilder();
        for (var host = 0; host < hosts; host++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"2019-05-30T10:{host / 60 % 60:00}:{host % 60:00}Z host{host} named[1]: zone z{host}.example/IN: transferred serial {host + 1}\n");
        }

        return lines.ToString();
    }
}
