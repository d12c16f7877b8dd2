using System.Text.RegularExpressions;
using System.Xml.Linq;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>What the Debian package says is what there is.</summary>
public sealed partial class PackagingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src/Packaging");

    [Fact]
    public void TheCopyrightFileNamesEveryLibraryThatIsCompiledIn()
    {
        var packages = XDocument.Load(Path.Combine(Repository.Root, "src/Directory.Packages.props"))
            .Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value != "tests")
            .SelectMany(group => group.Elements("PackageVersion"))
            .Select(package => package.Attribute("Include")!.Value)
            .ToList();
        var named = FilesLine().Matches(Read("debian/copyright")).SelectMany(match => match.Groups[1].Value.Split(' ')).ToList();

        Assert.True(packages.Count > 5);
        Assert.All(packages, package => Assert.Contains(package, named));
    }

    [Fact]
    public void TheChangelogBeginsWithTheVersionOfTheProgram()
    {
        var version = XDocument.Load(Path.Combine(Repository.Root, "src/Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.StartsWith($"logserialaudit ({version}-", Read("debian/changelog"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("systemd/logserialaudit.service")]
    [InlineData("examples/cron.d")]
    public async Task TheOptionsOfTheCheckThatIsRunAreThere(string file)
    {
        var command = CheckCommand().Match(Read(file));
        Assert.True(command.Success);
        var help = (await Run.Of("check", "--help")).Output;
        Assert.SkipUnless(help.Contains("logserialaudit check ", StringComparison.Ordinal), "there is no check yet");
        Assert.All(
            OptionName().Matches(command.Value).Select(match => match.Value),
            option => Assert.Contains($"  {option} ", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("build-deb.sh")]
    [InlineData("try-deb.sh")]
    [InlineData("try-arm64.sh")]
    public async Task TheScriptsAreWholeAndCanBeRun(string name)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash");
        var path = Path.Combine(Folder, name);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
        var run = await Child.ShellAsync("""/bin/bash -n "$2" """, path);
        Assert.Equal((ExitCode.Done, "", ""), (run.ExitCode, run.Output, run.Errors));
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    [GeneratedRegex("^Files: (.*)$", RegexOptions.Multiline)]
    private static partial Regex FilesLine();

    [GeneratedRegex("logserialaudit check .*$", RegexOptions.Multiline)]
    private static partial Regex CheckCommand();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex OptionName();
}
