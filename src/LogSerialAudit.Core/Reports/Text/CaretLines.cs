using System.Buffers;
using System.Text;

namespace LogSerialAudit.Reports.Text;

/// <summary>A line of text, and below it a caret under one of its places; what does not fit is cut around the place.</summary>
public static class CaretLines
{
    private const string Cut = "...";

    /// <summary>The line as far as it is shown, made safe, and the line with the caret.</summary>
    /// <param name="source">The whole line.</param>
    /// <param name="at">The place, in UTF-16 units from 0; its length for the place behind the end.</param>
    /// <param name="width">Columns there are, at least 20.</param>
    public static (string Text, string Caret) Of(string source, int at, int width) =>
        Of(SafeText.Of(source[..at]), SafeText.Of(source[at..]), width);

    /// <summary>The same for a part of a log line, in which any byte may stand.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="at">The place, in bytes from 0.</param>
    /// <param name="width">Columns there are, at least 20.</param>
    public static (string Text, string Caret) Of(ReadOnlySpan<byte> source, int at, int width) => Of(Safe(source[..at]), Safe(source[at..]), width);

    private static (string Text, string Caret) Of(string before, string behind, int width)
    {
        if (before.Length + behind.Length > width)
        {
            // Most of what is shown is before the place: it tells where one is.
            var room = Math.Max(width - behind.Length, width * 2 / 3);
            before = before.Length <= room ? before : Cut + Whole(before[^(room - Cut.Length)..]);
            room = width - before.Length;
            behind = behind.Length <= room ? behind : Whole(behind[..(room - Cut.Length)]) + Cut;
        }

        return (before + behind, new string(' ', before.Length) + "^");
    }

    private static string Safe(ReadOnlySpan<byte> text)
    {
        var safe = new ArrayBufferWriter<byte>(text.Length + 1);
        SafeText.Write(text, safe);
        return Encoding.UTF8.GetString(safe.WrittenSpan);
    }

    /// <summary>Without the half of a character that a cut left at either end.</summary>
    private static string Whole(string part)
    {
        part = part.Length > 0 && char.IsLowSurrogate(part[0]) ? part[1..] : part;
        return part.Length > 0 && char.IsHighSurrogate(part[^1]) ? part[..^1] : part;
    }
}
