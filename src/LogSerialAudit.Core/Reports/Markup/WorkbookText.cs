using System.Globalization;
using System.Text;

namespace LogSerialAudit.Reports.Markup;

/// <summary>Text for the cells of a workbook (ECMA-376), where some characters cannot be and some sequences mean others.</summary>
internal static class WorkbookText
{
    /// <summary>The most characters of a cell, in UTF-16 units.</summary>
    public const int MostCharacters = 32767;

    private const string Cut = " [cut]";

    /// <summary>The text of a cell, which is safe already, escaped for XML and cut where it is too long.</summary>
    public static string Of(string text)
    {
        if (text.Length > MostCharacters)
        {
            var length = MostCharacters - Cut.Length;
            text = text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + Cut;
        }

        var escaped = new StringBuilder(text.Length + 16);
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            escaped.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\uFFFE' or '\uFFFF' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),

                // _x0041_ means A to Excel, so an underscore that could begin such a thing is written as one (section 22.4.2.4).
                '_' when place + 1 < text.Length && text[place + 1] == 'x' => "_x005F_",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
