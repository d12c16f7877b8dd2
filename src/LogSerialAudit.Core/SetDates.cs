using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Serials;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit;

/// <summary>The dating of one rotated set: each of its hosts is a sequence through all its files.</summary>
internal sealed class SetDates
{
    private readonly DatingOptions _options;
    private readonly string _setName;
    private readonly bool _fileTimesCount;
    private readonly List<(SourceFile File, FileScan Scan, GzipHeader? Gzip)> _files = [];
    private readonly List<(int File, string Host, SequenceFile Part)> _parts = [];
    private readonly Dictionary<SequenceFile, int> _places = [];

    public SetDates(RotationSet set, DatingOptions options)
    {
        _options = options;
        _setName = set.Observer ?? set.BaseName;

        // Files that were all changed in the same minute were copied or unpacked: their times say nothing.
        var times = set.Files.Select(file => file.Modified).OfType<Instant>().ToList();
        _fileTimesCount = times.Count < 2 || times.Max() - times.Min() > Duration.FromMinutes(1);
    }

    /// <summary>What contradicts the years, a sentence each.</summary>
    public IEnumerable<string> Warnings =>
        _parts.SelectMany(part => part.Part.Warnings.Select(warning => $"{_files[part.File].File.Path}: {warning}"));

    /// <summary>Adds a file of the set, in walk order; its scan may still go on.</summary>
    public void Add(SourceFile file, FileScan scan) => _files.Add((file, scan, null));

    /// <summary>Tells the gzip header of the file added last.</summary>
    public void Learn(GzipHeader? gzip) => _files[^1] = _files[^1] with { Gzip = gzip };

    /// <summary>Finds the years of all that was read so far.</summary>
    public void Solve()
    {
        _parts.Clear();
        _places.Clear();
        var sequences = _files.SelectMany(file => file.Scan.Clock.Hosts).Select(clock => clock.Host).Distinct()
            .Order(StringComparer.Ordinal).Select(SequenceOf).ToList();
        sequences.ForEach(sequence => YearSolver.Solve(sequence, _options));
        if (sequences.Count > 1)
        {
            LearnFromNeighbours();
            sequences.ForEach(sequence => YearSolver.Solve(sequence, _options));
        }

        sequences.ForEach(sequence => RepeatedHours.Settle(sequence, part => MentionsIn(_places[part]), true));
    }

    private DatedSequence SequenceOf(string host)
    {
        var parts = new List<SequenceFile>();
        var zone = _options.ZoneOf(host.Length == 0 ? _setName : host);
        for (var place = 0; place < _files.Count; place++)
        {
            var scan = _files[place].Scan;
            if (scan.Clock.Find(host) is { } clock)
            {
                var part = new SequenceFile(EvidenceOf(place, zone), clock, number => scan.Zones[number]);
                parts.Add(part);
                _parts.Add((place, host, part));
                _places[part] = place;
            }
        }

        return new DatedSequence(host, parts, zone);
    }

    /// <summary>Hosts that write into one file tell each other's years.</summary>
    private void LearnFromNeighbours()
    {
        foreach (var file in _parts.GroupBy(part => part.File).Where(file => file.Count() > 1).Select(file => file.ToList()))
        {
            var neighbours = new FileNeighbours();
            file.ForEach(part => neighbours.Add(part.Host, part.Part));
            file.ForEach(part => part.Part.Neighbours = neighbours);
        }
    }

    /// <summary>The parts of a file, one for each host.</summary>
    public IReadOnlyList<(string Host, SequenceFile Part)> PartsOf(int file) =>
        [.. _parts.Where(part => part.File == file).Select(part => (part.Host, part.Part))];

    /// <summary>Makes the years final, because rows with them have been written.</summary>
    public void Decide()
    {
        foreach (var run in _parts.SelectMany(part => part.Part.Runs))
        {
            run.IsDecided = true;
        }
    }

    /// <summary>All unixtime serials that the events of a file name.</summary>
    private IEnumerable<(ClockRun Run, SerialMention Mention)> MentionsIn(int place)
    {
        var scan = _files[place].Scan;
        foreach (var each in scan.Events.Where(each => each.Run >= 0))
        {
            var run = scan.Writers.All[each.Writer].Clock.Runs[each.Run];
            foreach (var serial in new[] { each.Serial, each.Previous }.OfType<SerialNumber>())
            {
                if (new SerialReading(serial).Scheme == SerialScheme.UnixTime)
                {
                    yield return (run, new SerialMention(each.Zone, serial, each.Stamp, each.Line, serial == each.Serial && FreshSerials.ShowsNewSerials(each.Kind)));
                }
            }
        }
    }

    private FileEvidence EvidenceOf(int place, DateTimeZone zone)
    {
        var (file, _, gzip) = _files[place];
        Instant? packed = gzip?.ModifiedSeconds is { } seconds ? Instant.FromUnixTimeSeconds(seconds) : null;
        return new FileEvidence
        {
            NameDate = file.Name.NotAfter,
            GzipTime = packed,
            FileTime = _fileTimesCount ? file.Modified : null,
            OffsetSeconds = (packed ?? file.Modified) is { } at ? zone.GetUtcOffset(at).Seconds : 0,
        };
    }
}
