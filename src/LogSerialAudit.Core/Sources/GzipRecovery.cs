using System.IO.Compression;

namespace LogSerialAudit.Sources;

/// <summary>Goes a second time through a damaged member, byte by byte where the damage is. Costs one more reading, of damaged files only.</summary>
internal static class GzipRecovery
{
    private const int LargestPiece = 8192;
    private const int Step = 64 * 1024;

    /// <summary>The text of a damaged member from <paramref name="from"/> on that the inflater had got but threw away, and where the damage shows.</summary>
    public static (ReadOnlyMemory<byte> Text, long Place) Rest(RawInput raw, long bodyStart, long badPiece, long from)
    {
        using var input = new CompressedInput(raw.Again(bodyStart), bodyStart) { SingleFrom = badPiece };
        using var member = new DeflateStream(input, CompressionMode.Decompress, leaveOpen: true);
        var (text, step, seen) = (new MemoryStream(), new byte[Step], 0L);
        try
        {
            int count;
            while ((count = member.Read(step, 0, input.Given + LargestPiece < badPiece ? Step : 1)) > 0)
            {
                var known = (int)Math.Clamp(from - seen, 0, count);
                text.Write(step, known, count - known);
                seen += count;
            }
        }
        catch (InvalidDataException)
        {
            // The expected end.
        }

        return (text.ToArray(), Math.Max(bodyStart, input.Given - 1));
    }

    /// <summary>Finds the end of a member to the byte, and what is wrong with the trailer there.</summary>
    public static (GzipTrailer.State State, long End) JudgeTrailer(RawInput raw, long bodyStart, long lastPiece, uint crc)
    {
        // One piece earlier than needed: the inflater may have held some bytes back.
        using var input = new CompressedInput(raw.Again(bodyStart), bodyStart) { SingleFrom = Math.Max(bodyStart, lastPiece - LargestPiece) };
        using var member = new DeflateStream(input, CompressionMode.Decompress, leaveOpen: true);
        var step = new byte[Step];
        while (member.Read(step) > 0)
        {
        }

        return (GzipTrailer.Judge(input.Peek(GzipTrailer.Length), crc), input.Given);
    }
}
