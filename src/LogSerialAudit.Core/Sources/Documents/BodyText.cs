using System.Text;
using MimeKit.Encodings;

namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// The text of a mail's body: takes the encoding off (RFC 2045 section 6), makes UTF-8 of its characters, and parts it into
/// lines again, each with the number of the line of the source that it begins in. What is wrong in the encoding is passed over.
/// </summary>
internal sealed class BodyText
{
    /// <summary>What is longer is no log line; its rest is dropped.</summary>
    public const int LongestLine = 64 * 1024;

    private readonly LineJoiner _joiner;
    private readonly IMimeDecoder? _decoder;
    private readonly Decoder? _characters;
    private readonly HtmlText? _page;
    private byte[] _input = [];
    private byte[] _output = [];
    private char[] _chars = [];
    private byte[] _utf8 = [];
    private byte[] _line = [];
    private int _length;
    private long _number;

    /// <summary>Makes the text of a body.</summary>
    /// <param name="joiner">Who takes its lines.</param>
    /// <param name="encoding">The encoding, in lower case.</param>
    /// <param name="charset">The name of its character set; null for ASCII or UTF-8.</param>
    /// <param name="page">What takes the text out of a page of HTML; null for plain text.</param>
    public BodyText(LineJoiner joiner, string encoding, string? charset, HtmlText? page = null)
    {
        (_joiner, _page) = (joiner, page);
        _decoder = DecoderOfEncoding(encoding);
        _characters = DecoderOf(charset);
    }

    /// <summary>By how many lines the text has more than the body.</summary>
    public long ExtraLines { get; private set; }

    /// <summary>Lines of which only the beginning was kept.</summary>
    public long LongLines { get; private set; }

    /// <summary>What takes a transfer encoding off; null where there is nothing to take off.</summary>
    public static IMimeDecoder? DecoderOfEncoding(string encoding) => encoding switch
    {
        "base64" => new Base64Decoder(),
        "quoted-printable" => new QuotedPrintableDecoder(),
        "x-uuencode" or "uuencode" or "x-uue" => new UUDecoder(),
        _ => null,
    };

    /// <summary>Takes a line of the body with its line end.</summary>
    public void Take(ReadOnlySpan<byte> line, long number)
    {
        if (_decoder is null && _characters is null && _page is null)
        {
            _joiner.Take(line.TrimEnd((byte)'\n'), number);
            return;
        }

        var text = Characters(Decoded(line), flush: false);
        Split(_page is null ? text : _page.Of(text), number);
    }

    /// <summary>Ends the body.</summary>
    public void End()
    {
        Split(Characters([], flush: true), _number);
        if (_length > 0)
        {
            Deliver();
        }

        _joiner.End();
    }

    private ReadOnlySpan<byte> Decoded(ReadOnlySpan<byte> line)
    {
        if (_decoder is null)
        {
            return line;
        }

        Grow(ref _input, line.Length);
        line.CopyTo(_input);
        Grow(ref _output, _decoder.EstimateOutputLength(line.Length));
        return _output.AsSpan(0, _decoder.Decode(_input, 0, line.Length, _output));
    }

    private ReadOnlySpan<byte> Characters(ReadOnlySpan<byte> bytes, bool flush)
    {
        if (_characters is null)
        {
            return bytes;
        }

        Grow(ref _chars, _characters.GetCharCount(bytes, flush));
        var chars = _chars.AsSpan(0, _characters.GetChars(bytes, _chars, flush));
        Grow(ref _utf8, Encoding.UTF8.GetMaxByteCount(chars.Length));
        return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(chars, _utf8));
    }

    private void Split(ReadOnlySpan<byte> text, long number)
    {
        for (var lines = 0L; !text.IsEmpty; lines++)
        {
            var end = text.IndexOf((byte)'\n');
            Append(end < 0 ? text : text[..end], number);
            if (end < 0)
            {
                return;
            }

            ExtraLines += lines > 0 ? 1 : 0;
            Deliver();
            text = text[(end + 1)..];
        }
    }

    private void Append(ReadOnlySpan<byte> text, long number)
    {
        _number = _length == 0 ? number : _number;
        if (text.Length > LongestLine - _length)
        {
            LongLines += _length < LongestLine ? 1 : 0;
            text = text[..(LongestLine - _length)];
        }

        if (_line.Length < _length + text.Length)
        {
            Array.Resize(ref _line, (_length + text.Length) * 2);
        }

        text.CopyTo(_line.AsSpan(_length));
        _length += text.Length;
    }

    private void Deliver()
    {
        _joiner.Take(_line.AsSpan(0, _length), _number);
        _length = 0;
    }

    private static Decoder? DecoderOf(string? charset)
    {
        if (charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // Characters of a set that is not known stay as they are: what counts in a log is ASCII.
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? (Known(charset) ? Encoding.GetEncoding(charset) : null);
        return encoding?.GetDecoder();
    }

    private static bool Known(string charset) =>
        Array.Exists(Encoding.GetEncodings(), encoding => encoding.Name.Equals(charset, StringComparison.OrdinalIgnoreCase)) || charset.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes a buffer long enough; what it holds goes.</summary>
    private static void Grow<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new T[Math.Max(4096, length * 2)];
        }
    }
}
