namespace LogSerialAudit.Reports.Markup;

/// <summary>Text in Markdown in which nothing is markup.</summary>
internal static class MarkdownText
{
    private const string Markup = "\\`*_{}[]<>#|~&";

    /// <summary>The text, made safe and escaped, for within a line.</summary>
    public static string Of(string text) =>
        string.Concat(SafeText.Of(text).Select(letter => Markup.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter.ToString()));
}
