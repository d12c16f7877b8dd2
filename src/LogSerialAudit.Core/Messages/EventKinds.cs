using System.Collections.Frozen;
using System.Text;

namespace LogSerialAudit.Messages;

/// <summary>The fixed words for <see cref="EventKind"/>, as printed in tables and written in catalogues.</summary>
public static class EventKinds
{
    private static readonly string[] Words = [.. Enum.GetNames<EventKind>().Select(Hyphenated)];

    private static readonly FrozenDictionary<string, EventKind> ByWord =
        Enum.GetValues<EventKind>().ToFrozenDictionary(kind => Words[(int)kind], StringComparer.Ordinal);

    /// <summary>All words, in the order of <see cref="EventKind"/>.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The word of a kind: <c>RollbackOffered</c> is <c>rollback-offered</c>.</summary>
    public static string Word(this EventKind kind) => Words[(int)kind];

    /// <summary>The kind of a word, or false where there is none.</summary>
    public static bool TryParse(string word, out EventKind kind) => ByWord.TryGetValue(word, out kind);

    private static string Hyphenated(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
