namespace LogSerialAudit.Watching.Logs;

/// <summary>Some bytes of a text, by which their place in it is found again.</summary>
/// <param name="Length">How many.</param>
/// <param name="Sum">Their sum, by which they are looked for.</param>
/// <param name="Print">Their fingerprint.</param>
internal sealed record TextPiece(int Length, ulong Sum, string Print)
{
    /// <summary>The piece that <paramref name="bytes"/> are.</summary>
    public static TextPiece Of(ReadOnlySpan<byte> bytes) => new(bytes.Length, TailSearch.SumOf(bytes), Fingerprint.Of(bytes));

    /// <summary>The last lines of a text, as few as tell them from others; null where that is all of it.</summary>
    public static TextPiece? LastLinesOf(ReadOnlySpan<byte> text)
    {
        var from = text.Length;
        while (from > 0 && text.Length - from < TailSearch.Fewest)
        {
            from = text[..(from - 1)].LastIndexOf((byte)'\n') + 1;
        }

        return from == 0 ? null : Of(text[from..]);
    }
}
