using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>
/// Looks at the first lines of a log for one that shows whether day or month stands first in its dates with slashes, so that those before it can be read too. It
/// looks no further than the first line with a stamp where that is of another form, as in most logs.
/// </summary>
internal sealed class SlashLook(ProgramNames programs)
{
    /// <summary>So many bytes are looked at; each of them is read twice.</summary>
    private const int Most = 64 * 1024;

    private readonly LineReader _lines = new(programs);
    private int _bytes;

    /// <summary>What the lines show.</summary>
    public SlashOrder Order => _lines.Slashes.Order;

    /// <summary>Looks at whole lines.</summary>
    /// <param name="lines">The next lines, from the first one of the log on.</param>
    /// <returns>Whether those that follow could show more.</returns>
    public bool Take(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOf((byte)'\n') + 1;
            var line = lines[..(end == 0 ? lines.Length : end)];
            if ((_bytes += line.Length) > Most || IsEnough(line.Trim("\r\n\0"u8)))
            {
                return false;
            }

            lines = lines[line.Length..];
        }

        return true;
    }

    private bool IsEnough(ReadOnlySpan<byte> line)
    {
        var number = 0L;
        _lines.Read(line, ref number, out var envelope);
        return Order != SlashOrder.Unknown || (envelope.StampForm != StampForm.None && !_lines.Slashes.AreThere);
    }
}
