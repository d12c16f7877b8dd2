using System.Runtime.Versioning;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Core.Tests.Reports;

[UnsupportedOSPlatform("windows")]
public sealed class OutputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("output-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AFileAppearsWhenItIsComplete()
    {
        var path = In("report.csv");
        Assert.True(OutputFile.TryCreate(path, overwrite: false, out var output, out _));
        using (output)
        {
            output.Content.Write("rows"u8);
            Assert.False(File.Exists(path));
            output.Complete();
        }

        Assert.Equal(("rows", 1), (File.ReadAllText(path), Directory.GetFileSystemEntries(_folder).Length));
    }

    [Fact]
    public void AFileThatIsNotCompleteLeavesNothing()
    {
        Assert.True(OutputFile.TryCreate(In("report.csv"), overwrite: false, out var output, out _));
        using (output)
        {
            output.Content.Write("rows"u8);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void AFileThatIsThereStaysAsItIs()
    {
        File.WriteAllText(In("report.csv"), "old");

        Assert.False(OutputFile.TryCreate(In("report.csv"), overwrite: false, out _, out var error));
        Assert.Equal($"{In("report.csv")} exists; --force replaces it", error);
        Assert.Equal("old", File.ReadAllText(In("report.csv")));
    }

    [Fact]
    public void AFileThatIsThereIsReplacedByForceOnceTheNewOneIsComplete()
    {
        var path = In("report.csv");
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.True(OutputFile.TryCreate(path, overwrite: true, out var output, out _));
        using (output)
        {
            output.Content.Write("new"u8);
            output.Content.Flush();
            Assert.Equal("old", File.ReadAllText(path));
            output.Complete();
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void AnotherFileThatTookTheNameMeanwhileStays()
    {
        var path = In("report.csv");
        Assert.True(OutputFile.TryCreate(path, overwrite: false, out var output, out _));
        using (output)
        {
            File.WriteAllText(path, "other");
            Assert.Throws<IOException>(output.Complete);
        }

        Assert.Equal(("other", 1), (File.ReadAllText(path), Directory.GetFileSystemEntries(_folder).Length));
    }

    [Fact]
    public void ASymbolicLinkIsFollowed()
    {
        File.WriteAllText(In("target"), "old");
        File.CreateSymbolicLink(In("link"), In("target"));
        Assert.True(OutputFile.TryCreate(In("link"), overwrite: true, out var output, out _));
        using (output)
        {
            output.Content.Write("new"u8);
            output.Complete();
        }

        Assert.Equal("new", File.ReadAllText(In("target")));
        Assert.NotNull(File.ResolveLinkTarget(In("link"), returnFinalTarget: false));
    }

    [Fact]
    public void ADeviceIsWrittenAndNeverReplaced()
    {
        Assert.True(OutputFile.TryCreate("/dev/null", overwrite: true, out var output, out _));
        using (output)
        {
            output.Content.Write("rows"u8);
            output.Complete();
        }

        Assert.Empty(File.ReadAllBytes("/dev/null"));
    }

    [Theory]
    [InlineData("", "the name of the output file is empty")]
    [InlineData("/", "/ is a folder; name a file in it")]
    [InlineData("/no/such/folder/a.csv", "cannot write /no/such/folder/a.csv: there is no folder /no/such/folder")]
    [InlineData("/dev/null/a.csv", "cannot write /dev/null/a.csv: Could not find a part of the path '/dev/null/a.csv'")]
    [InlineData("/dev/nosuchdevice", "cannot write /dev/nosuchdevice: there is no such device")]
    [InlineData("/tmp/\u001b[2J/", @"/tmp/\x1b[2J/ is a folder; name a file in it")]
    public void APlaceThatCanNotBeWrittenIsTold(string path, string message)
    {
        Assert.False(OutputFile.TryCreate(path, overwrite: true, out _, out var error));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherStreamIsWrittenInLargePiecesAndStaysOpen()
    {
        using var stream = new MemoryStream();
        using (var output = OutputFile.Over(stream))
        {
            output.Content.Write("rows"u8);
            Assert.Equal(0, stream.Length);
            output.Complete();
        }

        Assert.Equal(4, stream.Length);
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public void OnlyABrokenPipeIsAClosedPipe()
    {
        Assert.True(ClosedPipe.Is(new IOException("Broken pipe", 32)));
        Assert.False(ClosedPipe.Is(new IOException("No space left on device", 28)));
        Assert.False(ClosedPipe.Is(new InvalidOperationException()));
    }

    private string In(string name) => Path.Combine(_folder, name);
}
