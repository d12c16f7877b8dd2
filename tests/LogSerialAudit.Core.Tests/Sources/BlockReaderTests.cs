using System.Text;
using CsCheck;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

public sealed class BlockReaderTests
{
    private const int Longest = LineBlock.Capacity;

    // A first line of plain text keeps what follows from being taken for binary data.
    private static readonly Gen<string> AnyText =
        from lines in Gen.OneOf(
            Gen.Const(""),
            Gen.Const("\r"),
            Gen.String[Gen.Char[' ', '~'], 0, 100],
            Gen.String[Gen.OneOf(Gen.Const('\0'), Gen.Char['a', 'z'], Gen.Char['\u0080', '\u00ff']), 0, 50],
            Gen.Int[0, 5000].Select(length => new string('\0', length)),
            Gen.Int[Longest - 3, Longest + 3].Select(length => new string('l', length)),
            Gen.Int[Longest - 3, Longest + 3].Select(length => new string('\0', length) + "tail"),
            Gen.Select(Gen.Int[Longest - 3, (2 * Longest) + 3], Gen.Int[0, 9]).Select(x => new string('n', x.Item1) + "\0" + new string('t', x.Item2))).Array[0, 12]
        from ending in Gen.OneOf(Gen.Const("\n"), Gen.Const(""))
        select string.Join("\n", lines.Prepend("May 30 10:05:36 ns named[1]: hello")) + ending;

    [Fact]
    public void HowTheBytesComeInDoesNotChangeTheLines() =>
        Gen.Select(AnyText, Gen.OneOf(Gen.Int[1, 7], Gen.Int[1000, 300_000]), Gen.Int[0, 1000]).Sample(
            (text, chunk, seed) =>
            {
                var truth = Expected(text);
                var totals = Reading.Of(Gz.Bytes(text), chunk, seed: seed).Totals;
                Assert.Equal(text.Count(c => c == '\n') + (text.EndsWith('\n') ? 0 : 1), totals.Lines + totals.LongLines);
                var data = Gz.Bytes(text);
                var cut = text.Length / 3;
                byte[] members = [.. Gz.Member(data[..cut]), .. Gz.Member(data[cut..])];
                Same(truth, Reading.Of(data));
                Same(truth, Reading.Of(data, chunk, seed: seed));
                Same(truth, Reading.OfStandardInput(data, chunk, seed));
                Same(truth, Reading.Of(Gz.Member(data), chunk, seed: seed));
                Same(truth, Reading.Of(members, chunk, canSeek: false, seed));
                Same(truth, Reading.OfStandardInput(members, chunk, seed));
            },
            iter: 60);

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\nb", 2)]
    [InlineData("a\r\n\r\nb\r\n", 3)]
    [InlineData("\n\n\n", 3)]
    [InlineData("a\0b\nc\n", 2)]
    public void LinesAreCountedWithAndWithoutALastNewline(string text, int lines)
    {
        var read = Reading.Of(Gz.Bytes(text), 1);

        Assert.Equal((lines, text, null), (read.Lines.Count, read.Text, read.Damage));
    }

    /// <summary>A carriage return alone ends lines only where no line feed does.</summary>
    [Theory]
    [InlineData("a\rb\rc", "a\nb\nc", 3)]
    [InlineData("a\r\rb\r", "a\n\nb\n", 3)]
    [InlineData("\u00ef\u00bb\u00bfa\rb", "a\nb", 2)]
    [InlineData("a\rb\nc\r", "a\rb\nc\r", 2)]
    [InlineData("a\r\nb\r\n", "a\r\nb\r\n", 2)]
    [InlineData("a b", "a b", 1)]
    public void CarriageReturnsAloneEndLines(string text, string read, int lines)
    {
        foreach (var chunk in new[] { 1, 100 })
        {
            var data = Gz.Bytes(text);
            foreach (var reading in new[] { Reading.Of(data, chunk), Reading.OfStandardInput(data, chunk, 0), Reading.Of(Gz.Member(data), chunk) })
            {
                Assert.Equal((lines, read, null), (reading.Lines.Count, reading.Text, reading.Damage));
            }
        }
    }

    [Fact]
    public void ALongFileOfCarriageReturnsIsReadToItsEnd()
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(number => $"line {number}\r"));

        Assert.Equal(text.Replace('\r', '\n'), Reading.Of(Gz.Bytes(text), 70_001).Text);
    }

    [Fact]
    public void ALongLineIsCountedAndTheNextOneHasItsRightNumber()
    {
        var read = Reading.Of(Gz.Bytes("first\n" + new string('x', (3 * Longest) + 1) + "\nthird\n" + new string('y', Longest) + "\nfifth"));

        Assert.Equal([new(1, 0, "first\n"), new(3, (3 * Longest) + 8, "third\n"), new ReadLine(5, (4 * Longest) + 15, "fifth")], read.Lines);
        Assert.Equal((2, 2, (4 * Longest) + 3), (read.Totals.LongLines, read.Totals.FirstLongLine, read.Totals.LongLineBytes));
        Assert.Null(read.Damage);
    }

    [Theory]
    [InlineData(Longest - 1, "\n", true)]
    [InlineData(Longest, "", true)]
    [InlineData(Longest, "\n", false)]
    [InlineData(Longest + 1, "", false)]
    public void TheLongestLineFillsABlockToTheByte(int length, string ending, bool delivered)
    {
        var read = Reading.Of(Gz.Bytes(new string('x', length) + ending), 65536);

        Assert.Equal(delivered ? (1, 0) : (0, 1), (read.Lines.Count, (int)read.Totals.LongLines));
    }

    [Fact]
    public void TheLineRightBehindARunOfNulBytesIsNotLost()
    {
        var read = Reading.Of(Gz.Bytes("before\ncut" + new string('\0', 3_000_000) + "after\nlast\n"), 50_000);

        Assert.Equal(["before\n", "after\n", "last\n"], read.Lines.Select(line => line.Text));
        Assert.Equal([1L, 2L, 3L], read.Lines.Select(line => line.Number));
        Assert.Equal((0, 1, 2, 3_000_003), (read.Totals.LongLines, read.Totals.ShortenedLines, read.Totals.FirstLongLine, read.Totals.LongLineBytes));
    }

    [Fact]
    public void AFileThatBeginsWithNulBytesIsStillALog() =>
        Assert.Equal("a line of text\n", Reading.Of(Gz.Bytes(new string('\0', 1_000_000) + "a line of text\n")).Text);

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(4096, true)]
    public void AByteOrderMarkIsCountedAndNotDelivered(int chunk, bool canSeek)
    {
        var read = Reading.Of(Gz.Bytes("\u00ef\u00bb\u00bfa\nb\n"), chunk, canSeek);

        Assert.Equal([new(1, 3, "a\n"), new ReadLine(2, 5, "b\n")], read.Lines);
        Assert.Equal(3, read.Totals.BomBytes);
    }

    [Fact]
    public void Utf16IsReadAsUtf8()
    {
        // A character of four bytes, a line feed as the half of a character, half a pair, and a last byte that is none.
        const string Text = "größer \U0001F600 \u0a0a\r\na line of text \ud800\nend";
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var plain = encoding.GetBytes("a line of text without any mark, long enough to tell\n" + Text);
            foreach (var (bytes, expected) in new[]
            {
                ((byte[])[.. encoding.Preamble, .. encoding.GetBytes(Text)], Text.Replace('\ud800', '\ufffd')),
                ([.. plain, 0x41], "a line of text without any mark, long enough to tell\n" + Text.Replace('\ud800', '\ufffd') + "\ufffd"),
            })
            {
                foreach (var chunk in new[] { 1, 2, 3, 7, 1000 })
                {
                    var read = Reading.Of(bytes, chunk);

                    Assert.Equal(expected, string.Concat(read.Lines.Select(line => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line.Text)))));
                    Assert.Equal((Encoding.UTF8.GetByteCount(expected), 0L), (read.Totals.BytesRead, read.Totals.UnreadableBytes));
                    Assert.Null(read.Damage);
                }
            }
        }
    }

    [Fact]
    public void BinaryDataIsRefusedAlsoWithinGzipAndFromStandardInput()
    {
        byte[] packed = [(byte)'7', (byte)'z', 0xbc, 0xaf, 0x27, 0x1c, 0, 4, (byte)'\n', 1];

        Assert.Equal("x.log: is a 7-zip archive, which is not read; convert it first: 7z x -so x.log | logserialaudit report -", Reading.Of(packed).Damage?.Sentence);
        Assert.Equal("x.log: holds, within gzip, gzip data, not a text log", Reading.Of(Gz.Member(Gz.Member("a\n"))).Damage?.Sentence);
        Assert.Equal("-: is a 7-zip archive, which is not read; convert it first: 7z x -so FILE | logserialaudit report -", Reading.OfStandardInput(packed, 1).Damage?.Sentence);
    }

    [Fact]
    public void AnErrorWhileReadingIsDamageAndKeepsTheLinesBefore()
    {
        using var stream = new ChunkedStream(Gz.Bytes("one\ntwo\nthree\n"), 1, canSeek: true, failAt: 10);
        var read = Reading.All(BlockReader.Over(stream, "x.log"));

        Assert.Equal("one\ntwo\n", read.Text);
        Assert.Equal("x.log: reading failed at byte 10: Input/output error, after 10 bytes of text; 1 cut line (2 bytes) left out", read.Damage?.Sentence);

        using var unreadable = new ChunkedStream([1, 2, 3], 1, canSeek: true, failAt: 0);
        Assert.Equal("x.log: reading failed at byte 0: Input/output error", Reading.All(BlockReader.Over(unreadable, "x.log")).Damage?.Sentence);
    }

    [Fact]
    public void AFileThatGrowsIsReadUpToTheLengthItHadWhenItWasOpened()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.log", "one\ntwo\n");
        var reader = BlockReader.Open(SourceFile.At(path));
        File.AppendAllText(path, "three\n");

        Assert.Equal("one\ntwo\n", Reading.All(reader).Text);
    }

    [Fact]
    public void AFileThatShrinksIsDamaged()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.log", "one\ntwo\nthree\nfour\n");
        var reader = BlockReader.Open(SourceFile.At(path));
        File.WriteAllText(path, "one\ntwo\nthree\nf");
        var read = Reading.All(reader);

        Assert.Equal((DamageKind.Truncated, "one\ntwo\nthree\n"), (read.Damage?.Kind, read.Text));
        Assert.Equal($"{path}: the file shrank while it was read: it ends at byte 15 (of 19); 1 cut line (1 byte) left out", read.Damage?.Sentence);
    }

    [Fact]
    public void AFileThatVanishedIsDamageAndNoException()
    {
        using var folder = new TempFolder();
        var read = Reading.All(BlockReader.Open(SourceFile.At(folder.At("gone.log"))));

        Assert.Equal((DamageKind.NotOpened, $"{folder.At("gone.log")}: no such file; it was there a moment ago"), (read.Damage?.Kind, read.Damage?.Sentence));
        Assert.Equal($"{folder.Path}: is a folder", Reading.All(BlockReader.Open(SourceFile.At(folder.Path))).Damage?.Sentence);
    }

    [Fact]
    public void WhoWritesAndRotatesIsNotDisturbed()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.log", "one\n");
        using var reader = BlockReader.Open(SourceFile.At(path));
        using (var writer = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.WriteByte((byte)'x');
        }

        File.Move(path, folder.At("a.log.1"));

        Assert.Equal("one\n", Reading.All(reader).Text);
    }

    [Fact]
    public void ASignalledTokenStopsTheReading()
    {
        using var cancel = new CancellationTokenSource();
        using var reader = BlockReader.Over(new MemoryStream(Gz.Bytes("one\n")), "x.log");
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() => reader.Read(new LineBlock(), cancel.Token));
    }

    private static void Same(List<ReadLine> truth, Reading read)
    {
        Assert.Equal(truth, read.Lines);
        Assert.Null(read.Damage);
    }

    // The law, told without blocks: a line is delivered if it fits a block, else what follows its last NUL if that does.
    private static List<ReadLine> Expected(string text)
    {
        var (lines, at) = (new List<ReadLine>(), 0);
        for (var number = 1L; at < text.Length; number++)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            var line = text[at..end];
            var tail = line[(line.LastIndexOf('\0') + 1)..];
            if (line.Length <= Longest)
            {
                lines.Add(new ReadLine(number, at, line));
            }
            else if (tail.Length < line.Length && tail.Length is > 0 && tail.Length <= Longest && tail != "\n")
            {
                lines.Add(new ReadLine(number, end - tail.Length, tail));
            }

            at = end;
        }

        return lines;
    }
}
