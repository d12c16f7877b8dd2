namespace LogSerialAudit.Sources;

/// <summary>Names that tell by themselves that a file in a folder of logs is none.</summary>
internal static class KnownNames
{
    private static readonly HashSet<string> LoginRecords = new(StringComparer.Ordinal) { "wtmp", "btmp", "utmp", "lastlog", "faillog", "tallylog" };

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".md", ".html", ".htm", ".css", ".js", ".json", ".csv", ".tsv", ".xml", ".toml", ".yaml", ".yml", ".ini", ".conf", ".cfg",
        ".py", ".sh", ".pl", ".rb", ".png", ".jpg", ".gif", ".svg", ".pdf", ".xlsx", ".db", ".sqlite", ".pid", ".lock", ".jnl", ".key", ".pem", ".crt",
    };

    /// <summary>The rest of a sentence that says why; null where it may be a log.</summary>
    public static string? WhyNoLog(RotationName name)
    {
        if (LoginRecords.Contains(name.BaseName))
        {
            return "login records and no text";
        }

        var ending = Path.GetExtension(name.BaseName);
        return Endings.Contains(ending) ? $"{ending} files are not logs; name it to have it read" : null;
    }
}
