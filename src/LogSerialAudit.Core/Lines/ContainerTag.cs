using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LogSerialAudit.Lines;

/// <summary>
/// What docker's log drivers (syslog, journald) write where a program has its name, if nobody chose a tag: the first twelve digits of the
/// container's number, in early versions behind <c>docker/</c>, or, as in docker's own example, behind an image's and a container's name. Which program runs in there it does not say.
/// </summary>
internal static class ContainerTag
{
    /// <summary>As many digits of a container's number are shown.</summary>
    public const int Digits = 12;

    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>Whether an ident is such a number.</summary>
    public static bool Is(ReadOnlySpan<byte> ident)
    {
        var slash = ident.LastIndexOf((byte)'/');
        if (slash >= 0 && !ident[..slash].SequenceEqual("docker"u8) && !ident[..slash].Contains((byte)'/'))
        {
            return false;
        }

        ident = ident[(slash + 1)..];
        return ident.Length == Digits && !ident.ContainsAnyExcept(Hexadecimal);
    }

    /// <summary>Whether the first bytes of a line's ident are such a number's digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Begins(Vector128<byte> ident)
    {
        var digits = Vector128.LessThanOrEqual(ident - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        var letters = Vector128.LessThanOrEqual(ident - Vector128.Create((byte)'a'), Vector128.Create((byte)5));
        return (~(digits | letters).ExtractMostSignificantBits() & ((1 << Digits) - 1)) == 0;
    }

    /// <summary>Takes such a number for what it is: the line is of a server that it does not name. The process is the container runtime's.</summary>
    public static void Take(ref Envelope envelope)
    {
        if (envelope.Program.Length >= Digits && Is(envelope.Program))
        {
            envelope.Program = default;
            envelope.Pid = 0;
            envelope.IsOfContainer = true;
        }
    }
}
