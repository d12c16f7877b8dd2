namespace LogSerialAudit.Lines;

/// <summary>
/// The short name of a time zone, such as <c>PDT</c>, in a number. It is no offset, because several zones share one; it can only
/// be held against the zone that a log is in.
/// </summary>
public static class ZoneWord
{
    /// <summary>A zone without a name that is another than the log's: no short name has this number.</summary>
    internal const int Other = 1;

    private const int MostLetters = 6;

    /// <summary>The number of a short name of two to six capital letters; 0 for anything else.</summary>
    public static int Of(ReadOnlySpan<char> name)
    {
        var word = 0;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterUpper(letter))
            {
                return 0;
            }

            word = (word * 32) + letter - 'A' + 1;
        }

        return name.Length is >= 2 and <= MostLetters ? word : 0;
    }

    /// <summary>Reads a blank and a short name that ends before a blank or with the line.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> text, out int word, out int length)
    {
        word = length = 0;
        if (text.IsEmpty || text[0] != ' ')
        {
            return false;
        }

        var name = text[1..Math.Min(text.Length, MostLetters + 2)];
        var end = name.IndexOf((byte)' ');
        name = end < 0 ? name : name[..end];
        if (end < 0 && text.Length > MostLetters + 1)
        {
            return false;
        }

        Span<char> letters = stackalloc char[name.Length];
        for (var at = 0; at < name.Length; at++)
        {
            letters[at] = (char)name[at];
        }

        word = Of(letters);
        length = name.Length + 1;
        return word != 0;
    }
}
