using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>
/// Finds the lines of a file that say something: events, and those whose stamps tell the clock something. A line that is
/// neither is looked at as bytes only and leaves nothing behind. It knows its own file only, so files can be scanned at once.
/// </summary>
internal sealed class LineScanner
{
    private readonly Catalogue _catalogue;
    private readonly LineReader _lines;
    private readonly LineClock _clock = new();
    private readonly WriterKeys _writers = new();
    private ZoneKeys _zones = new();
    private byte[] _previousHost = [];
    private bool _previousWasEvent;
    private DocumentPart? _part;

    /// <summary>The writer of the last event, as <see cref="EnvelopeReader.HasHead"/> knows its lines: most lines of a log of events are of one.</summary>
    private (int Head, MessageMatcher Matcher, int Writer) _known;

    /// <summary>Makes a scanner for one file.</summary>
    /// <param name="catalogue">The messages to know.</param>
    /// <param name="programs">The programs whose lines count.</param>
    /// <param name="datesLines">Whether lines are dated.</param>
    public LineScanner(Catalogue catalogue, ProgramNames programs, bool datesLines) =>
        (_catalogue, _lines, DatesLines) = (catalogue, new LineReader(programs), datesLines);

    /// <summary>Whether lines are dated.</summary>
    public bool DatesLines { get; }

    /// <summary>Whether events are looked for only where they have stamps of their own: enough to tell the order of files.</summary>
    public bool WantsStampsOnly { get; init; }

    /// <summary>Learns what is known of the order of day and month in dates with slashes, before the first line.</summary>
    public void Learn(SlashOrder order) => _lines.Slashes = new SlashDates(_lines.Slashes.Order | order);

    /// <summary>Scans a block of whole lines.</summary>
    /// <param name="block">The lines.</param>
    /// <param name="into">What is found is added.</param>
    public void Scan(LineBlock block, FoundLines into)
    {
        if (block.Part is { } part && part != _part)
        {
            (_part, _previousWasEvent) = (part, false);
            _clock.BeginPart();
        }

        into.Part = _part;
        Scan(block.Span, block.Ends, block.FirstLine, block.LineNumbers, into);
    }

    /// <summary>Scans whole lines.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="ends">Where each of them ends.</param>
    /// <param name="firstLine">The number of the first of them.</param>
    /// <param name="numbers">The number of each; empty where they follow the first one by one.</param>
    /// <param name="into">What is found is added.</param>
    public void Scan(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends, long firstLine, ReadOnlySpan<long> numbers, FoundLines into)
    {
        var start = 0;
        for (var place = 0; place < ends.Length; place++)
        {
            var number = numbers.IsEmpty ? firstLine + place : numbers[place];
            if (!_previousWasEvent && CountPassedBy(text, start, ends[place..], number, numbers.IsEmpty ? [] : numbers[place..]) is > 0 and var passed)
            {
                place += passed - 1;
            }
            else
            {
                ScanLine(text, start, ends[place], number, into);
            }

            start = ends[place] + 1;
        }

        _zones.Settle(text, into);
        _clock.Flush(text, into);
        into.Slashes = _lines.Slashes.Order;
        into.BlockLines += ends.Length;
    }

    /// <summary>To be called behind the last block: a line may still wait for a part that does not come.</summary>
    public void Finish(FoundLines into)
    {
        into.Clear();
        into.Part = _part;
        while (_lines.TryFinish(out var number, out var envelope))
        {
            ScanEnvelope(default, -1, ref envelope, number, into);
        }

        into.Slashes = _lines.Slashes.Order;
        _clock.Flush(default, into);
        _zones = new ZoneKeys();
    }

    private void ScanLine(ReadOnlySpan<byte> text, int start, int end, long number, FoundLines into)
    {
        var line = text[start..end];
        if (!line.IsEmpty && line[^1] == '\r')
        {
            // A terminal that was recorded has two of them.
            line = line.TrimEnd((byte)'\r');
        }

        if (_known.Head > 0 && TryScanKnown(text, line, start, number, into))
        {
            return;
        }

        // A crash leaves runs of NUL bytes before the first line written after it.
        line = line.Trim((byte)0);
        if (_lines.Read(line, ref number, out var envelope))
        {
            ScanEnvelope(text, start, ref envelope, number, into);
        }
    }

    /// <summary>
    /// Scans a line that is, beyond doubt, of the writer of the last event, a few minutes after the line before, and of a server's words only: what
    /// <see cref="ScanEnvelope"/> would find, without taking the line apart.
    /// </summary>
    /// <returns>False where it may be another line; then nothing is done.</returns>
    private bool TryScanKnown(ReadOnlySpan<byte> text, ReadOnlySpan<byte> line, int start, long number, FoundLines into)
    {
        if (!_lines.HasHead(line, _known.Head, out var at))
        {
            return false;
        }

        var message = line[at..];
        if (message[0] == RepeatedMessage.First || message[^1] <= ' ' || !BindPrefix.HasNone(message)
            || !(DatesLines ? _clock.PassNear(line, start, number, _lines.KnownHost) : EnvelopeReader.IsClassic(line)))
        {
            return false;
        }

        var match = default(MessageMatch);
        _previousWasEvent = _known.Matcher.TryMatch(message, ref match);
        if (_previousWasEvent)
        {
            ref var said = ref into.AddEvent(_clock.LastHost, isSeen: false);
            (said.Count, said.Line, said.Stamp, said.Writer) = (1, number, _clock.StampOf(line), _known.Writer);
            Keep(message, match, ref said, into);
            _zones.AddLater(text, start + at, match, into);
        }
        else if (ShortenedText.Is(message))
        {
            into.NoteShortened(number);
        }

        return true;
    }

    /// <summary>
    /// Passes by the lines that are, beyond doubt, of programs that are not known, and whose stamps tell the clock nothing new: most
    /// lines of most logs, for which this loop is all that is done.
    /// </summary>
    /// <returns>How many lines it passes by.</returns>
    private int CountPassedBy(ReadOnlySpan<byte> text, int start, ReadOnlySpan<int> ends, long firstLine, ReadOnlySpan<long> numbers)
    {
        var near = DatesLines ? _clock.NearTo(_lines.KnownHost) : default;
        if (_lines.KnownHost == 0 || (DatesLines && near.IsNone))
        {
            return 0;
        }

        var (count, next) = (0, start);
        while (true)
        {
            count += _lines.CountOfOtherPrograms(text, next, ends[count..], ref near);
            next = count > 0 ? ends[count - 1] + 1 : start;

            // A program may only begin like one that is known.
            if (count == ends.Length || !_lines.IsOfOtherProgram(text[next..ends[count]]) || (DatesLines && !near.Reaches(text[next..ends[count]], ref near)))
            {
                break;
            }

            next = ends[count] + 1;
            count++;
        }

        if (DatesLines && count > 0)
        {
            _clock.Pass(near, count > 1 ? ends[count - 2] + 1 : start, numbers.IsEmpty ? firstLine + count - 1 : numbers[count - 1]);
        }

        return count;
    }

    private void ScanEnvelope(ReadOnlySpan<byte> text, int start, ref Envelope envelope, long number, FoundLines into)
    {
        if (DatesLines && envelope.StampForm != StampForm.None && !(_lines.KnownHost > 0 && start >= 0 && _clock.PassNear(text[start..], start, number, _lines.KnownHost)))
        {
            var host = _clock.HostOf(envelope, into);
            if (_clock.See(text, envelope, host, number, _lines.KnownHost, into, out var stamp))
            {
                ref var line = ref into.Add(FoundAs.Sighting);
                (line.Host, line.Stamp, line.Line) = (host.Number, stamp, number);
            }
        }

        if (!_lines.IsServer(envelope))
        {
            ScanRepetition(envelope, number, into);
            return;
        }

        var count = RepeatedMessage.Unwrap(ref envelope);
        var form = envelope.StampForm;
        ServerPrefix.Strip(ref envelope);
        if (WantsStampsOnly && envelope.StampForm == form)
        {
            return;
        }

        var match = default(MessageMatch);
        _previousWasEvent = TryMatch(_catalogue, envelope, ref match);
        if (_previousWasEvent)
        {
            // The server's own stamp, where that is the fuller one, was not shown to the clock yet.
            Keep(text, envelope, match, count, number, envelope.StampForm != form, into);
        }
        else if (ShortenedText.Is(envelope.Message))
        {
            into.NoteShortened(number);
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
    private void ScanRepetition(in Envelope envelope, long number, FoundLines into)
    {
        if (_previousWasEvent && RepeatedMessage.IsLastRepeated(envelope.Message, out var times) && envelope.Host.SequenceEqual(_previousHost))
        {
            ref var line = ref into.Add(FoundAs.Repetition);
            (line.Host, line.Stamp, line.Line, line.Count) = (_clock.HostOf(envelope, into).Number, envelope.ReadStamp(), number, times);
            (line.Event, line.Events) = (into.Events.Count, 1);
            into.Events.Add();
            return;
        }

        _previousWasEvent = false;
    }

    private void Keep(ReadOnlySpan<byte> text, in Envelope envelope, in MessageMatch match, uint count, long number, bool isSeen, FoundLines into)
    {
        var host = _clock.HostOf(envelope, into);
        ref var said = ref into.AddEvent(host.Number, isSeen);
        (said.Count, said.Line, said.Stamp, said.Writer) = (count, number, _clock.StampOf(envelope), _writers.Add(envelope, into));
        Keep(envelope.Message, match, ref said, into);
        _zones.Settle(text, into);
        said.Zone = _zones.Add(envelope.Message, match, into);

        // Of a program known by its first component only (named/internal) every server's messages are tried.
        _known = envelope.Head > 0 && _catalogue.ForProgram(envelope.Program) is { } matcher ? (envelope.Head, matcher, said.Writer) : default;
        if (!envelope.Host.SequenceEqual(_previousHost))
        {
            _previousHost = envelope.Host.ToArray();
        }
    }

    private static void Keep(ReadOnlySpan<byte> message, in MessageMatch match, ref LogEvent said, FoundLines into)
    {
        said.Kind = match.Entry.Kind;
        said.Side = match.Side;
        said.Serial = match.Serial;
        said.Previous = match.Previous;
        said.Raw = match.Raw;
        said.Peer = into.Events.Keep(match.Peer.Of(message));
        said.Detail = into.Events.Keep((match.Detail.IsEmpty ? match.Key : match.Detail).Of(message));
        into.Note(said);
    }
}
