namespace LogSerialAudit.Reports.Redacting;

/// <summary>Paths part by part: what logs and folders are called everywhere stays, so that rotation can still be seen; the rest gets a number.</summary>
/// <param name="names">The names that may occur in them.</param>
internal sealed class RedactedFiles(RedactedNames names)
{
    /// <summary>Words of paths that tell nothing.</summary>
    private static readonly HashSet<string> Usual = new(
        ("var log logs daemon syslog messages system named bind bind9 dns nsd knot knotd pdns unbound coredns kern user local rsyslog syslogd "
        + "libvirt qemu rcs home srv tmp etc opt usr lib cache run samples sample expected data zone zones soa mark marks vm vms git cvs "
        + "primary secondary master slave hidden live archive archives backup backups remote cur new maildir mail mbox journal journald iso utc stderr debug "
        + "log1 log2 gz xz bz2 zst lz4 zip tar tgz txt csv tsv json ndjson toml conf cfg db jnl bak old orig save v eml export md html default main case all "
        + "dev stdin fd before after dig host drill key keys managed trusted anchors query queries xfer xfers notify general security update transfers "
        + "jan feb mar apr may jun jul aug sep oct nov dec").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Seps = ['.', '-', '_', ',', '~', '+', '@'];
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    /// <summary>Whether a word is the name of a file: it ends as those do, and not as the name of a host does.</summary>
    public static bool IsName(string word)
    {
        var end = word[(word.LastIndexOf('.') + 1)..];
        return word.Contains('.', StringComparison.Ordinal) && (Usual.Contains(end) || end.All(char.IsAsciiDigit));
    }

    /// <summary>Takes a path into the order of numbers.</summary>
    public void Reserve(string path) => names.Reserve(path.Split('/'));

    /// <summary>The path, or the name of a file, with its parts replaced; a line's number at its end stays.</summary>
    public string Of(string path)
    {
        var parts = path.Split('/');
        for (var at = 0; at < parts.Length; at++)
        {
            var pieces = parts[at].Split(':');
            var isLast = at == parts.Length - 1;
            for (var piece = 0; piece < pieces.Length; piece++)
            {
                pieces[piece] = OfPart(pieces[piece], isLast ? "file" : "folder");
            }

            parts[at] = string.Join(':', pieces);
        }

        return string.Join('/', parts);
    }

    private string OfPart(string part, string kind)
    {
        if (part.Length == 0 || part is "." or ".." or "~" || names.IsIssued(part))
        {
            return part;
        }

        if (names.Find(part) is { } known)
        {
            return known;
        }

        if (!_parts.TryGetValue(part, out var alias))
        {
            alias = part;
            foreach (var name in names.Dotted.Where(name => part.Contains(name, StringComparison.OrdinalIgnoreCase)))
            {
                alias = alias.Replace(name, names.Find(name), StringComparison.OrdinalIgnoreCase);
            }

            _parts.Add(part, alias = IsUsual(alias) ? alias : names.Next(kind, kind == "file" ? EndOf(part) : ""));
        }

        return alias;
    }

    private bool IsUsual(string part) => part.Split(Seps).All(word => word.Length == 0 || word.All(char.IsAsciiDigit) || Usual.Contains(word) || IsOwn(word)) || names.IsIssued(part);

    /// <summary><c>zone1</c> and <c>example</c> of a name that was put in.</summary>
    private bool IsOwn(string word) => word == "example" || names.IsIssued(word) || names.IsIssued($"{word}.example");

    /// <summary>The ends that say what a file is: <c>.log.1.gz</c>.</summary>
    private static string EndOf(string part)
    {
        var end = part.Length;
        for (var dot = part.LastIndexOf('.'); dot > 0; dot = part.LastIndexOf('.', dot - 1))
        {
            var word = part[(dot + 1)..end];
            if (!Usual.Contains(word) && !(word.Length > 0 && word.All(char.IsAsciiDigit)))
            {
                break;
            }

            end = dot;
        }

        return part[end..];
    }
}
