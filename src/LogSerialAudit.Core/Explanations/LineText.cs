using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Explanations;

/// <summary>Fetches lines of a source by their numbers, after decompression.</summary>
internal static class LineText
{
    /// <summary>
    /// The lines that there are, by number, without their line ends: of a mail or another text the log line that begins in
    /// that line, else the line itself. One that is too long to be looked at is left out.
    /// </summary>
    /// <param name="file">The source.</param>
    /// <param name="lines">The numbers, from 1, in ascending order.</param>
    /// <param name="judge">Who tells log lines from other text.</param>
    /// <param name="input">What <c>-</c> stands for.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static Dictionary<long, byte[]> Of(SourceFile file, IReadOnlyList<long> lines, ILineJudge judge, byte[] input, CancellationToken cancel)
    {
        var found = new Dictionary<long, byte[]>();
        var wanted = lines.ToHashSet();
        using (var reader = new DocumentReader(BlockReader.Open(file, new MemoryStream(input)), judge))
        {
            Collect(reader.Read, wanted, found, cancel);
        }

        if (found.Count < wanted.Count)
        {
            using var reader = BlockReader.Open(file, new MemoryStream(input));
            Collect(reader.Read, wanted, found, cancel);
        }

        return found;
    }

    private static void Collect(Func<LineBlock, CancellationToken, bool> read, HashSet<long> wanted, Dictionary<long, byte[]> found, CancellationToken cancel)
    {
        var block = new LineBlock();
        while (found.Count < wanted.Count && read(block, cancel))
        {
            var rest = block.Span;
            for (var place = 0; !rest.IsEmpty; place++)
            {
                var end = rest.IndexOf((byte)'\n');
                var line = block.LineNumbers is { } numbers ? numbers[place] : block.FirstLine + place;
                if (wanted.Contains(line) && !found.ContainsKey(line))
                {
                    found.Add(line, (end < 0 ? rest : rest[..end]).ToArray());
                }

                rest = end < 0 ? default : rest[(end + 1)..];
            }
        }
    }
}
