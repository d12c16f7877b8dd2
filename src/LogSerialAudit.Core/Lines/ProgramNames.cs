using System.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// The server programs whose lines are worth reading. A line's ident is compared by its first and by its last path component
/// (<c>named/internal</c> and <c>desec-ns/named</c> are <c>named</c>).
/// </summary>
public sealed class ProgramNames
{
    /// <summary>By their last letters, so that one look tells most lines of other programs.</summary>
    private readonly byte[][][] _names = new byte[256][][];

    /// <summary>Makes the set from names such as <c>named</c>.</summary>
    public ProgramNames(IEnumerable<string> names)
    {
        Array.Fill(_names, []);
        foreach (var group in names.Select(Encoding.UTF8.GetBytes).Where(name => name.Length > 0).GroupBy(name => name[^1]))
        {
            _names[group.Key] = [.. group];
        }
    }

    /// <summary>Whether an ident, as it stands in a line, is one of the programs.</summary>
    public bool Contains(ReadOnlySpan<byte> ident)
    {
        if (Ends(ident))
        {
            return true;
        }

        var slash = ident.IndexOf((byte)'/');
        return slash > 0 && Ends(ident[..slash]);
    }

    private bool Ends(ReadOnlySpan<byte> ident)
    {
        if (ident.IsEmpty)
        {
            return false;
        }

        foreach (var name in _names[ident[^1]])
        {
            if (ident.EndsWith(name) && (ident.Length == name.Length || ident[^(name.Length + 1)] == '/'))
            {
                return true;
            }
        }

        return false;
    }
}
