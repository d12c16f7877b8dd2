using System.Globalization;

namespace LogSerialAudit.Reports.Redacting;

/// <summary>The names that are replaced, and by what. Case does not tell names apart, but an upper case letter is kept as one.</summary>
internal sealed class RedactedNames
{
    private const string Domain = "example";

    private readonly Dictionary<string, string> _aliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _originals = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _issued = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _zones = [];

    /// <summary>The names with a sign that parts words elsewhere, the longest first.</summary>
    public IReadOnlyList<string> Odd { get; private set; } = [];

    /// <summary>The known names with a dot, the longest first, to be found within names of files.</summary>
    public IEnumerable<string> Dotted => _aliases.Keys.Where(name => name.Contains('.', StringComparison.Ordinal)).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>Names that no other name may get.</summary>
    public void Reserve(IEnumerable<string> names) => _originals.UnionWith(names);

    /// <summary>Whether this is a name that was given here.</summary>
    public bool IsIssued(string name) => _issued.Contains(name);

    /// <summary>The other name; null where this one is not known.</summary>
    public string? Find(string name) => _aliases.TryGetValue(name, out var alias) ? AsIn(name, alias) : null;

    /// <summary>A zone.</summary>
    public void Zone(string name)
    {
        if (name.Length > 0 && name != "." && Known(name, () => Next("zone", $".{Domain}")))
        {
            _zones.Add(name);
        }
    }

    /// <summary>A host, by its own name or with its domain.</summary>
    public string Host(string name) => Within(name, "host");

    /// <summary>A person, by a name or by the mailbox of an SOA record.</summary>
    public void Person(string name) => _ = Within(name, "user");

    /// <summary>A view.</summary>
    public void View(string name) => _ = Known(name, () => Next("view", ""));

    /// <summary>A list of marks.</summary>
    public void List(string name) => _ = Known(name, () => Next("list", ""));

    /// <summary>A name with another one that was found elsewhere.</summary>
    public void Known(string name, string alias)
    {
        if (_aliases.TryAdd(name, alias))
        {
            _ = _issued.Add(alias);
        }
    }

    /// <summary>A new name of a kind.</summary>
    public string Next(string kind, string suffix)
    {
        string alias;
        do
        {
            var number = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            alias = string.Create(CultureInfo.InvariantCulture, $"{kind}{number}{suffix}");
        }
        while (_originals.Contains(alias) || _aliases.ContainsKey(alias));
        _ = _issued.Add(alias);
        return alias;
    }

    /// <summary>A name below a zone stays below it.</summary>
    private string Within(string name, string kind)
    {
        if (name.Length == 0 || name == ".")
        {
            return name;
        }

        _ = Known(name, () =>
        {
            var zone = _zones.Where(zone => name.EndsWith($".{zone}", StringComparison.OrdinalIgnoreCase)).MaxBy(zone => zone.Length);
            return Next(kind, zone is not null ? $".{_aliases[zone]}" : name.Contains('.', StringComparison.Ordinal) ? $".{Domain}" : "");
        });
        return Find(name)!;
    }

    private bool Known(string name, Func<string> alias)
    {
        if (name.Length == 0 || _aliases.ContainsKey(name))
        {
            return false;
        }

        _aliases.Add(name, alias());
        if (name.AsSpan().ContainsAny(RedactedText.Between))
        {
            Odd = [.. Odd.Append(name).OrderByDescending(odd => odd.Length).ThenBy(odd => odd, StringComparer.Ordinal)];
        }

        return true;
    }

    /// <summary>Servers may write one name with other letters: the difference is evidence.</summary>
    private static string AsIn(string name, string alias) => name.Any(char.IsUpper) ? $"{char.ToUpperInvariant(alias[0])}{alias[1..]}" : alias;
}
