using LogSerialAudit.Lines;
using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>
/// Finds the years of a sequence: for all its runs together the likeliest ones, given what the serials say, what the
/// files say, and that time mostly goes on. Here stand the prices of each year of each run by itself;
/// <see cref="YearChain"/> finds the cheapest way through them.
/// </summary>
/// <remarks>Prices are minus the logarithms of likelihoods (nats): they add up, and their differences say how sure a year is.</remarks>
public sealed class YearSolver
{
    internal const double Impossible = 1e9;
    private const int MostYears = 60;

    /// <summary>The year of the epoch, where a clock's zone is behind UTC.</summary>
    private const int FirstYear = 1969;

    /// <summary>How much earlier than the date in its name a file may be rotated, in seconds.</summary>
    private const long RotationSlack = 3 * 86400;

    /// <summary>How late the last line may be, in seconds, for lines before it to be later.</summary>
    private const long LateSeconds = 45 * 86400;

    /// <summary>What a line costs that is older than the rotation before its file: it may be a late one.</summary>
    private const double BeforeRotation = 5;

    private readonly DatingOptions _options;
    private readonly List<ClockRun> _runs = [];
    private readonly List<FileEvidence?> _evidence = [];
    private readonly List<FileNeighbours?> _neighbours = [];

    /// <summary>For each run the runs with a year that lie beside it; null where there are none.</summary>
    private readonly List<List<ClockRun>?> _beside = [];

    /// <summary>For each run when the file before its own was rotated away, which it began after.</summary>
    private readonly List<long> _notBefore = [];
    private readonly string _host;
    private readonly bool _isWhole;
    private readonly int _firstOfLastFile;
    private readonly NodaTime.DateTimeZone _zone;
    private readonly SerialEvidence _serials;
    private readonly long _latest;

    private YearSolver(DatedSequence sequence, DatingOptions options)
    {
        (_options, _host, _zone, _isWhole) = (options, sequence.Host, sequence.Zone, sequence.IsWhole);
        var rotated = long.MinValue;
        foreach (var file in sequence.Files)
        {
            var runs = SideBySide.InLine(file).ToList();
            var beside = SideBySide.Of(file);

            // A file's own time is that of its last line without a year.
            var last = runs.Count - 1;
            while (last > 0 && runs[last].WrittenYear != 0)
            {
                last--;
            }

            _firstOfLastFile = _runs.Count;
            for (var run = 0; run < runs.Count; run++)
            {
                _runs.Add(runs[run]);
                _beside.Add(beside.GetValueOrDefault(runs[run]));
                _neighbours.Add(file.Neighbours);
                _evidence.Add(run == last ? file.Evidence : null);
                _notBefore.Add(rotated);
            }

            var name = file.Evidence.NameDate is { } date ? Seconds(date) : long.MinValue;
            rotated = name > rotated ? name - RotationSlack : long.MinValue;
        }

        _serials = new SerialEvidence(sequence);
        _latest = Seconds((options.NotAfter ?? options.Now).InZone(sequence.Zone).LocalDateTime);
    }

    /// <summary>The last run without a year; -1 where there is none.</summary>
    private int Newest => _runs.FindLastIndex(run => run.WrittenYear == 0);

    /// <summary>The year in which the sequence ends, where the operator says it and the end is read; else null.</summary>
    private int? EndYear => _isWhole && Newest == _runs.Count - 1 ? _options.Year : null;

    /// <summary>Decides the year of every run of the sequence.</summary>
    public static void Solve(DatedSequence sequence, DatingOptions options)
    {
        var solver = new YearSolver(sequence, options);
        if (solver._runs.Exists(run => run.WrittenYear == 0))
        {
            var (first, count) = solver.Candidates();
            var prices = solver.Prices(first, count);
            new YearChain(solver._runs, prices, first, sequence.Shared, solver.EndYear, solver._serials.BearOutTheClock).Solve();
            solver.DoubtPlaces(sequence, prices, first);
        }

        foreach (var run in sequence.Files.SelectMany(file => file.Runs).Where(run => run.WrittenYear != 0 && !run.IsDecided))
        {
            (run.Year, run.YearIsSure, run.IsOutOfOrder) = (run.WrittenYear, true, false);
        }

        YearExplanation.Explain(sequence, solver._serials, options);
    }

    /// <summary>
    /// While there is more to read that may tell, a year by which a file was changed before its own lines, or that its serials
    /// contradict, is not sure. Nor is, at any time, one of a file that may stand elsewhere in the order than it was read.
    /// </summary>
    private void DoubtPlaces(DatedSequence sequence, double[,] prices, int first)
    {
        var from = 0;
        foreach (var file in sequence.Files)
        {
            var runs = _runs.GetRange(from, SideBySide.InLine(file).Count());
            from += runs.Count;
            if (_isWhole || file == sequence.Files[^1])
            {
                DoubtPlace(file, runs, from - runs.Count, prices, first);
            }
        }
    }

    private void DoubtPlace(SequenceFile file, List<ClockRun> runs, int from, double[,] prices, int first)
    {
        var isElsewhere = MayStandElsewhere(file, runs, from, prices, first);
        var times = _isWhole ? [] : _evidence.Skip(from).SelectMany(TimesOf).ToList();
        foreach (var run in runs.Where(run => run.FixedYear == 0))
        {
            run.YearIsSure &= !isElsewhere && (_isWhole
                || (times.TrueForAll(time => time.PriceOfLater(run.Latest.LocalSeconds(run.Year)) == 0) && !_serials.FitAnotherBetter(run)));
        }
    }

    /// <summary>
    /// Whether the place of a file in the order in which files are read may not be its own: a time of the file is that of its last
    /// line, but of another year, or that line stands outside the order of time; or years that its lines write do not go on from what it
    /// is read behind; or its serials together fit other years better, those of any host in it, and nothing else of the file speaks for
    /// the years of its place; or all of it is long before what was read, with more to come, and no serials of its own say so; or it has
    /// none but late lines, which come among others in a file that stands where it belongs.
    /// </summary>
    private bool MayStandElsewhere(SequenceFile file, List<ClockRun> runs, int from, double[,] prices, int first)
    {
        var margin = _serials.Margin(runs.FindAll(run => run.WrittenYear == 0), out var by);
        file.IsContradicted = (margin < YearChain.SureMargin && _options.Year is null && (TimesFitAnotherYear(runs, from) || runs.Exists(run => run is { WrittenYear: > 1970, IsOutOfOrder: true })))
            || (margin < -SerialEvidence.PlainlyBetter && (!_isWhole || PriceOfMove(runs, from, by, prices, first) < -SerialEvidence.PlainlyBetter));
        var read = _runs.Take(from).Where(run => !run.IsOutOfOrder).Select(LatestOf).DefaultIfEmpty(long.MinValue).Max();
        return file.IsContradicted || file.Neighbours is { AreContradicted: true }
            || (margin < YearChain.SureMargin && runs.Count < _runs.Count && runs.TrueForAll(run => run.IsOutOfOrder))
            || (!_isWhole && margin < YearChain.SureMargin && runs.TrueForAll(run => LatestOf(run) < read - LateSeconds));

        static long LatestOf(ClockRun run) => run.Latest.LocalSeconds(run.Year);
    }

    private bool TimesFitAnotherYear(List<ClockRun> runs, int from) => Enumerable.Range(0, runs.Count)
        .Any(run => runs[run].FixedYear == 0 && TimesOf(_evidence[from + run]).Any(time => time.ContradictsPlace(runs[run].Latest, runs[run])));

    /// <summary>How much dearer some runs are by themselves in years moved by some.</summary>
    private double PriceOfMove(List<ClockRun> runs, int from, int by, double[,] prices, int first)
    {
        return Enumerable.Range(from, runs.Count).Where(run => _runs[run].WrittenYear == 0).Sum(run => Price(run, _runs[run].Year + by) - Price(run, _runs[run].Year));

        double Price(int run, int year) => year < first || year >= first + prices.GetLength(1) ? Impossible : prices[run, year - first];
    }

    /// <summary>The years to choose from: those that any evidence names, and as many before as New Years may have passed.</summary>
    private (int First, int Count) Candidates()
    {
        var latest = YearOf(_latest);
        var known = _serials.Years
            .Concat(_runs.Select(run => run.IsDecided ? run.Year : run.WrittenYear).Where(year => year > 0))
            .Concat(_beside.OfType<List<ClockRun>>().SelectMany(beside => beside.Select(run => run.WrittenYear)))
            .Concat(_neighbours.OfType<FileNeighbours>().Distinct().SelectMany(neighbours => neighbours.Years))
            .Concat(_evidence.SelectMany(TimesOf).Where(time => time.At <= _latest + (2 * 86400)).Select(time => YearOf(time.At)))
            .Concat(_runs.Select(MailOf).OfType<FileTime>().Where(time => time.At <= _latest + (2 * 86400)).Select(time => YearOf(time.At)))
            .Append(_options.Year ?? latest)
            .Where(year => year <= latest + 1 || year == _options.Year)
            .ToList();
        var turns = 1;
        for (var run = 1; run < _runs.Count; run++)
        {
            turns += _runs[run].First.LocalSeconds(ClockRun.AnyLeapYear) < _runs[run - 1].Last.LocalSeconds(ClockRun.AnyLeapYear) - 86400 ? 1 : 0;
        }

        // A leap day alone leaves every fourth year open.
        var leap = _runs.Exists(run => run.HasLeapDay) ? 8 : 0;
        var last = Math.Max(Math.Max(known.Max(), latest), FirstYear) + 1;
        var first = Math.Max(Math.Max(FirstYear, known.Min() - Math.Min(turns + 1, 12) - leap), last - MostYears);
        return (first, last - first + 1);
    }

    /// <summary>What speaks against each year of each run by itself.</summary>
    private double[,] Prices(int first, int count)
    {
        var prices = new double[_runs.Count, count];
        var newest = Newest;
        var last = _isWhole ? newest : -1;
        for (var run = 0; run < _runs.Count; run++)
        {
            for (var year = first; year < first + count; year++)
            {
                prices[run, year - first] = (IsOutside(_runs[run]) ? 0 : Price(_runs[run], year))
                    + (_neighbours[run]?.Price(_host, _runs[run], year) ?? 0)
                    + (_beside[run] is { } beside ? SideBySide.Price(_runs[run], year, beside) : 0)
                    + (_runs[run].Latest.LocalSeconds(year) < _notBefore[run] ? BeforeRotation : 0)
                    // With nothing else to go by, the latest year that is possible.
                    + (run == newest ? 0.01 * Math.Max(0, YearOf(_latest) - year) : 0)
                    + (run == last && EndYear is null && _options.Year is { } wanted && wanted != year ? Impossible : 0)
                    + TimesOf(_evidence[run]).Sum(time => Price(time, run, year))
                    + (MailOf(_runs[run])?.Price(_runs[run].Latest, year) ?? 0)
                    + (run == last && _options.NotAfter is not null ? FileTime.OfLimit(_latest).Price(_runs[run].Latest, year) : 0);
            }
        }

        return prices;

        // A clock in a far future, or a year that is none, says nothing of the others.
        bool IsOutside(ClockRun run) => run.FixedYear != 0 && (run.FixedYear < first || run.FixedYear >= first + count);
    }

    /// <summary>What a file's time says of its last line; where the file is still being read, that no line is later, and little more.</summary>
    private double Price(FileTime time, int run, int year) => _isWhole || run < _firstOfLastFile
        ? time.Price(_runs[run].Latest, year)
        : time.PriceOfGoingOn(_runs[run].Latest.LocalSeconds(year));

    private double Price(ClockRun run, int year)
    {
        if (run.FixedYear != 0)
        {
            return run.FixedYear == year ? 0 : Impossible;
        }

        if (IsAfterTheEnd(run, year))
        {
            return Impossible;
        }

        // A year that was decided without being sure draws the others after it, but does not make them sure.
        var price = _serials.Cost(run, year) + (run.IsDecided && run.Year != year ? 0.001 : 0);
        if (run.HasLeapDay && !DateTime.IsLeapYear(year))
        {
            price += 50;
        }

        var tooLate = run.First.LocalSeconds(year) - _latest;
        if (tooLate > (_options.NotAfter is null ? 2 * 86400 : 0))
        {
            price += _options.NotAfter is null ? 30 : Impossible;
        }

        return price;
    }

    /// <summary>Whether a run would be later than the last line, whose year is given and which may itself be some weeks late.</summary>
    private bool IsAfterTheEnd(ClockRun run, int year) => _options.Year is { } given && year > given
        && (year > given + 1 || run.Latest.LocalSeconds(year) > LateSeconds + (_isWhole ? _runs[Newest].Latest.LocalSeconds(given) : YearEnd(given)));

    private static long YearEnd(int year) => Calendar.DayNumber(year + 1, 1, 1) * 86400L;

    private FileTime? MailOf(ClockRun run) => FileTime.OfMail(run, _zone);

    private IEnumerable<FileTime> TimesOf(FileEvidence? evidence) => evidence is null ? [] : FileTime.Of(evidence, _options.Now);

    internal static int YearOf(long seconds) => new DateTime(Math.Clamp(seconds, 0, 315_000_000_000) * TimeSpan.TicksPerSecond, DateTimeKind.Utc).Year;

    internal static long Seconds(Instant instant) => instant.ToUnixTimeSeconds() + (Calendar.UnixEpochDay * 86400);

    internal static long Seconds(LocalDateTime local) => Seconds(local.InUtc().ToInstant());
}
