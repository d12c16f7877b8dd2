using LogSerialAudit.Dating;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>
/// Turns the lines of a file into events, whose texts are kept once each. What <see cref="LineScanner"/> finds may be taken here
/// block by block by another thread, in the order of lines.
/// </summary>
public sealed class FileScanner
{
    private readonly LineScanner _lines;
    private FoundLines? _found;
    private readonly FreshSerials _fresh = new();
    private readonly List<(HostSight Host, HostClock? Clock)> _hosts = [];
    private readonly List<NewWriter> _writers = [];

    /// <summary>The numbers of zones in <see cref="FileScan.Zones"/>, by those of <see cref="ZoneKeys"/>; of no zone it is 0 in both.</summary>
    private readonly int[][] _zones = [.. Enumerable.Range(0, ZoneKeys.Ways).Select(_ => new int[16])];

    /// <summary>The last run that was found to have serials enough.</summary>
    private (HostClock Clock, int Run) _satisfied;
    private DocumentPart? _part;
    private int[] _ends = [];

    /// <summary>Makes a scanner for one file.</summary>
    /// <param name="catalogue">The messages to know.</param>
    /// <param name="programs">The programs whose lines count.</param>
    public FileScanner(Catalogue catalogue, ProgramNames programs)
        : this(catalogue, programs, new FileScan(), datesLines: true)
    {
    }

    /// <summary>Makes a scanner for one file.</summary>
    /// <param name="catalogue">The messages to know.</param>
    /// <param name="programs">The programs whose lines count.</param>
    /// <param name="scan">Takes what is found.</param>
    /// <param name="datesLines">Whether lines are dated; without, a benchmark measures what dating costs.</param>
    /// <param name="wantsStampsOnly">Whether only the clocks of what is found will be looked at.</param>
    internal FileScanner(Catalogue catalogue, ProgramNames programs, FileScan scan, bool datesLines = true, bool wantsStampsOnly = false)
    {
        Scan = scan;
        _lines = new LineScanner(catalogue, programs, datesLines) { WantsStampsOnly = wantsStampsOnly };
        Judge = new LineJudge(catalogue, programs, _lines);
    }

    /// <summary>Tells lines that this scanner understands from other text.</summary>
    public ILineJudge Judge { get; }

    /// <summary>What was found so far.</summary>
    public FileScan Scan { get; }

    /// <summary>Finds what <see cref="Take(FoundLines)"/> takes.</summary>
    internal LineScanner Lines => _lines;

    /// <summary>Takes a block of whole lines.</summary>
    public void Read(LineBlock block)
    {
        (_found ??= new FoundLines()).Clear();
        _lines.Scan(block, _found);
        Take(_found);
    }

    /// <summary>Takes a block of whole lines.</summary>
    /// <param name="block">The lines, the last one perhaps without its line end.</param>
    /// <param name="firstLine">The number of the first of them.</param>
    public void Read(ReadOnlySpan<byte> block, long firstLine)
    {
        (_found ??= new FoundLines()).Clear();
        var count = LineEnds.Find(block, ref _ends);
        _lines.Scan(block, _ends.AsSpan(0, count), firstLine, [], _found);
        Take(_found);
    }

    /// <summary>To be called behind the last block: a line may still wait for a part that does not come.</summary>
    public void Finish()
    {
        _lines.Finish(_found ??= new FoundLines());
        Take(_found);
    }

    /// <summary>Takes what was found in the next block.</summary>
    internal void Take(FoundLines found)
    {
        if (found.Part is { } part && part != _part)
        {
            // Lines that another message bounds in time are dated by themselves.
            Scan.Clock.BeginPart(part.NotAfter);
            _part = part;
        }

        Scan.Gzip = found.Gzip ?? Scan.Gzip;
        Scan.Clock.Slashes |= found.Slashes;
        found.NewHosts.ForEach(host => _hosts.Add((host, null)));
        _writers.AddRange(found.NewWriters);
        foreach (var (number, key) in found.NewZones)
        {
            TakeZone(number, Scan.Zones.Add(key.Of(found.Texts)));
        }

        var takesPage = Scan.Events.Takes(found.Events);
        foreach (ref readonly var line in found.Lines)
        {
            switch (line.As)
            {
                case FoundAs.Sighting:
                    ClockOf(line.Host).Observe(line.Stamp, line.Line);
                    break;
                case FoundAs.Event:
                    Take(line, found.Events, takesPage);
                    break;
                default:
                    TakeAgain(line, found.Events, takesPage);
                    break;
            }
        }

        Scan.EventLines += found.Events.Count;
        if (takesPage)
        {
            found.Events = Scan.Events.Take(found.Events);
        }

        Scan.Lines += found.BlockLines;
        if (found.Shortened.Count > 0)
        {
            Scan.Shortened = (Scan.Shortened.Count + found.Shortened.Count, Scan.Shortened.Count == 0 ? found.Shortened.First : Scan.Shortened.First);
        }
    }

    private void Take(in FoundLine line, EventPage events, bool takesPage)
    {
        var clock = ClockOf(line.Host);
        if (takesPage && line.IsEven && TryTakeEven(clock, line, events))
        {
            return;
        }

        var isFirst = line.Event == 0;
        foreach (ref var said in events.Plain.AsSpan(line.Event, line.Events))
        {
            Complete(clock, line.IsSeen, ref said);
            if (takesPage)
            {
                Scan.Events.CountIn(events, said, isFirst);
                isFirst = false;
            }
            else
            {
                Scan.Events.Add(said, events.TextOf(said.Peer), events.TextOf(said.Detail));
            }
        }
    }

    /// <summary>Takes events that are even where their run has serials enough: then what each of them lacks is known at once.</summary>
    private bool TryTakeEven(HostClock clock, in FoundLine line, EventPage events)
    {
        var said = events.Plain.AsSpan(line.Event, line.Events);
        var run = line.IsSeen ? -1 : RunOf(said[0].Stamp, isSeen: false, clock);
        if (run < 0 || said[0].Writer == Scan.Writers.Count || !IsSatisfied(clock, run))
        {
            return false;
        }

        var message = _part?.Message ?? 0;
        foreach (ref var each in said)
        {
            each.Zone = ZoneOf((uint)each.Zone);
            (each.Run, each.Message) = (run, message);
        }

        Scan.Events.CountInEven(events, said, isFirst: line.Event == 0);
        return true;
    }

    /// <summary>The last event comes once more.</summary>
    private void TakeAgain(in FoundLine line, EventPage events, bool takesPage)
    {
        var run = RunOf(line.Stamp, isSeen: false, ClockOf(line.Host));
        if (!takesPage)
        {
            Scan.Events.AddAgain(line.Stamp, run, line.Line, line.Count);
            return;
        }

        ref var said = ref events.Plain![line.Event];
        if (line.Event > 0)
        {
            said = events.Plain[line.Event - 1];
        }
        else
        {
            (said, var peer, var detail) = Scan.Events.Last;
            Span<byte> room = stackalloc byte[TextShape.MostBytes];
            (said.Peer, said.Detail) = (events.Keep(peer.Bytes(room)), events.Keep(detail.Bytes(room)));
        }

        (said.Stamp, said.Run, said.Line, said.Count) = (line.Stamp, run, line.Line, line.Count);
        Scan.Events.CountIn(events, said, isFirst: line.Event == 0);
    }

    /// <summary>Looks at a line that was read before, because the next one may repeat it.</summary>
    internal void Remember(ReadOnlySpan<byte> line, long number)
    {
        Read(line, number);
        LetGo();
        (Scan.Lines, Scan.EventLines) = (0, 0);
    }

    /// <summary>Lets go of the events found so far, for a reader that has used them.</summary>
    public void LetGo() => Scan.LetGo();

    /// <summary>Gives an event what only the order of all lines tells, and weighs its serials.</summary>
    private void Complete(HostClock clock, bool isSeen, ref LogEvent said)
    {
        if (said.Writer == Scan.Writers.Count)
        {
            var writer = _writers[said.Writer];
            Scan.Writers.Add(new Writer(writer.Host, writer.Program, writer.Pid, clock));
        }

        said.Zone = ZoneOf((uint)said.Zone);
        (said.Run, said.Message) = (RunOf(said.Stamp, isSeen, clock, said.Line), _part?.Message ?? 0);
        if (said.Run >= 0 && !IsSatisfied(clock, said.Run))
        {
            Weigh(said, clock.Runs[said.Run]);
        }
    }

    private bool IsSatisfied(HostClock clock, int run)
    {
        if (run == _satisfied.Run && clock == _satisfied.Clock)
        {
            return true;
        }

        if (!FreshSerials.HasEnough(clock.Runs[run]))
        {
            return false;
        }

        _satisfied = (clock, run);
        return true;
    }

    private int ZoneOf(uint number) => _zones[number % ZoneKeys.Ways][number / ZoneKeys.Ways];

    private void TakeZone(int number, int zone)
    {
        ref var zones = ref _zones[number % ZoneKeys.Ways];
        var place = number / ZoneKeys.Ways;
        if (place >= zones.Length)
        {
            Array.Resize(ref zones, Math.Max(place + 1, zones.Length * 2));
        }

        zones[place] = zone;
    }

    private HostClock ClockOf(int number)
    {
        var (host, clock) = _hosts[number];
        if (clock is null)
        {
            _hosts[number] = (host, clock = Scan.Clock.Of(host.Host, host.Within));
        }

        return clock;
    }

    private int RunOf(in Stamp stamp, bool isSeen, HostClock clock, long line = 0) =>
        !stamp.Exists || !_lines.DatesLines ? -1
        : isSeen ? clock.Observe(stamp, line)
        : clock.RunOf(stamp);

    /// <summary>Shows the serials to the clock: no line is older than a unixtime serial that it names.</summary>
    private void Weigh(in LogEvent logEvent, ClockRun run)
    {
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
