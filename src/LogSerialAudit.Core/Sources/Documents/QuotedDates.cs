using System.Text;
using MimeKit.Utils;
using NodaTime;

namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// The dates of the messages that a text consists of: of the message itself, and of those it quotes, by depth. A line was
/// logged before the message was sent that has it, so each bounds the lines that stand as deep or deeper.
/// </summary>
internal sealed class QuotedDates
{
    private const int LongestDate = 80;
    private readonly Instant?[] _byDepth = new Instant?[QuoteMarks.Deepest + 1];
    private (int Message, Instant? Date) _begun = (-1, null);
    private DocumentPart _part = new(0, null);

    /// <summary>Begins a message, or goes on with it.</summary>
    /// <param name="message">Its number in the document.</param>
    /// <param name="date">When it was sent; null where that is not known.</param>
    public void Begin(int message, Instant? date)
    {
        if (_begun == (message, date))
        {
            return;
        }

        _begun = (message, date);
        Array.Clear(_byDepth);
        _byDepth[0] = date;
        _part = new DocumentPart(message, date);
    }

    /// <summary>The part that a line of some depth is of.</summary>
    public DocumentPart PartAt(int depth)
    {
        while (depth > 0 && _byDepth[depth] is null)
        {
            depth--;
        }

        if (_part.NotAfter != _byDepth[depth])
        {
            _part = _part with { NotAfter = _byDepth[depth] };
        }

        return _part;
    }

    /// <summary>Takes a line that is no log line: it may be the date of a quoted message.</summary>
    public void See(ReadOnlySpan<byte> line, int depth)
    {
        if (line.Length is > 10 and < LongestDate && (line[0] | 0x20) == 'd' && Ascii.EqualsIgnoreCase(line[..5], "Date:"u8) && TryRead(line[5..]) is { } date)
        {
            Array.Clear(_byDepth, depth, _byDepth.Length - depth);
            _byDepth[depth] = date;
        }
    }

    /// <summary>The first lines of a saved page of an archive have the date alone on a line.</summary>
    public void SeeHead(ReadOnlySpan<byte> line)
    {
        if (_byDepth[0] is null && line.Length is > 20 and < 40 && line[3] == ' ' && TryRead(line) is { } date)
        {
            _byDepth[0] = date;
        }
    }

    /// <summary>A date as RFC 5322 or asctime writes it; null where it is none, or of no year that has mails.</summary>
    public static Instant? TryRead(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r"u8);
        if (text.Length is < 10 or > LongestDate || !DateUtils.TryParse(text.ToArray(), out var date) || date.Year is < 1980 or > 2200)
        {
            return null;
        }

        return Instant.FromDateTimeOffset(date);
    }
}
