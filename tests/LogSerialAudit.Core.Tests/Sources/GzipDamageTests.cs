using System.Buffers.Binary;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

public sealed class GzipDamageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CutAtAnyByteEveryWholeLineBeforeTheCutIsDelivered(bool canSeek)
    {
        var text = Gz.Lines(40);
        var (first, whole) = (Gz.Member(text), Gz.Lines(40) + Gz.Lines(10, 2));
        byte[] file = [.. first, .. Gz.Member(Gz.Lines(10, 2))];
        var delivered = 0;
        for (var cut = 2; cut < file.Length; cut++)
        {
            var read = Reading.Of(file[..cut], 1000, canSeek);

            Assert.StartsWith(read.Text, whole, StringComparison.Ordinal);
            Assert.True(read.Text.Length >= delivered, $"a longer file gave less text at {cut}");
            delivered = read.Text.Length;
            if (cut == first.Length)
            {
                Assert.Null(read.Damage);
            }
            else
            {
                // Of a pipe that ends where the checksum should begin it cannot be said whether it is missing or wrong.
                var expected = cut == first.Length + 1 ? DamageKind.TrailingGarbage : DamageKind.Truncated;
                Assert.True(read.Damage?.Kind == expected || (!canSeek && read.Damage?.Kind == DamageKind.Checksum), $"{read.Damage} at {cut}");
            }

            if (cut >= first.Length - 8)
            {
                Assert.StartsWith(text, read.Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AFlippedByteIsReportedUnlessTheLinesAreRight(bool canSeek)
    {
        var whole = Gz.Lines(30) + Gz.Lines(5, 2);
        byte[] file = [.. Gz.Member(Gz.Lines(30)), .. Gz.Member(Gz.Lines(5, 2))];
        for (var at = 2; at < file.Length; at++)
        {
            foreach (var mask in new byte[] { 0x01, 0x80, 0xff })
            {
                var damaged = (byte[])file.Clone();
                damaged[at] ^= mask;
                var read = Reading.Of(damaged, 5000, canSeek);

                Assert.True(read.Text == whole || read.Damage is not null, $"byte {at} flipped by {mask} goes unsaid");
            }
        }
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 3)]
    [InlineData(true, 20_000)]
    [InlineData(false, 20_000)]
    public void AWrongChecksumLosesNoLine(bool canSeek, int lines)
    {
        var text = Gz.Lines(lines);
        var file = Gz.Member(text);
        file[^8] ^= 1;
        var read = Reading.Of(file, 100_000, canSeek);

        Assert.Equal(text, read.Text);
        Assert.Equal(DamageKind.Checksum, read.Damage?.Kind);
        if (canSeek)
        {
            Assert.Equal($"x.log: the checksum stored at byte {file.Length - 8} does not match the text, so some of it is wrong, after {text.Length} bytes of text", read.Damage?.Sentence);
        }
    }

    [Fact]
    public void AWrongLengthLosesNoLine()
    {
        var text = Gz.Lines(3000);
        var file = Gz.Member(text);
        file[^1] ^= 1;
        var read = Reading.Of(file);

        Assert.Equal(text, read.Text);
        Assert.Equal($"x.log: the length stored at byte {file.Length - 4} does not match the text, after {text.Length} bytes of text", read.Damage?.Sentence);
    }

    [Fact]
    public void DamageInTheMiddleOfALargeFileKeepsWhatTheInflaterHadGot()
    {
        var text = Gz.Lines(50_000);
        var file = Gz.Member(text);
        var block = file.Length / 2;
        new Random(3).NextBytes(file.AsSpan(block, 4096));
        var seekable = Reading.Of(file);
        var pipe = Reading.OfStandardInput(file);

        Assert.Equal(DamageKind.Corrupt, seekable.Damage?.Kind);
        Assert.InRange(seekable.Damage!.CompressedOffset!.Value, block, block + 4096 + 8192);
        Assert.True(seekable.Totals.BytesRead >= pipe.Totals.BytesRead);
        Assert.Contains("the last lines before it may be missing", pipe.Damage?.Sentence, StringComparison.Ordinal);
        var same = seekable.Text.Zip(text).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(same > text.Length / 3, $"only {same} of {text.Length} bytes are right");
    }

    [Fact]
    public void TheSentenceTellsWhereAndHowMuch()
    {
        var file = Gz.Member(Gz.Lines(2000))[..8192];
        var read = Reading.Of(file);

        Assert.Equal(
            $"x.log: compressed data ends early at byte 8192 (of 8192), after {read.Totals.BytesRead} bytes of text; 1 cut line ({read.Totals.UnreadableBytes} bytes) left out",
            read.Damage?.Sentence);
        Assert.Equal((ProblemSeverity.Error, 8192, read.Totals.BytesRead), (read.Damage!.Severity, read.Damage.CompressedOffset, read.Damage.TextOffset));
        Assert.InRange(read.Totals.UnreadableBytes, 1, 120);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GarbageBehindTheDataIsAWarningAndNeverDropsALine(bool canSeek)
    {
        var member = Gz.Member("one\ntwo");
        var read = Reading.Of([.. member, .. new byte[20_000], .. "junk"u8], 4096, canSeek);

        Assert.Equal("one\ntwo", read.Text);
        Assert.Equal(ProblemSeverity.Warning, read.Damage?.Severity);
        Assert.Equal($"x.log: 4 bytes after the end of the compressed data, from byte {member.Length + 20_000} on, are no gzip data and were left out", read.Damage?.Sentence);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(300_000)]
    public void PaddingWithNulBytesIsNoFault(int padding)
    {
        var read = Reading.Of([.. Gz.Member("one\n"), .. new byte[padding]], 4096);

        Assert.Equal(("one\n", null), (read.Text, read.Damage));
    }

    [Fact]
    public void ManyMembersAreOneText()
    {
        var file = new List<byte>();
        for (var member = 0; member < 300; member++)
        {
            file.AddRange(Gz.Member(member % 3 == 0 ? "" : $"line {member}"));
            file.AddRange(Gz.Member("\n"));
        }

        foreach (var chunk in new[] { 1, 17, 100_000 })
        {
            var read = Reading.Of([.. file], chunk);
            Assert.Equal((300, null), (read.Lines.Count, read.Damage));
            Assert.Equal("line 299\n", read.Lines[^1].Text);
        }
    }

    [Fact]
    public void TheFirstMembersHeaderIsKept()
    {
        byte[] header = [0x1f, 0x8b, 8, 0x1c, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, .. "d\u00e9mon.log"u8, 0, .. "a comment"u8, 0];
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), 1559210000);
        var read = Reading.Of([.. header, .. Gz.Member("one\n")[10..], .. Gz.Member("two\n")], 1);

        Assert.Equal("one\ntwo\n", read.Text);
        Assert.Equal(1559210000u, read.Header?.ModifiedSeconds);
        Assert.StartsWith("d", read.Header?.FileName, StringComparison.Ordinal);
        Assert.Equal(new GzipHeader(null, null), Reading.Of(Gz.Member("one\n")).Header);
    }

    [Fact]
    public void GzipIsKnownByItsFirstBytesAndNotByItsName()
    {
        Assert.Equal(ContentKind.Text, Reading.Of(Gz.Bytes("plain\n")).Packing);
        Assert.Equal(ContentKind.Gzip, Reading.Of(Gz.Member("packed\n"), 1, canSeek: false).Packing);
        Assert.Equal(ContentKind.Text, Reading.Of([0x1f]).Packing);
    }

    [Fact]
    public void TheChecksumIsThatOfRfc1952ForEveryLength()
    {
        Assert.Equal(0xcbf4_3926u, Crc32.Append(0, "123456789"u8));
        var data = new byte[2000];
        new Random(1).NextBytes(data);
        for (var length = 0; length < data.Length; length += length < 300 ? 1 : 37)
        {
            var split = length / 3;
            Assert.Equal(Crc32.AppendPortably(0, data.AsSpan(0, length)), Crc32.Append(0, data.AsSpan(0, length)));
            Assert.Equal(Crc32.Append(0, data.AsSpan(0, length)), Crc32.Append(Crc32.Append(0, data.AsSpan(0, split)), data.AsSpan(split, length - split)));
        }
    }
}
