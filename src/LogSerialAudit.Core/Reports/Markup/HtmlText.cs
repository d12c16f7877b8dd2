using System.Text;

namespace LogSerialAudit.Reports.Markup;

/// <summary>Text in HTML in which nothing is markup.</summary>
internal static class HtmlText
{
    /// <summary>The text, made safe and escaped, for content and for attributes in quotes.</summary>
    public static string Of(string text)
    {
        var safe = SafeText.Of(text);
        if (safe.AsSpan().IndexOfAny("&<>\"'") < 0)
        {
            return safe;
        }

        var escaped = new StringBuilder(safe.Length + 32);
        foreach (var letter in safe)
        {
            escaped.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }
}
