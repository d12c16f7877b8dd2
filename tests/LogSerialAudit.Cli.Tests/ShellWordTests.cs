using System.Diagnostics;

namespace LogSerialAudit.Cli.Tests;

/// <summary>A command that is shown can be copied: a shell makes of its words what was meant, whatever a zone is called.</summary>
public sealed class ShellWordTests
{
    public static TheoryData<string> Hostile => [" ", "a b", "$(touch x)", "`id`", "a;b", "a&b", "a|b", "a>b", "a'b", "'", "\"", "a\"b", "\\", "a\\032b", "*", "~", "~root", "{a,b}", "#a", "!a", "a\nb", "bücher.example", "a=b", "%s", "-n", ""];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task AShellTakesAWordAsItIs(string word) => Assert.Equal(word, await Said(ShellWord.Quoted(word)));

    [Theory]
    [InlineData("a.example", "a.example")]
    [InlineData("-a.example", "\\-a.example")]
    [InlineData("@192.0.2.9", "\\@192.0.2.9")]
    [InlineData("+short.example", "\\+short.example")]
    [InlineData("a-b+c@d.example", "a-b+c@d.example")]
    [InlineData("$(id).example", "$(id).example")]
    [InlineData(".", ".")]
    public async Task AZoneIsNoOptionAndNoServer(string zone, string word)
    {
        Assert.Equal(word, await Said(ShellWord.OfZone(zone)));
        Assert.Equal(word, await Said(ShellWord.OfZoneForDig(zone)));
    }

    /// <summary>dig takes the first for a type or a class.</summary>
    [Theory]
    [InlineData("mx", "mx.")]
    [InlineData("ch", "ch.")]
    [InlineData("in", "in.")]
    [InlineData("org", "org.")]
    [InlineData("type65", "type65.")]
    [InlineData("-x", "\\-x.")]
    [InlineData("ixfr=5", "\\ixfr=5.")]
    [InlineData("IXFR=5.example", "\\IXFR=5.example")]
    [InlineData("a'b", "a'b.")]
    public async Task ForDigANameIsNoType(string zone, string word) => Assert.Equal(word, await Said(ShellWord.OfZoneForDig(zone)));

    [Theory]
    [InlineData("int", "int")]
    [InlineData("our view", "\"our view\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    public async Task AViewIsOneWordForNamedToo(string view, string word) => Assert.Equal(word, await Said(ShellWord.OfView(view)));

    private static async Task<string> Said(string word)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"printf '%s' {word}"]) { RedirectStandardOutput = true })!;
        var said = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
        return said;
    }
}
