using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>Walks through a zone file entry by entry: an entry is a line, or lines in parentheses (RFC 1035 section 5.1).</summary>
/// <param name="text">The zone file, a character a byte.</param>
internal sealed class ZoneEntries(string text)
{
    /// <summary>Of UTF-8, as the bytes are seen here.</summary>
    private const string ByteOrderMark = "\u00ef\u00bb\u00bf";

    private int _position = text.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? ByteOrderMark.Length : 0;

    /// <summary>What is wrong; null as long as all was understood.</summary>
    public Fault? Fault { get; private set; }

    /// <summary>The next entry that has a word; null at the end, or where the text can't be understood.</summary>
    public ZoneEntry? Next()
    {
        while (Fault is null && _position < text.Length)
        {
            if (Entry() is { Words.Count: > 0 } entry)
            {
                return entry;
            }
        }

        return null;
    }

    private ZoneEntry? Entry()
    {
        var words = new List<ZoneWord>();
        var (start, depth, opened) = (_position, 0, 0);
        while (_position < text.Length)
        {
            var at = _position;
            var piece = ZoneFileGrammar.Piece(new LineInput(text, at));
            if (!piece.WasSuccessful)
            {
                Fault = new Fault(piece.Remainder.Position, $"expected {string.Join(" or ", piece.Expectations.Distinct())}");
                return null;
            }

            _position = piece.Remainder.Position;
            switch (piece.Value)
            {
                case ZonePieceKind.NewLine when depth == 0:
                    return new ZoneEntry(text[start] is not (' ' or '\t'), words, at);
                case ZonePieceKind.Open:
                    opened = depth++ == 0 ? at : opened;
                    break;
                case ZonePieceKind.Close when depth-- == 0:
                    Fault = new Fault(at, "a closing parenthesis without an opening one");
                    return null;
                case ZonePieceKind.Word or ZonePieceKind.Quoted when words.Count < ZoneEntry.MostWords:
                    words.Add(new ZoneWord(text[at.._position], at));
                    break;
            }
        }

        if (depth > 0)
        {
            Fault = new Fault(opened, "a parenthesis that is never closed");
            return null;
        }

        return new ZoneEntry(text[start] is not (' ' or '\t'), words, _position);
    }
}
