using System.Security.Cryptography;

namespace LogSerialAudit.Core.Tests;

public sealed class ContentHashTests
{
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void ItIsSha256(string text, string hash) => Assert.Equal(hash, ContentHash.HexOf(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public async Task PiecesOfAnyLengthGiveTheHashOfTheWhole()
    {
        var bytes = new byte[200_000];
        new Random(1).NextBytes(bytes);
        var whole = Convert.ToHexStringLower(SHA256.HashData(bytes));
        foreach (var length in new[] { 1, 55, 56, 63, 64, 65, 4096, 200_000 })
        {
            var hash = new ContentHash();
            foreach (var piece in bytes.Chunk(length))
            {
                hash.Append(piece);
            }

            var end = new byte[ContentHash.Length];
            hash.End(end);
            Assert.Equal(whole, Convert.ToHexStringLower(end));
        }

        using var stream = new MemoryStream(bytes);
        Assert.Equal(whole, await ContentHash.HexOfAsync(stream, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void NothingOfTheProgramNeedsOpenSsl()
    {
        var sources = Directory.GetFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .ToList();
        Assert.True(sources.Count > 200);
        Assert.DoesNotContain(sources, file => File.ReadAllText(file).Contains("System.Security.Cryptography", StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LogSerialAudit.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests must run from within the repository.");
        }

        return folder.FullName;
    }
}
