using System.Runtime.InteropServices;

namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// JSON objects that are each spread over several lines, as <c>journalctl -o json-pretty</c> and <c>jq</c> write them, alone or in an
/// array: from a line that is an opening brace to one as far indented that closes it. Each becomes one line.
/// </summary>
internal sealed class SpreadJson(LineQueue output) : Document(DocumentForm.SpreadJson)
{
    /// <summary>What is longer is passed over.</summary>
    private const int Longest = LineBlock.Capacity - 1;

    private static readonly DocumentPart Whole = new(0, null);

    /// <summary>How lists of log lines are called in the answers of CloudWatch and Elasticsearch, and in others.</summary>
    private static readonly byte[][] Lists = [.. "events hits entries records results logs".Split(' ').Select(name => System.Text.Encoding.UTF8.GetBytes($"\"{name}\""))];

    private readonly List<byte> _object = [];
    private int _indent = -1;
    private bool _isInList;
    private long _number;
    private bool _isTooLong;

    /// <summary>Whether a source begins with such an object.</summary>
    public static bool Is(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart(" \t\r\n"u8);
        text = text.StartsWith("["u8) ? text[1..].TrimStart(" \t\r\n"u8) : text;
        return text is [(byte)'{', (byte)'\r' or (byte)'\n', ..] && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'"', ..];
    }

    public override void End()
    {
        if (_indent >= 0)
        {
            Remark("ends within an object, which is left out");
        }
    }

    protected override void TakeLine(ReadOnlySpan<byte> line, long number)
    {
        var text = line.Trim(" \t\r\n"u8);
        var indent = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
        if (_isInList && text.SequenceEqual("{"u8))
        {
            // An object in a list of lines is one by itself, and the one around it none.
            _indent = -1;
        }

        _isInList = text.EndsWith("["u8) && IsList(text);
        if (_indent < 0)
        {
            if (!text.SequenceEqual("{"u8))
            {
                if (!(text.IsEmpty || text[0] is (byte)'"' or (byte)']' or (byte)'}' || text.SequenceEqual("["u8)))
                {
                    // One that stands in a line, or something else; not what is around a list.
                    output.Add(text, number, Whole);
                }

                return;
            }

            (_indent, _number, _isTooLong) = (indent, number, false);
            _object.Clear();
        }

        var isEnd = indent == _indent && (text.SequenceEqual("}"u8) || text.SequenceEqual("},"u8));
        text = isEnd ? text[..1] : text;
        _isTooLong |= _object.Count + text.Length > Longest;
        if (!_isTooLong)
        {
            _object.AddRange(text);
        }

        if (isEnd)
        {
            EndObject();
        }
    }

    private static bool IsList(ReadOnlySpan<byte> text)
    {
        var name = text[..^1].TrimEnd(" \t:"u8);
        foreach (var list in Lists)
        {
            if (name.SequenceEqual(list))
            {
                return true;
            }
        }

        return false;
    }

    private void EndObject()
    {
        _indent = -1;
        if (_isTooLong)
        {
            Remark("begins an object that is too long to be looked at");
            return;
        }

        Summary = Summary with { Messages = Summary.Messages + 1 };
        output.Add(CollectionsMarshal.AsSpan(_object), _number, Whole);
    }

    private void Remark(string what) => Summary = Summary.With($"line {_number} {what}");
}
