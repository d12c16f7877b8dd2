using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources.Codecs;

public sealed class CodecTests
{
    public static TheoryData<string, ContentKind> Files => new()
    {
        { "small.bz2", ContentKind.Bzip2 },
        { "small.xz", ContentKind.Xz },
        { "small.zst", ContentKind.Zstd },
        { "small.lz4", ContentKind.Lz4 },
        { "blocks.bz2", ContentKind.Bzip2 },
        { "blocks.xz", ContentKind.Xz },
        { "crc32.xz", ContentKind.Xz },
        { "unchecked.xz", ContentKind.Xz },
        { "unchecked.zst", ContentKind.Zstd },
        { "linked.lz4", ContentKind.Lz4 },
        { "unchecked.lz4", ContentKind.Lz4 },
    };

    public static TheoryData<string> SmallFiles => ["small.bz2", "small.xz", "small.zst", "small.lz4"];

    [Theory]
    [MemberData(nameof(Files))]
    public void AFileOfTheRealToolIsReadWhole(string name, ContentKind packing)
    {
        foreach (var (chunk, canSeek) in new[] { (int.MaxValue - 1, true), (7, false), (70_000, false) })
        {
            var read = Reading.Of(PackedFile.Read(name), chunk, canSeek);

            Assert.Null(read.Damage);
            Assert.Equal(name.StartsWith("small", StringComparison.Ordinal) ? PackedFile.Small : PackedFile.Big, read.Text);
            Assert.Equal(packing, read.Packing);
            Assert.Null(read.Header);
        }
    }

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void CutAtAnyByteItIsSaidAndOnlyWholeLinesBeforeTheCutAreGiven(string name)
    {
        var file = PackedFile.Read(name);
        var delivered = 0;
        for (var cut = 10; cut < file.Length; cut++)
        {
            var read = Reading.Of(file[..cut], 100, canSeek: cut % 2 == 0);

            Assert.Equal(DamageKind.Truncated, read.Damage?.Kind);
            Assert.Equal(cut, read.Damage?.CompressedOffset);
            Assert.StartsWith($"x.log: compressed data ends early at byte {cut} (of {cut}), after ", read.Damage?.Sentence, StringComparison.Ordinal);
            Assert.StartsWith(read.Text, PackedFile.Small, StringComparison.Ordinal);
            Assert.True(read.Text.Length >= delivered, $"a longer file gave less text at {cut}");
            delivered = read.Text.Length;
        }

        Assert.Equal(PackedFile.Small.Length, delivered);
    }

    [Theory]
    [InlineData("blocks.bz2", 5_000)]
    [InlineData("blocks.xz", 15_000)]
    [InlineData("crc32.xz", 5_000)]
    [InlineData("unchecked.zst", 50_000)]
    [InlineData("linked.lz4", 5_000)]
    public void AFileCutHalfwayGivesWhatTheHalfHolds(string name, int least)
    {
        var file = PackedFile.Read(name);
        for (var cut = file.Length * 2 / 3; cut < file.Length - 12; cut += file.Length / 20)
        {
            var read = Reading.Of(file[..cut], 5000, canSeek: false);

            Assert.Equal(DamageKind.Truncated, read.Damage?.Kind);
            Assert.StartsWith(read.Text, PackedFile.Big, StringComparison.Ordinal);
            Assert.True(read.Text.Length > least, $"{read.Text.Length} at {cut} of {file.Length}");
        }
    }

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void AFlippedByteIsReportedUnlessTheLinesAreRight(string name)
    {
        var (file, reported) = (PackedFile.Read(name), 0);
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var mask in new byte[] { 0x01, 0x80, 0xff })
            {
                var damaged = (byte[])file.Clone();
                damaged[at] ^= mask;
                var read = Reading.Of(damaged, 5000, canSeek: false);

                Assert.True(read.Text == PackedFile.Small || read.Damage is not null, $"byte {at} flipped by {mask} goes unsaid");
                reported += read.Damage is null ? 0 : 1;
            }
        }

        Assert.True(reported > file.Length * 3 * 9 / 10, $"{reported} of {file.Length * 3}");
    }

    [Theory]
    [InlineData("blocks.bz2")]
    [InlineData("blocks.xz")]
    [InlineData("crc32.xz")]
    [InlineData("linked.lz4")]
    public void DamageAnywhereInALargerFileIsReportedAndTheBlocksBeforeItAreGiven(string name)
    {
        var (file, random) = (PackedFile.Read(name), new Random(1));
        for (var turn = 0; turn < 60; turn++)
        {
            var damaged = (byte[])file.Clone();
            var at = random.Next(file.Length * 3 / 4, file.Length);
            damaged[at] ^= (byte)random.Next(1, 256);
            var read = Reading.Of(damaged, 50_000, canSeek: false);

            Assert.True(read.Damage is not null, $"byte {at}");
            Assert.InRange(read.Damage.CompressedOffset!.Value, 0, file.Length);
            Assert.True(name == "crc32.xz" || read.Text.StartsWith(PackedFile.Big[..65_000], StringComparison.Ordinal), $"byte {at}");
        }
    }

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void AllStreamsOfAFileAreReadAndPaddingBetweenIsNoFault(string name)
    {
        var file = PackedFile.Read(name);
        foreach (var padding in new[] { 0, 4, 5000 })
        {
            var read = Reading.Of([.. file, .. new byte[padding], .. file, .. file, .. new byte[padding]], 300, canSeek: false);

            Assert.Null(read.Damage);
            Assert.Equal(PackedFile.Small + PackedFile.Small + PackedFile.Small, read.Text);
        }
    }

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void WhatStandsBehindTheDataIsSaid(string name)
    {
        var file = PackedFile.Read(name);
        var read = Reading.Of([.. file, .. "garbage"u8], 300, canSeek: false);

        Assert.Equal(PackedFile.Small, read.Text);
        Assert.Equal(DamageKind.TrailingGarbage, read.Damage?.Kind);
        Assert.StartsWith($"x.log: 7 bytes after the end of the compressed data, from byte {file.Length} on, are no ", read.Damage?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("small.bz2", 14, "the checksum stored at byte 10 does not match")] // The sum of the block: all of its text is there.
    [InlineData("small.xz", -32, "the checksum stored at byte ")]
    [InlineData("small.zst", -1, "the checksum stored at byte ")]
    [InlineData("small.lz4", -1, "the checksum stored at byte ")]
    public void AWrongChecksumLosesNoLine(string name, int at, string sentence)
    {
        var file = PackedFile.Read(name);
        file[at < 0 ? file.Length + at : at - 1] ^= 1;
        var read = Reading.Of(file, 1000, canSeek: false);

        Assert.Equal(PackedFile.Small, read.Text);
        Assert.Equal(DamageKind.Checksum, read.Damage?.Kind);
        Assert.Contains(sentence, read.Damage?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SmallFiles))]
    public void AReadErrorIsNoDamageOfTheData(string name)
    {
        using var reader = BlockReader.Over(new ChunkedStream(PackedFile.Read(name), 50, false, failAt: 200), "x.log");
        var read = Reading.All(reader);

        Assert.Equal(DamageKind.ReadError, read.Damage?.Kind);
        Assert.Contains("reading failed at byte 20", read.Damage?.Sentence, StringComparison.Ordinal);
    }
}
