using System.Text;

namespace LogSerialAudit.Sources;

/// <summary>
/// What to ask <c>journalctl</c> for: <c>journald:[NAME][@FOLDER]</c> or <c>journald:FOLDER</c>. NAME is a unit where it ends like one
/// (<c>named.service</c>), else an identifier (<c>named</c>); without it all known servers are meant. FOLDER (it holds a <c>/</c>) is a copied
/// <c>/var/log/journal</c>, or a file of it; without it the journal of this machine is read.
/// </summary>
public sealed record JournalQuery
{
    private const string Scheme = "journald:";

    private static readonly string[] UnitEndings = [".service", ".scope", ".socket", ".slice", ".target", ".timer"];

    private JournalQuery(string? name, string? folder, IEnumerable<string> servers) =>
        (Name, Folder, Servers) = (name, folder, [.. servers]);

    /// <summary>The unit or identifier; null for all known servers.</summary>
    public string? Name { get; }

    /// <summary>The folder or file to read; null for the journal of this machine.</summary>
    public string? Folder { get; }

    /// <summary>The identifiers of the known servers.</summary>
    public IReadOnlyList<string> Servers { get; }

    /// <summary>Reads a PATH; null where it is none of this kind.</summary>
    /// <param name="path">The PATH.</param>
    /// <param name="servers">The identifiers that are asked for where it names none.</param>
    public static JournalQuery? Of(string path, IEnumerable<string> servers)
    {
        if (!path.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var text = path[Scheme.Length..];
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var at = slash < 0 ? -1 : text.LastIndexOf('@', slash);
        var (name, folder) = slash < 0 ? (text, null) : at < 0 ? ("", text) : (text[..at], text[(at + 1)..]);
        return new JournalQuery(name.Length == 0 ? null : name, folder, servers);
    }

    /// <summary>The command line, without the program.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        "--output=json", "--no-pager", "--all",
        .. Folder is null ? [] : new[] { (File.Exists(Folder) ? "--file=" : "--directory=") + Folder },
        .. Name is null ? Servers.Select(server => "--identifier=" + server)
            : [(UnitEndings.Any(ending => Name.EndsWith(ending, StringComparison.Ordinal)) ? "--unit=" : "--identifier=") + Name],
    ];

    /// <summary>The command line to ask for what is new, and for a last line that says where to go on next time.</summary>
    /// <param name="cursor">What that line said the last time; null to ask for everything.</param>
    public IReadOnlyList<string> ArgumentsAfter(string? cursor) => [.. Arguments, "--show-cursor", .. cursor is null ? [] : new[] { "--after-cursor=" + cursor }];

    /// <summary>The cursor that the last line of some text names; null where it names none.</summary>
    public static string? CursorOf(ReadOnlySpan<byte> text)
    {
        var line = text.TrimEnd((byte)'\n');
        line = line[(line.LastIndexOf((byte)'\n') + 1)..];
        var words = "-- cursor: "u8;
        return line.StartsWith(words) ? Encoding.ASCII.GetString(line[words.Length..]) : null;
    }
}
