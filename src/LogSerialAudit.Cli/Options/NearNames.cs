namespace LogSerialAudit.Cli.Options;

/// <summary>Finds what somebody may have meant.</summary>
internal static class NearNames
{
    /// <summary>At most three of <paramref name="names"/> that are like <paramref name="typed"/>, the likest first.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> names)
    {
        var allowed = Math.Clamp(typed.Length / 3, 1, 3);
        return
        [
            .. names
                .Select(name => (Name: name, Distance: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
                .Where(near => near.Distance <= allowed)
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.Name, StringComparer.Ordinal)
                .Take(3)
                .Select(near => near.Name),
        ];
    }

    /// <summary><c>; did you mean a, b or c?</c>, or nothing.</summary>
    public static string Question(IReadOnlyList<string> names) =>
        names.Count == 0 ? "" : $"; did you mean {Listed(names, "or")}?";

    /// <summary><c>a, b or c</c>.</summary>
    public static string Listed(IReadOnlyList<string> names, string conjunction) => names.Count < 2
        ? string.Concat(names)
        : $"{string.Join(", ", names.SkipLast(1))} {conjunction} {names[^1]}";

    /// <summary>Letters to insert, remove, replace or swap with their neighbour (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        // Longer words are no typing mistakes, and cost time.
        if (a.Length > 64 || b.Length > 64)
        {
            return int.MaxValue;
        }

        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                steps[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                    steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[a.Length, b.Length];
    }
}
