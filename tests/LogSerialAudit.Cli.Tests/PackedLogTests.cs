using System.Formats.Tar;
using System.IO.Compression;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>However the same logs are packed, all outputs are the same but for the names of the sources.</summary>
public sealed class PackedLogTests : IDisposable
{
    private const string Logs = "samples/balug-2019-05/linuxmafia";
    private readonly LogFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("report --format csv --table episodes")]
    [InlineData("report --format csv --table timeline")]
    [InlineData("report --format csv --table coverage")]
    [InlineData("extract")]
    public async Task FolderTarAndZipGiveTheSame(string command)
    {
        string[] args = [.. command.Split(' '), "--log-zone", "America/Los_Angeles", "--threads", "2"];
        var plain = await Run.Of([.. args, Logs]);
        var archives = Archives().ToList();

        Assert.Equal(4, archives.Count);
        Assert.NotEmpty(plain.Output);
        foreach (var (archive, prefix) in archives)
        {
            var packed = await Run.Of([.. args, archive]);

            Assert.Equal(plain.Output.Replace($"{Logs}/", "", StringComparison.Ordinal), packed.Output.Replace(prefix, "", StringComparison.Ordinal));
            Assert.Equal((ExitCode.Done, ""), (packed.ExitCode, packed.Errors));
        }
    }

    [Fact]
    public async Task ADamagedArchiveGivesWhatItHoldsAndExitCode2()
    {
        var (archive, _) = Archives().First(archive => archive.Path.EndsWith(".tar.gz", StringComparison.Ordinal));
        var bytes = await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken);
        var cut = _folder.Write("cut.tar.gz", bytes[..(bytes.Length / 2)]);
        var run = await Run.Of("report", "--log-zone", "America/Los_Angeles", "--format", "csv", "--table", "coverage", cut);

        Assert.Equal(ExitCode.Trouble, run.ExitCode);
        Assert.Contains($"cut.tar.gz: compressed data ends early at byte {bytes.Length / 2} (of {bytes.Length / 2}); which members stand behind is not known", run.Errors, StringComparison.Ordinal);
        Assert.Contains("cut.tar.gz:daemon.log", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProvenanceNamesTheArchiveWithItsHash()
    {
        var (archive, _) = Archives().First();
        var run = await Run.Of("report", "--log-zone", "America/Los_Angeles", "--format", "json", "--hash", archive);

        Assert.Contains($"{archive} {new FileInfo(archive).Length} bytes sha256:", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{archive}:daemon.log.1 141528 bytes (in {archive})", run.Output, StringComparison.Ordinal);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private IEnumerable<(string Path, string Prefix)> Archives()
    {
        var tar = _folder["logs.tar"];
        TarFile.CreateFromDirectory(Logs, tar, includeBaseDirectory: false);
        var bytes = File.ReadAllBytes(tar);
        yield return (tar, $"{tar}:");
        var packed = _folder.Write("logs.tar.gz", Gzip(bytes));
        yield return (packed, $"{packed}:");
        var zip = _folder["logs.zip"];
        ZipFile.CreateFromDirectory(Logs, zip);
        yield return (zip, $"{zip}:");

        Directory.CreateDirectory(_folder["bundle"]);
        File.Copy(packed, _folder["bundle/inner.tar.gz"]);
        var outer = _folder["outer.tar"];
        TarFile.CreateFromDirectory(_folder["bundle"], outer, includeBaseDirectory: false);
        yield return (outer, $"{outer}:inner.tar.gz:");
    }
}
