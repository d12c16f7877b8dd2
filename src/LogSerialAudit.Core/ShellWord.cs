namespace LogSerialAudit;

/// <summary>Words of a command line that is shown for someone to copy.</summary>
public static class ShellWord
{
    /// <summary>A word as a POSIX shell takes it: as it is, or in single quotes.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || "-_./=:,+@%".Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>
    /// A zone's name: one that begins as options, and dig's servers and switches, do has its first letter escaped, which is the same name (RFC 1035
    /// section 5.1). Such names may be an attacker's.
    /// </summary>
    public static string OfZone(string zone) => Quoted(zone is ['-' or '@' or '+', ..] ? "\\" + zone : zone);
}
