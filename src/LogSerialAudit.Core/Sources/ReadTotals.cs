namespace LogSerialAudit.Sources;

/// <summary>
/// What became of every byte of text. At the end of a source <see cref="BytesRead"/> is the sum of <see cref="LineBytes"/>,
/// <see cref="LongLineBytes"/>, <see cref="BomBytes"/> and <see cref="UnreadableBytes"/>.
/// </summary>
/// <param name="BytesRead">Bytes of text, after decompression.</param>
/// <param name="Lines">Lines delivered.</param>
/// <param name="LineBytes">Bytes of the lines delivered, newlines included.</param>
/// <param name="LongLines">Lines longer than <see cref="LineBlock.Capacity"/> of which nothing was delivered. They have numbers too.</param>
/// <param name="FirstLongLine">The number of the first line that was too long, from 1, also where its end was delivered; 0 where there is none.</param>
/// <param name="LongLineBytes">Bytes not delivered of lines that were too long.</param>
/// <param name="BomBytes">Bytes of the byte order mark: 3 or 0.</param>
/// <param name="UnreadableBytes">Bytes of a line that was cut by damage, or all of a source that is no text.</param>
/// <param name="ShortenedLines">Of <paramref name="Lines"/>, those that were too long because of a run of NUL bytes: what follows the last of these was delivered as the line.</param>
public readonly record struct ReadTotals(
    long BytesRead,
    long Lines,
    long LineBytes,
    long LongLines,
    long FirstLongLine,
    long LongLineBytes,
    int BomBytes,
    long UnreadableBytes,
    long ShortenedLines)
{
    /// <summary>Whether no byte is unaccounted for; true once the source was read to its end.</summary>
    public bool IsBalanced => BytesRead == LineBytes + LongLineBytes + BomBytes + UnreadableBytes;
}
