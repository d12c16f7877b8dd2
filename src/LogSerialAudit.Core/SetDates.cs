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
    private readonly List<(SourceFile File, FileScan Scan)> _files = [];
    private readonly List<string?> _orderNotes = [];
    private readonly List<(int File, string Name, string Sequence, SequenceFile Part)> _parts = [];
    private readonly Dictionary<SequenceFile, int> _places = [];
    private ILookup<int, (string Host, SequenceFile Part)>? _partsOf;
    private readonly List<string> _lateZones = [];
    private readonly Dictionary<string, DateTimeZone> _foundZones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _safeUntil = new(StringComparer.Ordinal);
    private (int Runs, int Steps, int Serials) _solved;
    private bool _isDecided;
    private bool _isWhole = true;

    public SetDates(RotationSet set, DatingOptions options)
    {
        _options = options;
        _setName = set.Name;

        _fileTimesCount = FileTimesCount(set);
    }

    /// <summary>Files that were all changed in the same minute were copied or unpacked: their times say nothing.</summary>
    private static bool FileTimesCount(RotationSet set)
    {
        var times = set.Files.Select(file => file.Modified).OfType<Instant>().ToList();
        return times.Count < 2 || times.Max() - times.Min() > Duration.FromMinutes(1);
    }

    /// <summary>What contradicts the years, a sentence each.</summary>
    public IEnumerable<DateWarning> Warnings => _lateZones.Select(says => new DateWarning(says, 0, DateWitness.Clock)).Concat(
        _parts.SelectMany(part => part.Part.Warnings.Select(warning => warning with { File = _files[part.File].File.Path })));

    /// <summary>The zones that were found for observers and are used instead of the one declared.</summary>
    public IEnumerable<(string Observer, DateTimeZone Zone)> FoundZones =>
        _foundZones.OrderBy(found => found.Key, StringComparer.Ordinal).Select(found => (found.Key, found.Value));

    /// <summary>Adds a file of the set, in walk order; its scan may still go on.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scan">Its scan.</param>
    /// <param name="orderNote">What is to be said of its place in the order; null where nothing is.</param>
    public void Add(SourceFile file, FileScan scan, string? orderNote = null)
    {
        _files.Add((file, scan));
        _orderNotes.Add(orderNote);
    }

    /// <summary>The files of a set in the order in which their stamps stand, with a note for each that moved.</summary>
    /// <param name="set">The set.</param>
    /// <param name="scans">What is read of its files.</param>
    /// <param name="areWhole">Whether that is all of them.</param>
    public static IReadOnlyList<(int Place, string? Note)> Order(RotationSet set, IReadOnlyList<FileScan> scans, bool areWhole)
    {
        var fileTimesCount = FileTimesCount(set);
        var changed = scans.Select((scan, place) => new[] { PackedAt(scan), fileTimesCount ? set.Files[place].Modified : null }.OfType<Instant>().ToList()).ToList();
        var order = FileOrder.Settle(
            [.. scans.Select(scan => scan.Clock)], changed, areWhole, set.IsOrderDoubtful, namesAreDates: set.Files.All(file => file.Name.IsLive || file.Name.NotAfter is not null));
        return [.. order.Select((place, at) => (place, place == at ? null : $"its stamps do not fit the order of the names: read {Neighbour(at)}"))];

        string Neighbour(int at) => at == 0 ? $"before {set.Files[order[1]].Name.FileName}" : $"after {set.Files[order[at - 1]].Name.FileName}";
    }

    /// <summary>
    /// Whether what was read since <see cref="Solve"/> may change a year or a repeated hour: new runs, steps of the clock, twice
    /// as many serials, a year that is not sure yet, or a change of the zone's offset that has come near.
    /// </summary>
    public bool HasNews
    {
        get
        {
            var (runs, steps, serials) = Size();
            return runs != _solved.Runs || steps != _solved.Steps || serials > 2 * _solved.Serials || _parts.Exists(IsOpen);
        }
    }

    private bool IsOpen((int File, string Name, string Sequence, SequenceFile Part) part)
    {
        foreach (var run in part.Part.Runs)
        {
            if (!run.YearIsSure || (!run.IsOutOfOrder && run.Latest.LocalSeconds(run.Year) > _safeUntil[part.Sequence]))
            {
                return true;
            }
        }

        return false;
    }

    private (int Runs, int Steps, int Serials) Size()
    {
        var (runs, steps, serials) = (0, 0, 0);
        foreach (var run in _files.SelectMany(file => file.Scan.Clock.Hosts).SelectMany(clock => clock.Runs))
        {
            (runs, steps, serials) = (runs + 1, steps + run.StepsBack.Count, serials + run.Mentions.Count);
        }

        return (runs, steps, serials);
    }

    /// <summary>Up to which local time no change of the zone's offset is near, for lines that go on from where they are.</summary>
    private static long SafeUntil(DatedSequence sequence)
    {
        var latest = sequence.Files.SelectMany(file => file.Runs).Where(run => !run.IsOutOfOrder)
            .Select(run => run.Latest.LocalSeconds(run.Year)).DefaultIfEmpty(0).Max();
        var interval = sequence.Zone.GetZoneInterval(Instant.FromUnixTimeSeconds(latest - (Lines.Calendar.UnixEpochDay * 86400L)));
        return interval.HasEnd ? YearSolver.Seconds(interval.End) - (2 * 86400) : long.MaxValue;
    }

    /// <summary>Finds the years of all that was read so far.</summary>
    /// <param name="isWhole">Whether that is all of the set.</param>
    public void Solve(bool isWhole = true)
    {
        _solved = Size();
        _isWhole = isWhole;
        _parts.Clear();
        _places.Clear();
        _partsOf = null;
        var clocks = _files.Select(file => file.Scan.Clock.Hosts.ToLookup(SequenceName)).ToList();
        var sequences = clocks.SelectMany(file => file.Select(sequence => sequence.Key)).Distinct()
            .Order(StringComparer.Ordinal).Select(name => SequenceOf(name, clocks)).ToList();
        sequences = Shared(sequences);
        sequences.ForEach(sequence => YearSolver.Solve(sequence, _options));
        if (sequences.Count > 1)
        {
            LearnFromNeighbours();
            sequences.ForEach(sequence => YearSolver.Solve(sequence, _options));
        }

        sequences.ForEach(CheckClock);
        sequences.ForEach(sequence => OrderDoubt.Apply(sequence.Files, part => part.IsContradicted || _orderNotes[_places[part]] is not null));
        foreach (var file in _parts.GroupBy(part => part.File).Where(file => _orderNotes[file.Key] is not null))
        {
            var part = file.First().Part;
            part.Warnings = [new DateWarning(_orderNotes[file.Key]!, part.Runs.Count > 0 ? part.Runs[0].FirstLine : 0, DateWitness.Stamps), .. part.Warnings];
        }
    }

    /// <summary>Holds the clock against the serials; where that was asked for, the zone that fits is used from here on.</summary>
    private void CheckClock(DatedSequence sequence)
    {
        var observer = sequence.Host.Length == 0 ? _setName : sequence.Host;
        var isOfHost = _options.ObserverZones.ContainsKey(observer);
        var check = ClockCheck.Of(sequence, _options, isOfHost ? observer : null);
        if (_options.FindsLogZone && !isOfHost && check is { Fits: { } zone, IsSettled: true })
        {
            if (_isDecided && !_foundZones.ContainsKey(observer))
            {
                _lateZones.Add($"{observer}: rows written before its serials were seen have times of {check.Declared.Id}, later ones of {zone.Id}");
            }

            _foundZones[observer] = zone;
            sequence = sequence with { Zone = zone };
            YearSolver.Solve(sequence, _options);
        }
        else if (check.Fits is { } other)
        {
            // The stamps stay in the zone declared, but the years need not be doubted for it.
            YearSolver.Solve(sequence with { SerialZone = other }, _options);
        }

        RepeatedHours.Settle(sequence, part => MentionsIn(_places[part]), check, _foundZones.ContainsKey(observer));
        foreach (var part in sequence.Files)
        {
            (part.Clock, part.Zone) = (check, sequence.Zone);
        }

        _safeUntil[sequence.Name] = SafeUntil(sequence);

        foreach (var file in sequence.Files)
        {
            if ((isOfHost || _options.IsLogZoneGiven) && WrittenOffsets.Contradiction(file, sequence.Zone, isOfHost ? observer : null) is { } offset)
            {
                file.Warnings = [.. file.Warnings, offset];
            }
        }

        foreach (var (file, warning) in check.Findings(isApplied: _foundZones.ContainsKey(observer)))
        {
            file.Warnings = [.. file.Warnings, warning];
        }
    }

    /// <summary>Files that grep names and that are one rotated log are one sequence, whichever way they stand in its output.</summary>
    private static string SequenceName(HostClock clock)
    {
        var within = HostClock.WithinOf(clock.Name);
        return HostClock.NameOf(clock.Host, within.Length == 0 ? "" : Path.Combine(Path.GetDirectoryName(within) ?? "", FileName(clock).BaseName));
    }

    private static RotationName FileName(HostClock clock) => RotationName.Parse(Path.GetFileName(HostClock.WithinOf(clock.Name)));

    private DatedSequence SequenceOf(string name, List<ILookup<string, HostClock>> clocks)
    {
        var parts = new List<SequenceFile>();
        var host = HostClock.HostOf(name);
        var observer = host.Length == 0 ? _setName : host;
        var zone = _foundZones.TryGetValue(observer, out var found) ? found : _options.ZoneOf(observer);
        for (var place = 0; place < _files.Count; place++)
        {
            var scan = _files[place].Scan;
            foreach (var clock in clocks[place][name].OrderBy(FileName, RotationOrder.Instance))
            {
                var part = new SequenceFile(EvidenceOf(place, clock, zone), clock, number => scan.Zones[number]);
                parts.Add(part);
                _parts.Add((place, clock.Name, name, part));
                _places[part] = place;
            }
        }

        return new DatedSequence(host, parts, zone) { Name = name, IsWhole = _isWhole };
    }

    /// <summary>The sequences, each with what the lines of hosts that write into the same files show of its silences.</summary>
    private List<DatedSequence> Shared(List<DatedSequence> sequences)
    {
        var orders = _parts
            .GroupBy(part => (part.File, Within: HostClock.WithinOf(part.Name)))
            .OrderBy(file => file.Key.File)
            .ThenBy(file => RotationName.Parse(Path.GetFileName(file.Key.Within)), RotationOrder.Instance)
            .SelectMany((file, order) => file.Select(part => (part.Part, order)))
            .ToDictionary(part => part.Part, part => part.order);
        return sequences.Count == 1 ? sequences
            : [.. sequences.Zip(SharedLog.Of(sequences, part => orders[part]), (sequence, shared) => sequence with { Shared = shared })];
    }

    /// <summary>Hosts that write into one file tell each other's years.</summary>
    private void LearnFromNeighbours()
    {
        foreach (var file in _parts.GroupBy(part => (part.File, HostClock.WithinOf(part.Name))).Where(file => file.Count() > 1).Select(file => file.ToList()))
        {
            var neighbours = new FileNeighbours();
            file.ForEach(part => neighbours.Add(HostClock.HostOf(part.Name), part.Part));
            file.ForEach(part => part.Part.Neighbours = neighbours);
        }
    }

    /// <summary>The parts of a file, one for each host.</summary>
    public IReadOnlyList<(string Host, SequenceFile Part)> PartsOf(int file) =>
        [.. (_partsOf ??= _parts.ToLookup(part => part.File, part => (HostClock.HostOf(part.Name), part.Part)))[file]];

    /// <summary>What the year of a host's lines in a file rests on; none where the file is not of this set.</summary>
    public YearSource YearSourceOf(string path, string host)
    {
        var file = _files.FindIndex(file => file.File.Path == path);
        var parts = file < 0 ? [] : PartsOf(file);
        return parts.Count == 0 ? YearSource.None : parts.FirstOrDefault(part => part.Host == host, parts[0]).Part.Source;
    }

    /// <summary>Makes the years final, because rows with them have been written.</summary>
    public void Decide()
    {
        _isDecided = true;
        foreach (var run in _parts.SelectMany(part => part.Part.Runs))
        {
            run.IsDecided = true;
        }
    }

    /// <summary>All unixtime serials that the events of a file name.</summary>
    private IEnumerable<(ClockRun Run, SerialMention Mention)> MentionsIn(int place)
    {
        var scan = _files[place].Scan;
        foreach (var each in scan.Events.All.Where(each => each.Run >= 0))
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

    private static Instant? PackedAt(FileScan scan) => scan.Gzip?.ModifiedSeconds is { } seconds ? Instant.FromUnixTimeSeconds(seconds) : null;

    private FileEvidence EvidenceOf(int place, HostClock clock, DateTimeZone zone)
    {
        var (file, scan) = _files[place];
        var packed = PackedAt(scan);
        return new FileEvidence
        {
            NameDate = clock.Name == clock.Host ? file.Name.NotAfter : FileName(clock).NotAfter,
            GzipTime = packed,
            FileTime = _fileTimesCount ? file.Modified : null,
            IsOfOneCopy = !_fileTimesCount,
            OffsetSeconds = (packed ?? file.Modified) is { } at ? zone.GetUtcOffset(at).Seconds : 0,
        };
    }
}
