using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

/// <summary>All that a reader yields, line by line, with its accounts checked.</summary>
internal sealed record Reading(IReadOnlyList<ReadLine> Lines, ReadTotals Totals, Damage? Damage, GzipHeader? Header, ContentKind Packing)
{
    public string Text => string.Concat(Lines.Select(line => line.Text));

    public static Reading Of(byte[] data, int largestChunk = int.MaxValue - 1, bool canSeek = true, int seed = 1) =>
        All(BlockReader.Over(new ChunkedStream(data, largestChunk, canSeek, seed), "x.log"));

    public static Reading OfStandardInput(byte[] data, int largestChunk = int.MaxValue - 1, int seed = 1) =>
        All(BlockReader.Open(SourceFile.StandardInput, new ChunkedStream(data, largestChunk, false, seed)));

    public static Reading All(BlockReader reader)
    {
        using (reader)
        {
            var lines = new List<ReadLine>();
            LineBlock[] blocks = [new(), new()];
            for (var turn = 0; reader.Read(blocks[turn & 1]); turn++)
            {
                lines.AddRange(LinesOf(blocks[turn & 1]));
            }

            Assert.False(reader.Read(blocks[0]));
            Assert.Equal(0, blocks[0].Length);
            var totals = reader.Totals;
            Assert.True(totals.IsBalanced, totals.ToString());
            Assert.Equal(lines.Count, totals.Lines);
            Assert.Equal(lines.Sum(line => line.Text.Length), totals.LineBytes);
            return new Reading(lines, totals, reader.Damage, reader.GzipHeader, reader.Packing);
        }
    }

    private static List<ReadLine> LinesOf(LineBlock block)
    {
        var (lines, at) = (new List<ReadLine>(), 0);
        while (at < block.Length)
        {
            var end = block.Span[at..].IndexOf((byte)'\n');
            var length = end < 0 ? block.Length - at : end + 1;
            lines.Add(new ReadLine(block.FirstLine + lines.Count, block.FirstByte + at, System.Text.Encoding.Latin1.GetString(block.Span.Slice(at, length))));
            at += length;
        }

        Assert.Equal(lines.Count, block.LineCount);
        Assert.True(block.Length > 0);
        return lines;
    }
}
