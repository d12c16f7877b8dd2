using System.Buffers;
using System.Globalization;
using System.Text;

namespace LogSerialAudit.Reports;

/// <summary>
/// Makes text from logs safe to show: whoever can have a line logged must not be able to move the reader's cursor,
/// turn the writing direction, hide letters or break a row. Controls, invisible format characters (bidirectional
/// controls, zero-width and tag characters), line separators and bytes that are not UTF-8 become visible escapes:
/// <c>\x1b</c> for a byte, <c>\u202e</c> and <c>\U000e0041</c> for a character. All else stays as it is, backslashes
/// included, since zone names have them.
/// </summary>
public static class SafeText
{
    /// <summary>Whether <paramref name="text"/> is printable ASCII throughout, and so is safe without a closer look.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)' ', (byte)'~');

    /// <summary>Appends <paramref name="text"/>, made safe, to <paramref name="into"/> as valid UTF-8.</summary>
    public static void Write(ReadOnlySpan<byte> text, IBufferWriter<byte> into)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExceptInRange((byte)' ', (byte)'~');
            if (plain != 0)
            {
                plain = plain < 0 ? text.Length : plain;
                into.Write(text[..plain]);
                text = text[plain..];
                continue;
            }

            var status = Rune.DecodeFromUtf8(text, out var rune, out var length);
            if (status == OperationStatus.Done && !IsHidden(rune))
            {
                into.Write(text[..length]);
            }
            else if (status == OperationStatus.Done && !rune.IsAscii)
            {
                WriteEscape(rune, into);
            }
            else
            {
                foreach (var value in text[..length])
                {
                    WriteHex("\\x"u8, value, 2, into);
                }
            }

            text = text[length..];
        }
    }

    /// <summary><paramref name="text"/> made safe; the same string where nothing had to be done. For messages, not for many rows.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var safe = new ArrayBufferWriter<byte>(text.Length * 2);
        var rest = text.AsSpan();
        Span<byte> utf8 = stackalloc byte[4];
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done)
            {
                Write(utf8[..rune.EncodeToUtf8(utf8)], safe);
            }
            else
            {
                WriteHex("\\u"u8, rest[0], 4, safe);
            }

            rest = rest[length..];
        }

        return Encoding.UTF8.GetString(safe.WrittenSpan);
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    private static void WriteEscape(Rune rune, IBufferWriter<byte> into)
    {
        if (rune.IsBmp)
        {
            WriteHex("\\u"u8, rune.Value, 4, into);
        }
        else
        {
            WriteHex("\\U"u8, rune.Value, 8, into);
        }
    }

    private static void WriteHex(ReadOnlySpan<byte> prefix, int value, int digits, IBufferWriter<byte> into)
    {
        var escape = into.GetSpan(prefix.Length + digits);
        prefix.CopyTo(escape);
        for (var place = prefix.Length + digits - 1; place >= prefix.Length; place--)
        {
            escape[place] = "0123456789abcdef"u8[value & 0xf];
            value >>= 4;
        }

        into.Advance(prefix.Length + digits);
    }
}
