using LogSerialAudit.Dating;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>
/// Turns the lines of a file into events. A line that is not an event is looked at as bytes only; an event's texts
/// are kept once each.
/// </summary>
public sealed class FileScanner
{
    private readonly Catalogue _catalogue;
    private readonly LineReader _lines;
    private readonly LineClock _lineClock;
    private readonly FreshSerials _fresh = new();
    private byte[] _previousHost = [];
    private bool _previousWasEvent;
    private DocumentPart? _part;

    /// <summary>Makes a scanner for one file.</summary>
    /// <param name="catalogue">The messages to know.</param>
    /// <param name="programs">The programs whose lines count.</param>
    public FileScanner(Catalogue catalogue, ProgramNames programs)
    {
        _catalogue = catalogue;
        _lines = new LineReader(programs);
        _lineClock = new LineClock(Scan.Clock);
        Judge = new LineJudge(catalogue, new LineReader(programs));
    }

    /// <summary>Whether lines are dated; without, a benchmark measures what dating costs.</summary>
    internal bool DatesLines { get; init; } = true;

    /// <summary>Tells lines that this scanner understands from other text.</summary>
    public ILineJudge Judge { get; }

    /// <summary>What was found so far.</summary>
    public FileScan Scan { get; } = new();

    /// <summary>Takes a block of whole lines.</summary>
    public void Read(LineBlock block)
    {
        if (block.Part is { } part && part != _part)
        {
            // Lines that another message bounds in time are dated by themselves.
            Scan.Clock.BeginPart(part.NotAfter);
            (_part, _previousWasEvent) = (part, false);
        }

        if (block.LineNumbers is { } numbers)
        {
            Read(block.Span, numbers);
        }
        else
        {
            Read(block.Span, block.FirstLine);
        }
    }

    /// <summary>Takes a block of whole lines.</summary>
    /// <param name="block">The lines, the last one perhaps without its line end.</param>
    /// <param name="firstLine">The number of the first of them.</param>
    public void Read(ReadOnlySpan<byte> block, long firstLine)
    {
        var rest = block;
        var line = firstLine;
        for (; !rest.IsEmpty; line++)
        {
            var end = rest.IndexOf((byte)'\n');
            ReadLine(block, end < 0 ? rest : rest[..end], line);
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        _lineClock.Flush(block);
        Scan.Lines += line - firstLine;
    }

    private void Read(ReadOnlySpan<byte> block, ReadOnlySpan<long> numbers)
    {
        var rest = block;
        for (var place = 0; !rest.IsEmpty; place++)
        {
            var end = rest.IndexOf((byte)'\n');
            ReadLine(block, end < 0 ? rest : rest[..end], numbers[place]);
            rest = end < 0 ? default : rest[(end + 1)..];
            Scan.Lines++;
        }

        _lineClock.Flush(block);
    }

    /// <summary>To be called behind the last block: a line may still wait for a part that does not come.</summary>
    public void Finish()
    {
        while (_lines.TryFinish(out var number, out var envelope))
        {
            ReadEnvelope(default, ref envelope, number);
        }

        _lineClock.Flush(default);
    }

    /// <summary>Looks at a line that was read before, because the next one may repeat it.</summary>
    internal void Remember(ReadOnlySpan<byte> line, long number)
    {
        ReadLine(line, line, number);
        _lineClock.Flush(line);
        LetGo();
        Scan.EventLines = 0;
    }

    /// <summary>Lets go of the events found so far, for a reader that has used them.</summary>
    public void LetGo() => Scan.LetGo();

    private void ReadLine(ReadOnlySpan<byte> block, ReadOnlySpan<byte> line, long number)
    {
        if (!line.IsEmpty && line[^1] == '\r')
        {
            line = line[..^1];
        }

        if (!line.IsEmpty && (line[0] == 0 || line[^1] == 0))
        {
            // A crash leaves runs of NUL bytes before the first line written after it.
            line = line.Trim((byte)0);
        }

        if (_lines.Read(line, ref number, out var envelope))
        {
            ReadEnvelope(block, ref envelope, number);
        }
    }

    private void ReadEnvelope(ReadOnlySpan<byte> block, ref Envelope envelope, long number)
    {
        if (DatesLines)
        {
            _lineClock.See(block, envelope, number);
        }

        if (!_lines.IsServer(envelope))
        {
            ReadRepetition(envelope, number);
            return;
        }

        var message = envelope.Message;
        var count = RepeatedMessage.Unwrap(ref message);
        envelope.Message = message;
        ServerPrefix.Strip(ref envelope);
        var match = default(MessageMatch);
        _previousWasEvent = TryMatch(_catalogue, envelope, ref match);
        if (_previousWasEvent)
        {
            Keep(envelope, match, count, number);
        }
    }

    /// <summary>A line is matched with what its program writes; where it names none, with what its prefix implies, else with all.</summary>
    internal static bool TryMatch(Catalogue catalogue, in Envelope envelope, ref MessageMatch match)
    {
        var program = envelope.Program.IsEmpty ? envelope.ImpliedProgram : envelope.Program;
        return !program.IsEmpty && catalogue.ForProgram(program) is { } matcher
            ? matcher.TryMatch(envelope.Message, ref match)
            : catalogue.TryMatch(envelope.Message, ref match);
    }

    /// <summary>syslogd's "last message repeated" speaks of the line just before it, of the same host.</summary>
    private void ReadRepetition(in Envelope envelope, long number)
    {
        if (_previousWasEvent && RepeatedMessage.IsLastRepeated(envelope.Message, out var times)
            && envelope.Host.SequenceEqual(_previousHost))
        {
            var clock = Scan.Clock.Of(envelope);
            var stamp = envelope.ReadStamp();
            var run = stamp.Exists && DatesLines ? clock.Observe(stamp, number) : -1;
            Scan.Events.AddAgain(stamp, run, number, times);
            Scan.EventLines++;
            return;
        }

        _previousWasEvent = false;
    }

    private void Keep(in Envelope envelope, in MessageMatch match, uint count, long number)
    {
        var message = envelope.Message;
        var clock = Scan.Clock.Of(envelope);
        var stamp = envelope.ReadStamp();
        var run = stamp.Exists && DatesLines ? clock.Observe(stamp, number) : -1;
        var detail = match.Detail.IsEmpty ? match.Key : match.Detail;
        var logEvent = new LogEvent
        {
            Kind = match.Entry.Kind,
            Side = match.Side,
            Stamp = stamp,
            Run = run,
            Line = number,
            Message = _part?.Message ?? 0,
            Writer = Scan.Writers.Add(envelope, clock),
            Zone = Scan.Zones.Add(message, match),
            Count = count,
            Serial = match.Serial,
            Previous = match.Previous,
            Raw = match.Raw,
        };
        Scan.Events.Add(logEvent, match.Peer.Of(message), detail.Of(message));
        Scan.EventLines++;
        Weigh(logEvent, clock);
        if (!envelope.Host.SequenceEqual(_previousHost))
        {
            _previousHost = envelope.Host.ToArray();
        }
    }

    /// <summary>Shows the serials to the clock: no line is older than a unixtime serial that it names.</summary>
    private void Weigh(in LogEvent logEvent, HostClock clock)
    {
        if (logEvent.Run < 0)
        {
            return;
        }

        var run = clock.Runs[logEvent.Run];
        Weigh(logEvent, logEvent.Serial, run);
        Weigh(logEvent, logEvent.Previous, run);
        Weigh(logEvent, logEvent.Raw, run);
    }

    private void Weigh(in LogEvent logEvent, SerialNumber? serial, ClockRun run)
    {
        if (serial is not { } value)
        {
            return;
        }

        var isKept = _fresh.Add(logEvent, value, run, out var isFresh);
        var mention = new SerialMention(logEvent.Zone, value, logEvent.Stamp, logEvent.Line, isFresh);
        if (isKept)
        {
            run.Add(mention);
        }

        if (isFresh)
        {
            run.AddNew(mention);
        }
    }
}
