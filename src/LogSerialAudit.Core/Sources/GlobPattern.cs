namespace LogSerialAudit.Sources;

/// <summary>
/// A path with <c>*</c>, <c>?</c> and <c>[a-z]</c>, for where the shell has not expanded it. As in a shell, none of them matches
/// a slash or a leading dot, and a backslash takes the next character as it is.
/// </summary>
internal static class GlobPattern
{
    /// <summary>Whether there is anything to expand.</summary>
    public static bool HasWildcards(string path) => path.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    /// <summary>The existing paths that match, in ordinal order.</summary>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        var found = new List<string> { pattern.StartsWith('/') ? "/" : "" };
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.SelectMany(folder => Next(folder, part)).ToList();
        }

        found.RemoveAll(path => path.Length == 0);
        found.Sort(string.CompareOrdinal);
        return found;
    }

    /// <summary>Whether a name matches one part of a pattern.</summary>
    public static bool Matches(ReadOnlySpan<char> part, ReadOnlySpan<char> name)
    {
        if (name.StartsWith('.') && !part.StartsWith('.'))
        {
            return false;
        }

        // A star that fails is tried one character further on; an earlier one need never be tried again.
        var (p, n, star, starName) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < part.Length && part[p] == '*')
            {
                (star, starName) = (p++, n);
            }
            else if (p < part.Length && MatchesOne(part[p..], name[n], out var length))
            {
                p += length;
                n++;
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++starName);
            }
            else
            {
                return false;
            }
        }

        return part[p..].Trim('*').IsEmpty;
    }

    private static IEnumerable<string> Next(string folder, string part)
    {
        var prefix = folder.Length == 0 || folder.EndsWith('/') ? folder : folder + "/";
        if (!HasWildcards(part))
        {
            var path = prefix + part;
            return UnixFile.At(path).Type == UnixFileType.Missing ? [] : [path];
        }

        return FolderNames.In(folder.Length == 0 ? "." : folder).Where(name => Matches(part, name)).Select(name => prefix + name);
    }

    private static bool MatchesOne(ReadOnlySpan<char> part, char value, out int length)
    {
        length = 1;
        if (part[0] == '?')
        {
            return true;
        }

        if (part[0] == '[' && part.Length > 2 && part[2..].IndexOf(']') is var end and >= 0)
        {
            length = end + 3;
            return MatchesSet(part[1..(end + 2)], value);
        }

        if (part[0] == '\\' && part.Length > 1)
        {
            length = 2;
            return part[1] == value;
        }

        return part[0] == value;
    }

    private static bool MatchesSet(ReadOnlySpan<char> set, char value)
    {
        var negated = set.Length > 1 && set[0] is '!' or '^';
        set = negated ? set[1..] : set;
        var found = false;
        for (var at = 0; at < set.Length; at++)
        {
            if (at + 2 < set.Length && set[at + 1] == '-')
            {
                found |= value >= set[at] && value <= set[at + 2];
                at += 2;
            }
            else
            {
                found |= value == set[at];
            }
        }

        return found != negated;
    }
}
