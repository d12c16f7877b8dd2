using System.Text;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

public sealed class ContentTests
{
    [Theory]
    [InlineData("", ContentKind.Empty)]
    [InlineData("\n", ContentKind.Text)]
    [InlineData("x", ContentKind.Text)]
    [InlineData("May 30 10:05:36 ns named[1]: zone a/IN: loaded serial 1\n", ContentKind.Text)]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", ContentKind.Text)]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006 broken\nbut a line of text\n", ContentKind.Text)]
    [InlineData("\u001b[31mred\u001b[0m\n", ContentKind.Text)]
    [InlineData("Gr\u00fc\u00dfe\n", ContentKind.Text)]
    [InlineData("BZh9 is no archive\n", ContentKind.Text)]
    [InlineData("PK is no archive either\n", ContentKind.Text)]
    [InlineData("\u001f", ContentKind.Binary)]
    [InlineData("\u001f\u008b\u0008", ContentKind.Gzip)]
    [InlineData("\u001f\u009d\u0090", ContentKind.Compress)]
    [InlineData("\u00fd7zXZ\0", ContentKind.Xz)]
    [InlineData("BZh91AY&SY", ContentKind.Bzip2)]
    [InlineData("(\u00b5/\u00fd", ContentKind.Zstd)]
    [InlineData("\u0004\"M\u0018", ContentKind.Lz4)]
    [InlineData("PK\u0003\u0004", ContentKind.Zip)]
    [InlineData("7z\u00bc\u00af'\u001c", ContentKind.SevenZip)]
    [InlineData("LPKSHHRH", ContentKind.Journal)]
    [InlineData("\u00ff\u00fea\0", ContentKind.Utf16)]
    [InlineData("\u00fe\u00ff\0a", ContentKind.Utf16)]
    [InlineData("\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0003\0>\0\u0001\0\0\0", ContentKind.Binary)]
    public void TheFirstBytesTellTheKind(string head, ContentKind kind) => Assert.Equal(kind, Content.KindOf(Gz.Bytes(head)));

    [Fact]
    public void TarAndLoginRecordsAreKnownByTheirLayout()
    {
        var tar = new byte[512];
        "name"u8.CopyTo(tar);
        "ustar"u8.CopyTo(tar.AsSpan(257));
        var wtmp = new byte[384];
        (wtmp[0], wtmp[4]) = (2, 77);
        "reboot"u8.CopyTo(wtmp.AsSpan(44));

        Assert.Equal((ContentKind.Tar, ContentKind.LoginRecords), (Content.KindOf(tar), Content.KindOf(wtmp)));
    }

    /// <summary>A number of base 256 begins with the same byte as half of a typographic quote.</summary>
    [Fact]
    public void ATextIsNoTarWhateverStandsWhereTarHasNumbers()
    {
        for (var place = 0; place < 512; place++)
        {
            Assert.Equal(ContentKind.Text, Content.KindOf(Encoding.UTF8.GetBytes($"{new string('x', place)}\u2018\u2019{new string('x', 600)}")));
        }
    }

    [Fact]
    public void RandomBytesAreBinary()
    {
        var data = new byte[Content.HeadLength];
        for (var seed = 0; seed < 20; seed++)
        {
            new Random(seed).NextBytes(data);
            Assert.Equal(ContentKind.Binary, Content.KindOf(data));
        }
    }

    [Fact]
    public void ThePathInACommandIsQuotedWhereAShellNeedsIt() =>
        Assert.Equal("xz -dc 'it'\\''s a log.xz' | logserialaudit report -", Content.UnpackCommand(ContentKind.Xz, "it's a log.xz"));
}
