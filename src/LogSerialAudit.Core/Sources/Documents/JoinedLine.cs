namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// Pieces of a line put together. A mail program breaks lines at blanks, other programs cut them anywhere; so at each break
/// both are tried, and only what is an event as a whole counts.
/// </summary>
internal sealed class JoinedLine(ILineJudge judge)
{
    /// <summary>A log line is not looked for in more pieces than these.</summary>
    public const int MostPieces = 7;

    private readonly byte[] _try = new byte[(MostPieces * (LinePiece.Longest + 1)) + BareZone.Word.Length];
    private readonly byte[] _text = new byte[(MostPieces * (LinePiece.Longest + 1)) + BareZone.Word.Length];
    private int _length;

    /// <summary>The line that was found last.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    /// <summary>Whether a word was added that its first piece lacks.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>Whether pieces are an event as a whole; then <see cref="Text"/> is it.</summary>
    /// <param name="pieces">The pieces in order.</param>
    /// <param name="dropsLastBlank">Whether the blank at the end of a piece that goes on is not part of the line.</param>
    /// <param name="closesQuote">Whether they are a whole only if no quote is open: the first of them are an event in which one is.</param>
    public bool TryComplete(List<LinePiece> pieces, bool dropsLastBlank, bool closesQuote = false)
    {
        var lacksWord = BareZone.LacksWord(pieces[0].Text);
        var breaks = pieces.Count - 1;
        for (var tried = 0; tried < 1 << breaks; tried++)
        {
            // What is quoted is a name, which has no blank.
            var cuts = closesQuote ? (1 << breaks) - 1 - tried : tried;
            if (Fits(pieces, cuts, dropsLastBlank) && (Try(pieces, cuts, lacksWord: false, closesQuote) || (lacksWord && Try(pieces, cuts, lacksWord: true, closesQuote))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text that may end in words of any kind ends within quotes, as <c>TSIG 'ke</c>: then it was cut.</summary>
    public static bool IsQuoteOpen(ReadOnlySpan<byte> text) => text.Count((byte)'\'') % 2 != 0;

    /// <summary>A piece that goes on says by itself what stands at its break.</summary>
    private static bool Fits(List<LinePiece> pieces, int cuts, bool dropsLastBlank)
    {
        for (var at = 0; at < pieces.Count - 1; at++)
        {
            if (pieces[at].GoesOn && ((cuts >> at) & 1) != (dropsLastBlank ? 1 : 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="pieces">The pieces.</param>
    /// <param name="cuts">A bit for each break: set where a word was cut, clear where a blank was.</param>
    /// <param name="lacksWord">Whether to begin with the word that the first piece lacks.</param>
    /// <param name="closesQuote">Whether no quote may be open.</param>
    private bool Try(List<LinePiece> pieces, int cuts, bool lacksWord, bool closesQuote)
    {
        var length = 0;
        if (lacksWord)
        {
            BareZone.Word.CopyTo(_try);
            length = BareZone.Word.Length;
        }

        for (var at = 0; at < pieces.Count; at++)
        {
            if (at > 0 && ((cuts >> (at - 1)) & 1) == 0)
            {
                _try[length++] = (byte)' ';
            }

            pieces[at].Text.CopyTo(_try, length);
            length += pieces[at].Text.Length;
        }

        if (closesQuote && IsQuoteOpen(_try.AsSpan(0, length)))
        {
            return false;
        }

        var traits = judge.Judge(_try.AsSpan(0, length));
        if (!traits.HasFlag(LineTraits.Event) || (traits & (LineTraits.Stamped | LineTraits.NamesZone)) == 0)
        {
            return false;
        }

        _try.AsSpan(0, length).CopyTo(_text);
        (_length, IsCompleted) = (length, lacksWord);
        return true;
    }
}
