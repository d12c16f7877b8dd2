using System.Globalization;
using System.Text;
using MimeKit;
using NodaTime;

namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// A mail, or a mailbox of several. It is read line by line: a header until an empty line, then a body until the boundary of
/// the part around it (RFC 2046 section 5.1) or the next mail of the box. Nothing of it is kept but the lines of one wrapped
/// log line, whatever its size, and a packed attachment up to a bound.
/// </summary>
/// <param name="judge">Who tells log lines from other text.</param>
/// <param name="output">Who takes the log lines.</param>
/// <param name="attachments">Who takes packed attachments; null where they are not read.</param>
internal sealed class Mailbox(ILineJudge judge, LineQueue output, Queue<Attachment>? attachments) : Document(DocumentForm.Mail)
{
    private const int DeepestPart = 32;
    private const int LongestName = 80;

    private readonly LineJoiner _joiner = new(judge, output);
    private readonly List<Enclosure> _around = [];
    private MailFields? _header = new();
    private BodyText? _body;
    private PackedBody? _packed;
    private string _name = "";
    private long _begin;
    private Instant? _date;
    private Instant? _separatorDate;
    private int _message;
    private bool _isMessageHeader = true;
    private bool _isBegun;
    private bool _isBehindBlank = true;

    public override void End() => EndBody();

    protected override void TakeLine(ReadOnlySpan<byte> line, long number)
    {
        var text = line.TrimEnd("\r\n"u8);
        if (_isBehindBlank && MailHead.IsSeparator(text))
        {
            BeginMail(MailHead.DateOf(text));
            return;
        }

        _isBehindBlank = text.IsEmpty;
        if (_header is null)
        {
            TakeBody(line, text, number);
        }
        else if (text.IsEmpty ? _isBegun || !_isMessageHeader : !_header.Take(text))
        {
            EndHeader(number);
            if (!text.IsEmpty)
            {
                TakeBody(line, text, number);
            }
        }
        else
        {
            _isBegun |= !text.IsEmpty;
        }
    }

    private void BeginMail(Instant? date)
    {
        EndBody();
        _around.Clear();
        (_header, _isMessageHeader, _isBegun, _isBehindBlank) = (new MailFields(), true, false, false);
        (_separatorDate, _date) = (date, null);
    }

    private void EndHeader(long number)
    {
        var fields = _header!;
        _header = null;
        if (_isMessageHeader)
        {
            BeginMessage(fields.Date ?? (_around.Count == 0 ? _separatorDate : _date));
        }

        switch (BodyKinds.Of(fields, _isMessageHeader || _around.Count == 0 ? "" : _around[^1].Kind))
        {
            case BodyKind.Multipart when _around.Count < DeepestPart:
                _around.Add(new Enclosure(fields.Type, _date));
                break;
            case BodyKind.Message:
                (_header, _isMessageHeader, _isBegun) = (new MailFields(), true, false);
                break;
            case (BodyKind.Text or BodyKind.Html) and var kind:
                _joiner.DropsLastBlank = fields.Type.Parameters["delsp"] is { } drops && drops.Equals("yes", StringComparison.OrdinalIgnoreCase);
                _body = new BodyText(_joiner, fields.Encoding, fields.Type.Charset, kind == BodyKind.Html ? new HtmlText() : null);
                break;
            case BodyKind.Multipart:
                Remark(number, $"parts nested more than {DeepestPart} deep");
                break;
            case BodyKind.Packed when attachments is not null:
                (_packed, _name, _begin) = (new PackedBody(BodyText.DecoderOfEncoding(fields.Encoding)), fields.FileName, number);
                break;
            case BodyKind.Packed or BodyKind.Unread:
                Remark(number, fields.FileName.Length > 0 ? $"the attachment {Short(fields.FileName)}" : $"a part of type {Short(fields.Type.MimeType)}");
                break;
        }
    }

    private void BeginMessage(Instant? date)
    {
        _date = date;
        if (_around.Count == 0)
        {
            Saw(date);
            _message = (int)Math.Min(int.MaxValue, Summary.Messages);
            Summary = Summary with { Messages = Summary.Messages + 1 };
        }
    }

    private void TakeBody(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, long number)
    {
        if (text.StartsWith("--"u8) && _around.Count > 0 && Cross(text[2..].TrimEnd(" \t"u8)))
        {
            return;
        }

        _packed?.Take(line);
        if (_body is not null)
        {
            _joiner.Dates.Begin(_message, _date);
            _body.Take(line, number);
        }
    }

    /// <summary>Whether a line is a boundary of a part around; then another part begins, or the parts are over.</summary>
    private bool Cross(ReadOnlySpan<byte> boundary)
    {
        for (var depth = _around.Count - 1; depth >= 0; depth--)
        {
            var around = _around[depth];
            if (!boundary.StartsWith(around.Boundary))
            {
                continue;
            }

            var rest = boundary[around.Boundary.Length..];
            if (!rest.IsEmpty && !rest.SequenceEqual("--"u8))
            {
                continue;
            }

            EndBody();
            _around.RemoveRange(depth + 1, _around.Count - depth - 1);
            (_date, _isMessageHeader) = (around.Date, false);
            if (rest.IsEmpty)
            {
                _header = new MailFields();
            }
            else
            {
                _around.RemoveAt(depth);
            }

            return true;
        }

        return false;
    }

    private void EndBody()
    {
        EndPacked();
        if (_body is not { } body)
        {
            return;
        }

        body.End();
        _body = null;
        Summary = Summary with { ExtraLines = Summary.ExtraLines + body.ExtraLines };
        if (body.LongLines > 0)
        {
            Summary = Summary.With(string.Create(CultureInfo.InvariantCulture, $"{body.LongLines} line{(body.LongLines == 1 ? "" : "s")} of encoded text longer than {BodyText.LongestLine} bytes, not looked at"));
        }
    }

    private void EndPacked()
    {
        if (_packed is { IsTooLong: true })
        {
            Remark(_begin, $"the attachment {Short(_name)}, of more than {PackedBody.Longest / (1024 * 1024)} MiB");
        }
        else if (_packed is not null)
        {
            attachments!.Enqueue(new Attachment(_name.Length == 0 ? "attachment" : _name, _message, _begin, _date, _packed.ToArray()));
        }

        _packed = null;
    }

    private void Remark(long number, string what) => Summary = Summary.With(string.Create(CultureInfo.InvariantCulture, $"{what}, at line {number}, is not read"));

    private static string Short(string name) => name.Length > LongestName ? name[..LongestName] + "..." : name;

    /// <summary>A multipart body that the present line stands in.</summary>
    private sealed class Enclosure(ContentType type, Instant? date)
    {
        public byte[] Boundary { get; } = Encoding.UTF8.GetBytes(type.Boundary ?? "");

        public string Kind { get; } = type.MediaSubtype.ToLowerInvariant();

        public Instant? Date => date;
    }
}
