using System.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// The server programs whose lines are worth reading. A line's ident is compared by its last path component
/// (<c>desec-ns/named</c> is <c>named</c>) and by its first (<c>named/internal</c> is too).
/// </summary>
public sealed class ProgramNames
{
    private readonly byte[][] _names;

    /// <summary>Makes the set from names such as <c>named</c>.</summary>
    public ProgramNames(IEnumerable<string> names) => _names = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether an ident, as it stands in a line, is one of the programs.</summary>
    public bool Contains(ReadOnlySpan<byte> ident)
    {
        foreach (var name in _names)
        {
            if (ident.EndsWith(name) && (ident.Length == name.Length || ident[^(name.Length + 1)] == '/'))
            {
                return true;
            }

            if (ident.Length > name.Length && ident[name.Length] == '/' && ident.StartsWith(name))
            {
                return true;
            }
        }

        return false;
    }
}
