namespace LogSerialAudit.Sources;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearName
{
    /// <summary>The nearest of <paramref name="names"/>; null where none is near.</summary>
    public static string? Of(string wanted, IEnumerable<string> names)
    {
        var limit = Math.Max(1, wanted.Length / 4);
        return names.Select(name => (Name: name, Distance: Distance(wanted, name)))
            .Where(near => near.Distance <= limit)
            .OrderBy(near => near.Distance).ThenBy(near => near.Name, StringComparer.Ordinal)
            .Select(near => near.Name).FirstOrDefault();
    }

    // Levenshtein's, but a change of case is free, and so is an ending that is missing.
    private static int Distance(string wanted, string name)
    {
        if (name.StartsWith(wanted + ".", StringComparison.OrdinalIgnoreCase) || name.StartsWith(wanted + "-", StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        var row = Enumerable.Range(0, name.Length + 1).ToArray();
        for (var i = 1; i <= wanted.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var same = char.ToLowerInvariant(wanted[i - 1]) == char.ToLowerInvariant(name[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + same));
            }
        }

        return row[name.Length];
    }
}
