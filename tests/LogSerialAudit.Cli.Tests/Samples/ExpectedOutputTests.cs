using System.Text;
using NodaTime;
using NodaTime.Testing;

namespace LogSerialAudit.Cli.Tests.Samples;

/// <summary>
/// Every sample through the whole program, byte for byte. To take over a change that is meant, run the tests with
/// <c>LOGSERIALAUDIT_REWRITE=1</c> in the environment, then read what <c>git diff samples</c> shows before it is committed.
/// </summary>
public sealed class ExpectedOutputTests
{
    private const string RewriteVariable = "LOGSERIALAUDIT_REWRITE";

    private static readonly FakeClock Clock = new(Instant.FromUtc(2026, 12, 1, 12, 0));

    public static TheoryData<string> Files => [.. SampleCase.All.Select(sample => sample.Expected)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task TheOutputIsTheExpectedOne(string expected)
    {
        var sample = SampleCase.All.Single(sample => sample.Expected == expected);

        var run = await Run.Of(Run.World() with { Clock = Clock }, sample.CommandLine);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        if (Environment.GetEnvironmentVariable(RewriteVariable) is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(expected)!);
            await File.WriteAllTextAsync(expected, run.Output, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(expected), $"{expected} is missing; {RewriteVariable}=1 writes it");
        Assert.Equal(await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken), run.Output);
    }

    [Fact]
    public void EveryExpectedFileHasItsTest()
    {
        var files = Directory.EnumerateDirectories("samples")
            .Select(sample => Path.Combine(sample, "expected"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(files);
        Assert.Equal(SampleCase.All.Select(sample => sample.Expected).Order(StringComparer.Ordinal), files);
    }

    [Fact]
    public void EverySampleHasAnExpectedOutput()
    {
        var samples = Directory.EnumerateDirectories("samples").ToList();

        Assert.NotEmpty(samples);
        Assert.All(samples, folder => Assert.Contains(SampleCase.All, sample => sample.Expected.StartsWith(folder + '/', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TheReportFitsEightyColumnsUnlessASingleWordIsLonger()
    {
        var reports = SampleCase.All.Where(sample => sample.Expected.EndsWith("report.txt", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(reports);
        foreach (var sample in reports)
        {
            var run = await Run.Of(Run.World() with { Clock = Clock }, sample.CommandLine);
            Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80 || !line.Trim().Contains(' ', StringComparison.Ordinal), line));
        }
    }
}
