using System.Buffers.Binary;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources.Codecs;

public sealed class BombTests
{
    [Theory]
    [InlineData("bomb.bz2")]
    [InlineData("bomb.xz")]
    [InlineData("bomb.zst")]
    public void WhatExpandsTooFarEndsThereAndTheOptionIsNamed(string name)
    {
        var file = PackedFile.Read(name);
        using var reader = BlockReader.Over(new MemoryStream(file), "x.log", new ExpandLimit(200, 1 << 20));
        var (lines, block) = (0L, new LineBlock());
        while (reader.Read(block, TestContext.Current.CancellationToken))
        {
            lines += block.LineCount;
        }

        Assert.Equal(DamageKind.Refused, reader.Damage?.Kind);
        Assert.InRange(lines, 1, (1 << 20) + LineBlock.Capacity);
        Assert.Contains("over 200 to 1, as in a trap to fill memory; --max-expand allows more, after ", reader.Damage?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, 1L << 30)]
    [InlineData(1_000_000_000, 0)]
    public void BelowTheFloorOrTheRatioAllIsRead(long ratio, long floor)
    {
        using var reader = BlockReader.Over(new MemoryStream(PackedFile.Read("bomb.bz2")), "x.log", new ExpandLimit(ratio, floor));
        var block = new LineBlock();
        while (reader.Read(block, TestContext.Current.CancellationToken))
        {
        }

        Assert.Null(reader.Damage);
        Assert.Equal(20_000_000, reader.Totals.Lines);
    }

    [Theory]
    [InlineData("200", 200, 1L << 30)]
    [InlineData("1:0", 1, 0)]
    [InlineData("50:64K", 50, 64 << 10)]
    [InlineData("50:3M", 50, 3 << 20)]
    [InlineData("1000:2G", 1000, 2L << 30)]
    public void ALimitIsARatioAndAFloor(string text, long ratio, long floor)
    {
        Assert.True(ExpandLimit.TryParse(text, out var limit));
        Assert.Equal(new ExpandLimit(ratio, floor), limit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("200:")]
    [InlineData("200:K")]
    [InlineData("200:1T")]
    [InlineData(":1G")]
    [InlineData("200:1:1")]
    [InlineData("99999999999999999999")]
    [InlineData("1:999999999999G")]
    public void WhatIsNoLimitIsRefused(string text) => Assert.False(ExpandLimit.TryParse(text, out _));

    [Fact]
    public void AnXzDictionaryOfGigabytesIsRefused()
    {
        var file = PackedFile.Read("small.xz");
        var header = file.AsSpan(12, (file[12] + 1) * 4);
        header[header.IndexOf((byte)0x21) + 2] = 38;
        BinaryPrimitives.WriteUInt32LittleEndian(header[^4..], Crc32.Append(0, header[..^4]));
        var read = Reading.Of(file);

        Assert.Equal("x.log: its xz data asks for 2048 MiB of memory, more than the 128 that are given, after 0 bytes of text", read.Damage?.Sentence);
    }

    [Theory]
    [InlineData(27, 0, null)]
    [InlineData(27, 1, "x.log: its zstd data asks for 144 MiB of memory, more than the 128 that are given, after 0 bytes of text")]
    [InlineData(31, 0, "x.log: its zstd data asks for 2048 MiB of memory, more than the 128 that are given, after 0 bytes of text")]
    [InlineData(41, 7, "x.log: its zstd data asks for 3932160 MiB of memory, more than the 128 that are given, after 0 bytes of text")]
    public void AZstdWindowOfGigabytesIsRefused(int log, int eighths, string? sentence)
    {
        byte[] file = [0x28, 0xb5, 0x2f, 0xfd, 0, (byte)(((log - 10) << 3) | eighths), (9 << 3) | 1, 0, 0, .. "one line\n"u8];
        var read = Reading.Of(file);

        Assert.Equal(sentence, read.Damage?.Sentence);
        Assert.Equal(sentence is null ? "one line\n" : "", read.Text);
    }

    [Fact]
    public void ManySmallStreamsTakeNoTime()
    {
        byte[] empty = [.. "BZh9"u8, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90, 0, 0, 0, 0];
        var file = new byte[empty.Length * 100_000];
        for (var at = 0; at < file.Length; at += empty.Length)
        {
            empty.CopyTo(file, at);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(0, Reading.Of(file).Totals.BytesRead);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }
}
