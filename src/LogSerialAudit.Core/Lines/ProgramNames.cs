using System.Runtime.CompilerServices;
using System.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// The server programs whose lines are worth reading. A line's ident is compared by its first and by its last path component
/// (<c>named/internal</c> and <c>desec-ns/named</c> are <c>named</c>).
/// </summary>
public sealed class ProgramNames
{
    private const int Slots = 1024;

    /// <summary>By their last two letters, so that one look tells nearly all lines of other programs.</summary>
    private readonly byte[][][] _names = new byte[Slots][][];

    /// <summary>A bit for each of those that is not empty.</summary>
    private readonly ulong[] _filled = new ulong[Slots / 64];

    /// <summary>Makes the set from names such as <c>named</c>.</summary>
    public ProgramNames(IEnumerable<string> names)
    {
        Array.Fill(_names, []);
        foreach (var group in names.Select(Encoding.UTF8.GetBytes).Where(name => name.Length > 0).GroupBy(name => Slot(name)))
        {
            _names[group.Key] = [.. group];
            _filled[group.Key / 64] |= 1UL << (group.Key % 64);
        }
    }

    /// <summary>Whether an ident, as it stands in a line, is one of the programs.</summary>
    public bool Contains(ReadOnlySpan<byte> ident)
    {
        if (ContainsWhole(ident))
        {
            return true;
        }

        var slash = ident.IndexOf((byte)'/');
        return slash > 0 && ContainsWhole(ident[..slash]);
    }

    /// <summary>The same of an ident of one component, or by its last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool ContainsWhole(ReadOnlySpan<byte> ident)
    {
        if (ident.IsEmpty)
        {
            return false;
        }

        var slot = Slot(ident);
        return ((_filled[slot / 64] >> (slot % 64)) & 1) != 0 && ContainsWhole(ident, slot);
    }

    private bool ContainsWhole(ReadOnlySpan<byte> ident, int slot)
    {
        foreach (var name in _names[slot])
        {
            if (ident.EndsWith(name) && (ident.Length == name.Length || ident[^(name.Length + 1)] == '/'))
            {
                return true;
            }
        }

        return false;
    }

    private static int Slot(ReadOnlySpan<byte> name) => ((name[^1] & 31) << 5) | (name.Length > 1 ? name[^2] & 31 : 0);
}
