using System.Text;
using NodaTime;
using NodaTime.Testing;

namespace LogSerialAudit.Cli.Tests;

/// <summary>One run of the program in a world made for it: Auckland, 2019-06-01T04:30:56Z, no terminal.</summary>
internal sealed record Run(ExitCode ExitCode, string Output, string Errors)
{
    public static readonly FakeClock Clock = new(Instant.FromUtc(2019, 6, 1, 4, 30, 56));

    /// <summary>Short enough to be read where a test fails.</summary>
    public override string ToString() => $"{ExitCode}\n{Shortened(Output)}\n{Shortened(Errors)}";

    private static string Shortened(string text) => text.Length <= 2000 ? text : $"{text[..2000]}...";

    public static Task<Run> Of(params string[] args) => Of(World(), args);

    public static async Task<Run> Of(AppIo world, params string[] args)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = await App.RunAsync(
            args,
            world with { StandardOutput = output, StandardError = errors },
            TestContext.Current.CancellationToken);
        return new Run(exitCode, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    public static AppIo World(string input = "", string? zone = "Pacific/Auckland") => World(Encoding.UTF8.GetBytes(input), zone);

    public static AppIo World(byte[] input, string? zone = "Pacific/Auckland") => new()
    {
        StandardInput = new MemoryStream(input),
        StandardOutput = Stream.Null,
        StandardError = TextWriter.Null,
        Clock = Clock,
        Environment = name => name == "TZ" ? zone : null,
        CurrentDirectory = Path.GetTempPath(),
    };
}
