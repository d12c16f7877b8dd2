using System.Buffers.Binary;

namespace LogSerialAudit.Sources;

/// <summary>
/// Checksum and length behind a member. The inflater takes its input in pieces and does not say how much of the last one it
/// needed, so the trailer, whose eight bytes are known beforehand, is looked for in that piece: finding it checks it.
/// </summary>
internal static class GzipTrailer
{
    public const int Length = 8;

    internal enum State
    {
        Good,
        Cut,
        WrongChecksum,
        WrongLength,
    }

    /// <summary>Takes the trailer off the input. Where it is not <see cref="State.Good"/> that is a guess, and the place stays unknown.</summary>
    public static State Take(CompressedInput input, long bodyStart, uint crc, long size)
    {
        Span<byte> trailer = stackalloc byte[Length];
        Write(trailer, crc, size);

        // The inflater may hold back some whole bytes of the piece before.
        var from = Math.Max(Math.Max(input.LastPiece - Length, bodyStart + 1), input.EarliestKept);
        var given = input.Given;
        input.MoveTo(from);
        var place = input.Peek((int)(given - from) + Length + 2);

        var found = -1;
        for (var at = place.IndexOf(trailer); at >= 0;)
        {
            found = found < 0 ? at : found;
            var rest = place[(at + Length)..];
            if (rest.IsEmpty || rest.StartsWith<byte>([0x1f, 0x8b]))
            {
                // An empty member is all NUL: the match that is followed by something sensible is the right one.
                found = at;
                break;
            }

            var next = place[(at + 1)..].IndexOf(trailer);
            at = next < 0 ? -1 : at + 1 + next;
        }

        if (found >= 0)
        {
            input.MoveTo(from + found + Length);
            return State.Good;
        }

        input.MoveTo(given);
        return EndsWithPartOf(place, trailer) ? State.Cut : State.WrongChecksum;
    }

    /// <summary>Judges the bytes that stand where the trailer must be.</summary>
    public static State Judge(ReadOnlySpan<byte> stored, uint crc)
    {
        if (stored.Length < Length)
        {
            return State.Cut;
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(stored) == crc ? State.WrongLength : State.WrongChecksum;
    }

    private static bool EndsWithPartOf(ReadOnlySpan<byte> place, ReadOnlySpan<byte> trailer)
    {
        for (var length = Length - 1; length > 0; length--)
        {
            if (place.EndsWith(trailer[..length]))
            {
                return true;
            }
        }

        return false;
    }

    private static void Write(Span<byte> trailer, uint crc, long size)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], unchecked((uint)size));
    }
}
