using System.Runtime.CompilerServices;
using System.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// The server programs whose lines are worth reading. A line's ident is compared by its first and by its last path component
/// (<c>named/internal</c> and <c>desec-ns/named</c> are <c>named</c>).
/// </summary>
public sealed class ProgramNames
{
    private const int Beginnings = 1024;
    private readonly byte[][] _names;

    /// <summary>A bit for each beginning that a name has, so that one look tells nearly all lines of other programs.</summary>
    private readonly ulong[] _begins = new ulong[Beginnings / 64];

    /// <summary>Makes the set from names such as <c>named</c>.</summary>
    public ProgramNames(IEnumerable<string> names)
    {
        _names = [.. names.Select(Encoding.UTF8.GetBytes).Where(name => name.Length > 0)];
        if (Array.Exists(_names, name => name.Contains((byte)'/')))
        {
            // Such a name may stand at the end of an ident whose last component does not begin it.
            Array.Fill(_begins, ulong.MaxValue);
        }

        for (var second = 0; second < 32; second++)
        {
            // Behind a second blank any of them may stand.
            Note(' ', second);
            foreach (var name in _names.Where(name => name.Length == 1 || (name[1] & 31) == second))
            {
                Note(name[0], second);
            }
        }
    }

    private void Note(int first, int second)
    {
        var beginning = Beginning((ushort)(first | (second << 8)));
        _begins[beginning / 64] |= 1UL << (int)(beginning % 64);
    }

    /// <summary>Whether an ident, as it stands in a line, is one of the programs.</summary>
    public bool Contains(ReadOnlySpan<byte> ident)
    {
        var slash = ident.IndexOf((byte)'/');
        return slash < 0
            ? !ident.IsEmpty && MayBegin((ushort)(ident[0] | (ident.Length > 1 ? ident[1] << 8 : 0))) && EndsWithName(ident)
            : EndsWithName(ident) || (slash > 0 && EndsWithName(ident[..slash]));
    }

    /// <summary>Whether a component of an ident may be one of the programs, by its first two letters.</summary>
    /// <param name="firsts">The first byte, and above it the second: that behind the component where it has one letter only.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MayBegin(ushort firsts)
    {
        var beginning = Beginning(firsts);
        return ((_begins[beginning / 64] >> (int)(beginning % 64)) & 1) != 0;
    }

    private bool EndsWithName(ReadOnlySpan<byte> ident)
    {
        foreach (var name in _names)
        {
            if (ident.EndsWith(name) && (ident.Length == name.Length || ident[^(name.Length + 1)] == '/'))
            {
                return true;
            }
        }

        return false;
    }

    private static uint Beginning(uint firsts) => (firsts & 31) | ((firsts >> 3) & (31 << 5));
}
