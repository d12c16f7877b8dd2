namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// How a message about a zone begins that was cut out of its line: with <c>zone NAME/CLASS: </c>, or without the first word,
/// which goes easily when stamps are cut off by columns.
/// </summary>
internal static class BareZone
{
    /// <summary>The word that may be missing.</summary>
    public static ReadOnlySpan<byte> Word => "zone "u8;

    /// <summary>Whether a text begins so.</summary>
    public static bool Begins(ReadOnlySpan<byte> text) => text.StartsWith(Word) || LacksWord(text);

    /// <summary>Whether it begins with <c>NAME/CLASS: </c>.</summary>
    public static bool LacksWord(ReadOnlySpan<byte> text)
    {
        var blank = text.IndexOf((byte)' ');
        var token = blank < 0 ? text : text[..blank];
        return token.Length > 4 && token[^1] == ':' && token.IndexOf("/IN"u8) > 0;
    }
}
