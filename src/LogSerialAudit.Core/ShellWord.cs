namespace LogSerialAudit;

/// <summary>Words of a command line that is shown for someone to copy.</summary>
public static class ShellWord
{
    /// <summary>A word as a POSIX shell takes it: as it is, or in single quotes.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || "-_./=:,+@%".Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
