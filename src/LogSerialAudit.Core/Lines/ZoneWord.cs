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

    /// <summary>The names that no host is taken to have.</summary>
    private static readonly HashSet<int> Usual =
    [
        .. ("UTC GMT UT WET WEST CET CEST MET MEST EET EEST MSK BST IST EST EDT CST CDT MST MDT PST PDT AKST AKDT HST NZST NZDT AEST AEDT ACST ACDT AWST "
            + "JST KST HKT SGT SAST BRT ART PKT WIB").Split(' ').Select(name => Of(name)),
    ];

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

    /// <summary>Whether a name is one of those that are often written; a host in capitals may look like any other.</summary>
    internal static bool IsUsual(ReadOnlySpan<byte> name)
    {
        if (name.Length is < 2 or > MostLetters)
        {
            return false;
        }

        Span<char> letters = stackalloc char[MostLetters];
        System.Text.Ascii.ToUtf16(name, letters, out var length);
        return Usual.Contains(Of(letters[..length]));
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
