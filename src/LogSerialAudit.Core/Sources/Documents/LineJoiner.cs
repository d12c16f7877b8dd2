namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// Finds the log lines of a text: takes quote marks off and puts lines together again that a mail program has wrapped. Lines
/// are joined only where they then are an event as a whole, or where a line says that it goes on; a line that no join
/// completes stays as it is.
/// </summary>
/// <param name="judge">Who tells log lines from other text.</param>
/// <param name="output">Where they go; null where only <see cref="Changed"/> is asked for.</param>
internal sealed class LineJoiner(ILineJudge judge, LineQueue? output)
{
    private const int LinesOfHead = 12;
    private readonly List<LinePiece> _pieces = [];
    private readonly JoinedLine _joined = new(judge);

    /// <summary>The first piece's traits.</summary>
    private LineTraits _first;

    /// <summary>How many of the pieces are an event together; 0 while none are.</summary>
    private int _whole;

    private long _line;

    /// <summary>The dates of the messages that the text is made of.</summary>
    public QuotedDates Dates { get; } = new();

    /// <summary>Whether a blank at the end of a line goes when lines are joined (RFC 3676 section 4.5, <c>DelSp=yes</c>).</summary>
    public bool DropsLastBlank { get; set; }

    /// <summary>How many log lines were quoted, joined or completed: what a log has none of.</summary>
    public long Changed { get; private set; }

    /// <summary>Takes a line of the text.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="number">Its number in the source.</param>
    public void Take(ReadOnlySpan<byte> line, long number)
    {
        _line++;
        var depth = QuoteMarks.Strip(ref line);
        line = line.TrimEnd("\r\0"u8);
        var goesOn = !line.IsEmpty && line[^1] == ' ';
        Take(line.Trim(" \t"u8), new LinePiece([], number, depth, goesOn));
    }

    /// <summary>Ends the text: what was held back is settled.</summary>
    public void End()
    {
        while (_pieces.Count > 0)
        {
            Settle();
        }

        _line = 0;
    }

    private void Take(ReadOnlySpan<byte> text, LinePiece piece)
    {
        while (_pieces.Count > 0)
        {
            if (CanContinue(text, piece) && Continue(text, piece))
            {
                return;
            }

            Settle();
        }

        Begin(text, piece);
    }

    private bool CanContinue(ReadOnlySpan<byte> text, LinePiece piece)
    {
        var last = _pieces[^1];
        if (text.IsEmpty || text.Length > LinePiece.Longest || piece.Depth != last.Depth || _pieces.Count == JoinedLine.MostPieces)
        {
            return false;
        }

        // Of a line that is an event already, only what shows that it goes on is taken: a blank at its end, digits of a cut number, or a quote that is open.
        if (_whole > 0 && !(last.GoesOn || JoinedLine.IsQuoteOpen(_joined.Text) || (char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)last.Text[^1]))))
        {
            return false;
        }

        var traits = judge.Judge(text);
        return !traits.HasFlag(LineTraits.Stamped) && !(BareZone.Begins(text) && (_whole > 0 || !_first.HasFlag(LineTraits.Stamped)));
    }

    private bool Continue(ReadOnlySpan<byte> text, LinePiece piece)
    {
        _pieces.Add(piece with { Text = text.ToArray() });
        var isQuoteOpen = _whole > 0 && JoinedLine.IsQuoteOpen(_joined.Text);
        if (_joined.TryComplete(_pieces, DropsLastBlank, isQuoteOpen))
        {
            _whole = _pieces.Count;
            return true;
        }

        if (_whole == 0 || isQuoteOpen)
        {
            return true;
        }

        _pieces.RemoveAt(_pieces.Count - 1);
        return false;
    }

    private void Begin(ReadOnlySpan<byte> text, LinePiece piece)
    {
        var traits = judge.Judge(text);
        var isStamped = traits.HasFlag(LineTraits.Stamped);
        var mayGoOn = text.Length <= LinePiece.Longest && ((isStamped && !traits.HasFlag(LineTraits.Foreign)) || BareZone.Begins(text));
        if (mayGoOn)
        {
            _pieces.Add(piece with { Text = text.ToArray() });
            (_first, _whole) = (traits, _joined.TryComplete(_pieces, DropsLastBlank) ? 1 : 0);
        }
        else if (IsLogLine(traits))
        {
            Deliver(text, piece, piece.Depth > 0);
        }
        else if (!isStamped)
        {
            Dates.See(text, piece.Depth);
            if (_line <= LinesOfHead)
            {
                Dates.SeeHead(text);
            }
        }
    }

    /// <summary>Delivers what the first pieces are; the others are looked at again, each for itself.</summary>
    private void Settle()
    {
        var (first, taken) = (_pieces[0], Math.Max(1, _whole));
        if (_whole > 0)
        {
            Deliver(_joined.Text, first, first.Depth > 0 || _whole > 1 || _joined.IsCompleted);
        }
        else if (IsLogLine(_first))
        {
            Deliver(first.Text, first, first.Depth > 0);
        }

        var rest = taken < _pieces.Count ? _pieces[taken..] : null;
        _pieces.Clear();
        _whole = 0;
        rest?.ForEach(piece => Take(piece.Text, piece));
    }

    private void Deliver(ReadOnlySpan<byte> text, LinePiece first, bool isChanged)
    {
        Changed += isChanged ? 1 : 0;
        output?.Add(text, first.Number, Dates.PartAt(first.Depth));
    }

    private static bool IsLogLine(LineTraits traits) =>
        (traits.HasFlag(LineTraits.Stamped) && (traits & (LineTraits.Syslog | LineTraits.Event)) != 0)
        || traits.HasFlag(LineTraits.Event | LineTraits.NamesZone);
}
