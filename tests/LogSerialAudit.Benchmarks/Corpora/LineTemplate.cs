using System.Buffers.Text;
using System.Text;

namespace LogSerialAudit.Benchmarks.Corpora;

/// <summary>A line after its stamp and host, with holes such as <c>{zone}</c> that are filled anew each time.</summary>
internal sealed class LineTemplate
{
    private readonly (byte[] Text, string Hole)[] _parts;

    public LineTemplate(string text) => _parts = [.. text.Split('{').Select((piece, place) =>
    {
        // All pieces but the first begin with a hole.
        var end = place == 0 ? -1 : piece.IndexOf('}', StringComparison.Ordinal);
        return (Encoding.ASCII.GetBytes(piece[(end + 1)..]), end < 0 ? "" : piece[..end]);
    })];

    /// <summary>Writes the line into <paramref name="into"/>.</summary>
    /// <returns>How many bytes it takes.</returns>
    public int Write(Span<byte> into, ref Dice dice, in ZoneState zone)
    {
        var at = 0;
        foreach (var (text, hole) in _parts)
        {
            at += hole switch
            {
                "" => 0,
                "zone" => ZoneNames.Write(zone.Number, into[at..]),
                "primary" => Number((uint)(1 + (zone.Number % 200)), "192.0.2."u8, into[at..]),
                "port" => Number(zone.Port, default, into[at..]),
                "new" => Number(zone.Serial, default, into[at..]),
                "old" => Number(zone.OlderSerial, default, into[at..]),
                "byte" => Number(dice.Below(256), default, into[at..]),
                "hex" => Utf8Formatter.TryFormat((byte)dice.Below(256), into[at..], out var hex, new('x', 2)) ? hex : 0,
                _ => Number(dice.Below(1_000_000), default, into[at..]),
            };
            text.CopyTo(into[at..]);
            at += text.Length;
        }

        return at;
    }

    private static int Number(uint value, ReadOnlySpan<byte> before, Span<byte> into)
    {
        before.CopyTo(into);
        Utf8Formatter.TryFormat(value, into[before.Length..], out var length);
        return before.Length + length;
    }
}
