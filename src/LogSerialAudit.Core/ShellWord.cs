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
    public static string OfZone(string zone) => Quoted(Escaped(zone));

    /// <summary>
    /// The same for dig, which takes <c>mx</c> for a type and <c>ch</c> for a class: a name without a dot gets its final one (bind9 bin/dig/dig.c
    /// parse_args; <c>ixfr=</c> begins a type, whatever follows).
    /// </summary>
    public static string OfZoneForDig(string zone) =>
        Quoted((zone.StartsWith("ixfr=", StringComparison.OrdinalIgnoreCase) ? "\\" + zone : Escaped(zone)) + (zone.Contains('.', StringComparison.Ordinal) ? "" : "."));

    /// <summary>A view for rndc, whose words named parts at blanks again, but within quotes (bind9 bin/named/server.c next_token).</summary>
    public static string OfView(string view) =>
        Quoted(view.All(letter => char.IsLetterOrDigit(letter) || "-_.".Contains(letter, StringComparison.Ordinal)) ? view : $"\"{view.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");

    private static string Escaped(string zone) => zone is ['-' or '@' or '+', ..] ? "\\" + zone : zone;
}
