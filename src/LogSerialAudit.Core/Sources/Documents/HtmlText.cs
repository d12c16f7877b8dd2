using System.Buffers;
using System.Net;
using System.Text;

namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// The text of a page of HTML, piece by piece: without tags, comments, styles and scripts, with characters for their names, and with a
/// line end where a tag begins a new line. A page is not checked; what is no HTML in it stays as it is.
/// </summary>
internal sealed class HtmlText
{
    private const int LongestName = 32;

    private static readonly SearchValues<byte> Special = SearchValues.Create("<&"u8);

    private static readonly HashSet<string> LineTags = new(StringComparer.Ordinal)
    {
        "br", "p", "div", "tr", "li", "pre", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dt", "dd", "hr", "body", "title",
    };

    private readonly List<byte> _name = [];
    private List<byte> _text = [];
    private string _hidden = "";
    private byte _quote;
    private bool _isBehindLineTag;
    private State _state;

    private enum State
    {
        Text,
        Entity,
        Opened,
        Name,
        Tag,
        Comment,
    }

    /// <summary>Whether a tag, a comment, a style or a script was begun and did not end yet.</summary>
    public bool IsHiding => _hidden.Length > 0 || _state is State.Name or State.Tag or State.Comment;

    /// <summary>How many of these were begun so far; what stands in a style or script is not counted.</summary>
    public long Opened { get; private set; }

    /// <summary>The text of the next piece.</summary>
    public byte[] Of(ReadOnlySpan<byte> piece)
    {
        _text = [];
        while (!piece.IsEmpty)
        {
            if (_state == State.Text)
            {
                var end = piece.IndexOfAny(Special);
                Write(end < 0 ? piece : piece[..end]);
                piece = end < 0 ? default : piece[end..];
                if (!piece.IsEmpty)
                {
                    _state = piece[0] == '<' ? State.Opened : State.Entity;
                    _name.Clear();
                    piece = piece[1..];
                }

                continue;
            }

            if (Take(piece[0]))
            {
                piece = piece[1..];
            }
        }

        return [.. _text];
    }

    /// <summary>Takes a byte that is not plain text; false where it has to be taken anew, as text.</summary>
    private bool Take(byte next) => _state switch
    {
        State.Entity => TakeEntity(next),
        State.Opened => TakeOpened(next),
        State.Name => TakeName(next),
        State.Comment => TakeComment(next),
        _ => TakeTag(next),
    };

    private bool TakeEntity(byte next)
    {
        if (next != ';' && _name.Count < LongestName && (char.IsAsciiLetterOrDigit((char)next) || next == '#'))
        {
            _name.Add(next);
            return true;
        }

        var name = $"&{Name}";
        var text = WebUtility.HtmlDecode(name + ";");
        var isKnown = next == ';' && text != name + ";";
        _state = State.Text;
        Write(Encoding.UTF8.GetBytes(isKnown ? text.Replace('\u00a0', ' ') : name));
        return isKnown;
    }

    private bool TakeOpened(byte next)
    {
        if (char.IsAsciiLetter((char)next) || next is (byte)'/' or (byte)'!')
        {
            _name.Add(Lower(next));
            _state = State.Name;
            Opened += _hidden.Length == 0 ? 1 : 0;
            return true;
        }

        _state = State.Text;
        Write("<"u8);
        return false;
    }

    private bool TakeName(byte next)
    {
        if (_name.Count < LongestName && (char.IsAsciiLetterOrDigit((char)next) || next == '-'))
        {
            _name.Add(Lower(next));
            _state = Name == "!--" ? State.Comment : State.Name;
            return true;
        }

        (_state, _quote) = (State.Tag, 0);
        return TakeTag(next);
    }

    private bool TakeTag(byte next)
    {
        if (_quote != 0)
        {
            _quote = next == _quote ? (byte)0 : _quote;
        }
        else if (next is (byte)'"' or (byte)'\'')
        {
            _quote = next;
        }
        else if (next == '>')
        {
            EndTag(Name);
        }

        return true;
    }

    private bool TakeComment(byte next)
    {
        // The name holds how the comment seems to end.
        if (next == '>' && _name is [.., (byte)'-', (byte)'-'])
        {
            _state = State.Text;
        }

        _name.Add(next);
        _name.RemoveRange(0, _name.Count - 2);
        return true;
    }

    private void EndTag(string name)
    {
        _state = State.Text;
        if (_hidden.Length > 0)
        {
            _hidden = name == $"/{_hidden}" ? "" : _hidden;
            return;
        }

        _hidden = name is "style" or "script" ? name : "";
        if (LineTags.Contains(name.TrimStart('/')) && !_isBehindLineTag)
        {
            _text.Add((byte)'\n');
            _isBehindLineTag = true;
        }
    }

    /// <summary>Writes text that is shown; the line end of the source behind a tag that ends a line is not another one.</summary>
    private void Write(ReadOnlySpan<byte> text)
    {
        if (_hidden.Length > 0 || text.IsEmpty)
        {
            return;
        }

        if (_isBehindLineTag)
        {
            text = text.TrimStart(" \t\r\n"u8);
            _isBehindLineTag = text.IsEmpty;
        }

        _text.AddRange(text);
    }

    private static byte Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter;

    private string Name => Encoding.ASCII.GetString([.. _name]);
}
