using System.Net;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;

namespace LogSerialAudit.History.Copies;

/// <summary>
/// Finds lines that stand in two logs: a host's syslog daemon wrote them into both (<c>daemon.log</c> and <c>syslog</c>), a log host has
/// a copy beside the original, perhaps under another name of the host or some seconds later, or one mail quotes another.
/// Each is then counted once.
/// </summary>
/// <remarks>
/// A copy is of the same process: host, program and number. Of one host, whose name may be written short, the same words in the
/// same second are one line. Where the second or the name differs, a line says nothing by itself, and what two logs have of the
/// process is laid side by side (<see cref="StreamPair"/>). Another name is believed only of a process that has a number of
/// its own (in containers it is 1), and only where one log has every line that the other has.
/// </remarks>
internal sealed class CopiedLines
{
    private const int FewestDelayed = 3;
    private const int FewestRenamed = 5;

    /// <summary>So many logs of one process, or names for it, are compared with each other; whoever writes a log chooses the names.</summary>
    private const int MostStreams = 64;

    private readonly EventSequence _sequence;
    private readonly HostNames _names;
    private readonly Dictionary<Said, int> _said = [];
    private readonly Dictionary<(int File, int Writer, int Message), LineStream?> _streamOfWriter = [];
    private readonly Dictionary<(LogPlace, string, string, uint), LineStream> _streams = [];
    private readonly List<(LineStream One, LineStream Other)> _same = [];
    private readonly CopyClasses _classes = new();

    private CopiedLines(EventSequence sequence, HostNames names) => (_sequence, _names) = (sequence, names);

    /// <summary>The places of events that another log has too; null where there are none. What proves names to be one host's is told to <paramref name="names"/>.</summary>
    public static CopiedPlaces? Find(EventSequence sequence, HostNames names)
    {
        names.Know(sequence.Files.SelectMany(file => file.Scan.Writers.All).Select(writer => writer.Host).Distinct());
        var lines = new CopiedLines(sequence, names);
        return lines.Suspects() is { Count: > 0 } hosts ? lines.Search(hosts) : null;
    }

    /// <summary>The hosts of which two logs, or two mails of a mailbox, have lines, or that have a process number in common with another.</summary>
    private HashSet<string> Suspects()
    {
        var writers = _sequence.Files.SelectMany(file => file.Scan.Writers.All.Select(writer => (Log: LogOf(file, writer, 0), Host: HostOf(file, writer), writer.Server, writer.Pid))).ToList();
        if (_sequence.Files.Any(file => file.Scan.Events.HasMessages))
        {
            return [.. writers.Select(writer => writer.Host)];
        }

        var ofLogs = writers.Select(writer => (writer.Log, writer.Host)).Distinct().GroupBy(log => _names.FullName(log.Host))
            .Where(host => host.Count() > 1).SelectMany(host => host.Select(log => log.Host));
        var ofNumbers = writers.Where(writer => writer.Pid > 1).Select(writer => (writer.Host, writer.Server, writer.Pid)).Distinct()
            .GroupBy(process => (process.Server, process.Pid))
            .Where(process => process.Count() > 1).SelectMany(process => process.Select(each => each.Host));
        return [.. ofLogs, .. ofNumbers];
    }

    private CopiedPlaces? Search(HashSet<string> hosts)
    {
        for (var reader = _sequence.ReadLines(); reader.Read();)
        {
            if (reader.At.Exists)
            {
                Collect(reader, hosts);
            }
        }

        FindDelayed();
        FindRenamed();
        var copies = new CopiedPlaces();
        foreach (var place in _classes.Copies)
        {
            copies.Add(place);
        }

        var sameSecond = new SameSecond(_names);
        sameSecond.Search(_streams.Values, place => !copies.Has(place));
        foreach (var place in sameSecond.Copies)
        {
            copies.Add(place);
        }

        _names.Join(NamesOfProcesses([.. _same, .. sameSecond.Same], copies));
        return copies.Count == 0 ? null : copies;
    }

    private void Collect(SequenceReader reader, HashSet<string> hosts)
    {
        ref readonly var line = ref reader.Line;
        var file = _sequence.Files[reader.File];
        var writerKey = (reader.File, line.Writer, line.Message);
        if (!_streamOfWriter.TryGetValue(writerKey, out var stream))
        {
            var writer = file.Scan.Writers.All[line.Writer];
            var key = (LogOf(file, writer, line.Message), HostOf(file, writer), writer.Server, writer.Pid);
            if (!_streams.TryGetValue(key, out stream) && hosts.Contains(key.Item2))
            {
                _streams.Add(key, stream = new LineStream(key.Item1, key.Item2, key.Server, key.Pid));
            }

            _streamOfWriter.Add(writerKey, stream);
        }

        if (stream is not null)
        {
            var said = Said.Of(file, reader);
            if (!_said.TryGetValue(said, out var number))
            {
                _said.Add(said, number = _said.Count);
            }

            stream.Lines.Add(new LineStream.Line(number, reader.OrderAt, reader.Place));
        }
    }

    /// <summary>Finds lines of one process that another log has at other seconds.</summary>
    private void FindDelayed()
    {
        foreach (var host in _streams.Values.Where(stream => stream.Lines.Count >= FewestDelayed).GroupBy(stream => _names.FullName(stream.Host)))
        {
            foreach (var (one, other) in Pairs(host).Where(pair => (pair.One.Log, pair.One.Host) != (pair.Other.Log, pair.Other.Host) && pair.One.FitsProcessOf(pair.Other)))
            {
                if (StreamPair.Of(one, other) is var pair && pair.Matched.Count >= FewestDelayed && pair.Alone * 10 <= pair.Matched.Count)
                {
                    Take(pair);
                }
            }
        }
    }

    /// <summary>Finds processes of one number on hosts whose names say nothing of each other.</summary>
    private void FindRenamed()
    {
        foreach (var process in _streams.Values.Where(stream => stream.Pid > 1 && stream.Lines.Count >= FewestRenamed).GroupBy(stream => (stream.Program, stream.Pid)))
        {
            foreach (var (one, other) in Pairs(process).Where(pair => _names.FullName(pair.One.Host) != _names.FullName(pair.Other.Host)))
            {
                if (StreamPair.Of(one, other) is var pair
                    && pair.Matched.Count >= FewestRenamed && pair.Moments >= StreamPair.FewestMoments && pair.Alone == 0 && pair.IsSteady)
                {
                    Take(pair);
                }
            }
        }
    }

    private void Take(StreamPair pair)
    {
        _same.Add((pair.Original, pair.Copy));
        foreach (var (line, copy) in pair.Matched)
        {
            _classes.Join(pair.Original, line, pair.Copy, copy);
        }
    }

    /// <summary>For each process its names, first the one to go by: rather a name than an address, than that of a relay, which has several; then the one that more lines are kept of.</summary>
    private List<List<LineStream>> NamesOfProcesses(IReadOnlyList<(LineStream One, LineStream Other)> same, CopiedPlaces copies)
    {
        var byStream = new Dictionary<LineStream, HashSet<LineStream>>();
        foreach (var (one, other) in same.Where(pair => pair.One.Host != pair.Other.Host))
        {
            var joined = byStream.GetValueOrDefault(one, [one]);
            joined.UnionWith(byStream.GetValueOrDefault(other, [other]));
            foreach (var stream in joined)
            {
                byStream[stream] = joined;
            }
        }

        var processes = byStream.Values.Distinct().ToList();
        var speaksFor = processes.SelectMany(process => process.Select(name => name.Host).Distinct()).CountBy(host => host).ToDictionary();
        var lines = _streams.Values.GroupBy(stream => stream.Host).ToDictionary(
            host => host.Key, host => (Kept: host.Sum(stream => stream.Lines.Count(line => !copies.Has(line.Place))), First: host.Min(stream => stream.Lines[0].Place)));
        return
        [
            .. processes
                .Select(names => names.OrderBy(name => IPAddress.TryParse(name.Host, out _)).ThenBy(name => speaksFor[name.Host]).ThenByDescending(name => lines[name.Host].Kept)
                    .ThenBy(name => lines[name.Host].First).ThenBy(name => name.Host, StringComparer.Ordinal).ToList())
                .OrderBy(names => lines[names[0].Host].First).ThenBy(names => names[0].Lines[0].Place),
        ];
    }

    private static LogPlace LogOf(ScannedFile file, Writer writer, int message) => new(file.Set, message, HostClock.WithinOf(writer.Clock.Name));

    private static string HostOf(ScannedFile file, Writer writer) => writer.Host.Length == 0 ? file.SetName : writer.Host;

    private static IEnumerable<(LineStream One, LineStream Other)> Pairs(IEnumerable<LineStream> streams)
    {
        var some = streams.OrderByDescending(stream => stream.Lines.Count).Take(MostStreams).ToList();
        return some.SelectMany((one, at) => some.Skip(at + 1).Select(other => (one, other)));
    }
}
