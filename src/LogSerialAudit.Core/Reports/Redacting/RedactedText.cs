using System.Buffers;
using System.Text;
using NodaTime;

namespace LogSerialAudit.Reports.Redacting;

/// <summary>Finds names, addresses and paths in texts.</summary>
/// <param name="names">The names.</param>
/// <param name="addresses">The addresses.</param>
/// <param name="files">The paths.</param>
internal sealed class RedactedText(RedactedNames names, RedactedAddresses addresses, RedactedFiles files)
{
    /// <summary>What stands for a word that may be anything.</summary>
    private const string Hidden = "[...]";

    /// <summary>What parts words. A zone may have some of it in its name; those are looked for first.</summary>
    internal static readonly SearchValues<char> Between = SearchValues.Create(" \t'\"`()[]{}<>=,;|*?!&");

    private const string Trailing = ".:";

    /// <summary>Numbers, times, offsets, counts (<c>x3</c>).</summary>
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.:-+TZ%#/x~");

    /// <summary>See <see cref="Redaction.Of(string)"/>.</summary>
    public string Of(string text) => names.Find(text) ?? Words(text, isOurs: true);

    /// <summary>See <see cref="Redaction.OfOthers"/>.</summary>
    public string OfOthers(string text) => names.Find(text) ?? Words(text, isOurs: false);

    private string Words(string text, bool isOurs)
    {
        foreach (var odd in names.Odd)
        {
            text = text.Replace(odd, names.Find(odd), StringComparison.OrdinalIgnoreCase);
        }

        var result = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny(Between);
            length = length < 0 ? text.Length - at : length;
            if (length > 0)
            {
                var word = text.Substring(at, length);
                var core = word.TrimEnd(Trailing.ToCharArray());
                _ = result.Append(core.Length == 0 ? word : Word(core, isOurs)).Append(core.Length == 0 ? "" : word[core.Length..]);
                at += length;
            }
            else
            {
                _ = result.Append(text[at++]);
            }
        }

        return result.ToString();
    }

    private string Word(string word, bool isOurs)
    {
        if (names.IsIssued(word))
        {
            return word;
        }

        if (addresses.Find(word) is { } address)
        {
            return address;
        }

        if (names.Find(word) is { } known)
        {
            // A host may be called by a word that this program needs itself.
            return isOurs && !word.Contains('.', StringComparison.Ordinal) && Vocabulary.Has(word) ? word : known;
        }

        if (IsPlain(word) || DateTimeZoneProviders.Tzdb.Ids.Contains(word) || (word.Contains('/', StringComparison.Ordinal) && Vocabulary.Has(word)))
        {
            return word;
        }

        return word.Contains('@', StringComparison.Ordinal) && word.IndexOf('@', StringComparison.Ordinal) > 0 ? Mailbox(word)
            : word.Contains('/', StringComparison.Ordinal) || IsFile(word) ? files.Of(word)
            : IsDomain(word) ? names.Host(word)
            : isOurs || Vocabulary.Has(word) || IsOption(word) ? word
            : Hidden;
    }

    private string Mailbox(string word)
    {
        names.Person(word);
        return names.Find(word)!;
    }

    /// <summary>A number, a time, a version: no letters but those of times and numbers.</summary>
    private static bool IsPlain(string word) =>
        !word.AsSpan().ContainsAnyExcept(OfNumbers) || (word.Length == 64 && word.All(char.IsAsciiHexDigitLower))
        || (word.StartsWith("sha256:", StringComparison.Ordinal) && word.Length == 71);

    private static bool IsFile(string word)
    {
        var colon = word.LastIndexOf(':');
        return RedactedFiles.IsName(colon > 0 && word.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? word[..colon] : word);
    }

    /// <summary>Labels with dots between them, one of them of more than one letter.</summary>
    private static bool IsDomain(string word) =>
        word.Contains('.', StringComparison.Ordinal) && word.Any(char.IsLetter)
        && !word.AsSpan().ContainsAny(":/") && word.Split('.') is var labels && labels.All(label => label.Length > 0) && labels.Any(label => label.Length > 1);

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && (word.Length <= 3 || word.StartsWith("--", StringComparison.Ordinal));
}
