using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace LogSerialAudit.Lines;

/// <summary>
/// A classic stamp as two words, that tells of a line by a few comparisons whether its stamp is of the same day and ten minutes
/// and not earlier. The default value is none.
/// </summary>
/// <param name="first">The first eight bytes.</param>
/// <param name="second">The next eight, read so that they grow with the time of day.</param>
internal readonly struct NearStamp(ulong first, ulong second)
{
    /// <summary>In the second word, what must stand still: all but the last digit of the minute, and the seconds.</summary>
    private const ulong StandsStill = 0xffff_ff00_ff00_00ff;
    private readonly ulong _first = first;
    private readonly ulong _second = second;

    /// <summary>Whether it is none.</summary>
    public bool IsNone => _first == 0;

    /// <summary>The stamp that a line of a known host begins with.</summary>
    public static NearStamp Of(ReadOnlySpan<byte> line) => new(EnvelopeReader.FirstWord(line), Second(line));

    /// <summary>Whether the stamp of a line, which is no shorter than a stamp, is near.</summary>
    /// <param name="line">The line.</param>
    /// <param name="passing">Its stamp where it is; else it is left as it was.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Reaches(ReadOnlySpan<byte> line, ref NearStamp passing)
    {
        // One branch instead of three.
        var second = Second(line);
        if (((EnvelopeReader.FirstWord(line) ^ _first) | ((second ^ _second) & StandsStill) | (second < _second ? 1UL : 0)) != 0)
        {
            return false;
        }

        passing = new NearStamp(_first, second);
        return true;
    }

    /// <summary>Its time of day, the eight characters as a number, from one before it: only the first digit is in the first word.</summary>
    public ulong TimeAfter(ulong time) => (time >> 56 << 56) | (_second >> 8);

    private static ulong Second(ReadOnlySpan<byte> line) => BinaryPrimitives.ReverseEndianness(EnvelopeReader.SecondWord(line));
}
