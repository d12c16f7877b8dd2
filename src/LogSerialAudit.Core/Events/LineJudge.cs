using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>Tells log lines from other text by the same means that read them.</summary>
internal sealed class LineJudge(Catalogue catalogue, ProgramNames programs, LineScanner scanner) : ILineJudge
{
    private readonly LineReader _lines = new(programs);
    private SlashLook? _look;

    public bool Learn(ReadOnlySpan<byte> lines)
    {
        var wantsMore = (_look ??= new SlashLook(programs)).Take(lines);
        scanner.Learn(_look.Order);
        return wantsMore;
    }

    public LineTraits Judge(ReadOnlySpan<byte> line)
    {
        var number = 0L;
        if (!_lines.Read(line, ref number, out var envelope))
        {
            // A part of a line, with the stamp of a container's runtime.
            return LineTraits.Stamped;
        }

        var traits = LineTraits.None;
        if (envelope.ReadStamp().Exists)
        {
            traits |= LineTraits.Stamped | (envelope.IsSyslog ? LineTraits.Syslog : LineTraits.None);
        }

        if (!_lines.IsServer(envelope))
        {
            return envelope.Program.IsEmpty ? traits : traits | LineTraits.Foreign;
        }

        RepeatedMessage.Unwrap(ref envelope);
        ServerPrefix.Strip(ref envelope);
        if (envelope.ReadStamp().Exists)
        {
            traits |= LineTraits.Stamped;
        }

        var match = default(MessageMatch);
        if (LineScanner.TryMatch(catalogue, envelope, ref match))
        {
            traits |= LineTraits.Event | (match.ZoneName(envelope.Message).IsEmpty ? LineTraits.None : LineTraits.NamesZone);
        }

        return traits;
    }
}
