using System.Globalization;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>
/// Holds the clock of a log against the serials that it shows when they are new: a serial just minted is some seconds old.
/// Where nearly all of them are hours off by the zone declared, and fit another zone, the zone declared is wrong. A
/// refresh that is slow spreads them out; a file whose own time is that of its last line bears out the zone.
/// </summary>
public sealed class ClockCheck
{
    /// <summary>How many serials, minted and logged apart, make a difference steady.</summary>
    private const int Fewest = 3;

    /// <summary>How far apart two serials must be to be two looks at the clock, in seconds.</summary>
    private const double ApartSeconds = 600;

    /// <summary>From so many on some may be late, and the others minutes old.</summary>
    private const int Many = 12;
    private const double EarliestSeconds = -120;
    private const double LatestSeconds = 900;
    private const double SkewSeconds = -5;

    private readonly FittingZones? _others;
    private readonly string? _namedFor;

    /// <summary>The newest sample, and the one that is earliest against its line.</summary>
    private readonly ClockSample _newest;
    private readonly ClockSample _earliest;

    private ClockCheck(DateTimeZone declared, string? namedFor, List<ClockSample> samples, int fitting, FittingZones? others, List<ClockSample> early, ClockSample? after)
    {
        _namedFor = namedFor;
        Proofs = samples.Count(sample => IsNewOfMany(sample.Delay(declared)) && sample.IsPlain(declared));
        (Declared, Count, Fitting, _others, Early, AfterItsLine) = (declared, samples.Count, fitting, others, early.Count, after);
        (_newest, _earliest) = (samples.LastOrDefault(), early.OrderBy(sample => sample.Delay(declared)).FirstOrDefault());
    }

    /// <summary>The zone declared.</summary>
    public DateTimeZone Declared { get; }

    /// <summary>How many new serials were looked at.</summary>
    public int Count { get; }

    /// <summary>How many of them are as old as new serials are, by the zone declared.</summary>
    public int Fitting { get; }

    /// <summary>A zone that fits instead; null where the zone declared does, or nothing can be said.</summary>
    public DateTimeZone? Fits => _others?.Best;

    /// <summary>Whether it can be used: no other zone fits as well and differs from it within the log.</summary>
    public bool IsSettled => _others is { Rival: null };

    /// <summary>How many serials were minted after the line that shows them, by more than a few seconds, though no zone explains it.</summary>
    public int Early { get; }

    /// <summary>The log's time less the time of minting, at its least; negative where a clock is off.</summary>
    public Duration EarliestDelay => Early == 0 ? Duration.Zero : Duration.FromSeconds(_earliest.Delay(Declared));

    /// <summary>How many new serials fit the zone declared at times that it had once only: a clock that is an hour off would show there.</summary>
    internal int Proofs { get; }

    /// <summary>Whether the zone declared is borne out well enough to part the passes of a repeated hour by it.</summary>
    internal bool IsBorneOut => Fitting * 2 >= Math.Max(1, Count);

    /// <summary>A serial minted after its line, where that is all that the log tells of its clock.</summary>
    private ClockSample? AfterItsLine { get; }

    /// <summary>Checks a sequence whose years are known.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="options">The operator's own zones, which are named first where they fit.</param>
    /// <param name="namedFor">The observer, where the operator named a zone for it alone, which stays.</param>
    public static ClockCheck Of(DatedSequence sequence, DatingOptions options, string? namedFor)
    {
        var samples = Samples(sequence, run => run.Mentions.Where(mention => mention.IsFresh).Concat(run.NewSerials));
        var apart = Apart(samples);
        var fitting = samples.Count(sample => IsNewOfMany(sample.Delay(sequence.Zone)));
        var others = apart >= Fewest && fitting * 5 <= samples.Count && !IsBorneOutByFiles(sequence, options)
            ? Others(samples, apart, sequence, options)
            : null;
        var early = others is null ? samples.FindAll(sample => sample.Delay(sequence.Zone) < SkewSeconds) : [];
        return new ClockCheck(sequence.Zone, namedFor, samples, fitting, others, early, others is null && fitting == 0 && early.Count < Fewest ? After(sequence) : null);
    }

    /// <summary>What is wrong with the clock, with the file that has the line which shows it.</summary>
    /// <param name="isApplied">Whether the zone that fits was used.</param>
    public IEnumerable<(SequenceFile File, DateWarning Warning)> Findings(bool isApplied)
    {
        if (_others is { } others)
        {
            var alike = others.Others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {others.Others} more zone{(others.Others == 1 ? "" : "s")})");
            yield return Warning(
                DateWitness.Clock,
                _newest,
                $"{others.Fitting} of {Count} new serials fit stamps of {others.Best.Id}{alike}, {Fitting} fit {Declared.Id}; {WayOut(others, isApplied)}");
        }

        if (Early >= Fewest && Early * 10 >= Count)
        {
            yield return Warning(
                DateWitness.Clock,
                _earliest,
                $"{Early} of {Count} new serials were minted up to {(long)-EarliestDelay.TotalSeconds} s after the lines that show them: the log's clock is behind, or a primary's ahead");
        }
        else if (AfterItsLine is { } after)
        {
            yield return Warning(
                DateWitness.Serials,
                after,
                $"serial {after.Minted} was minted {(long)-after.Delay(Declared)} s after a line that names it: the log zone, a clock, or that serial is wrong");
        }
    }

    private static (SequenceFile File, DateWarning Warning) Warning(DateWitness by, ClockSample shown, FormattableString says) =>
        (shown.File, new DateWarning(FormattableString.Invariant(says), shown.Line, by));

    private string WayOut(FittingZones others, bool isApplied) =>
        isApplied ? "so it was used"
        : _namedFor is { } observer ? $"it stays, as --log-zone {observer}={Declared.Id} has it"
        : others.Rival is { } rival ? $"but {rival.Id} fits too and differs within this log: --log-zone must say which"
        : "--log-zone auto would use it";

    /// <summary>Serials within a day or so of their lines.</summary>
    private static List<ClockSample> Samples(DatedSequence sequence, Func<ClockRun, IEnumerable<SerialMention>> mentionsOf)
    {
        var samples = new List<ClockSample>();
        foreach (var (file, run) in sequence.Files.SelectMany(file => file.Runs.Where(run => !run.IsOutOfOrder).Select(run => (file, run))))
        {
            foreach (var mention in mentionsOf(run).DistinctBy(mention => (mention.Line, mention.Serial)).Where(mention => new SerialReading(mention.Serial).MintedAt is not null))
            {
                var local = mention.Stamp.LocalSeconds(run.Year) - (Lines.Calendar.UnixEpochDay * 86400.0);
                if (Math.Abs(local - mention.Serial.Value) < 1.2 * Ages.Day)
                {
                    samples.Add(new ClockSample(local, mention.Serial.Value, mention.Stamp, file, mention.Line));
                }
            }
        }

        return samples;
    }

    /// <summary>How many of the samples are looks of their own: zones that are re-signed or refreshed together are one.</summary>
    private static int Apart(List<ClockSample> samples)
    {
        var (count, last) = (0, default(ClockSample));
        foreach (var sample in samples.OrderBy(sample => sample.Local))
        {
            if (count == 0 || (sample.Local - last.Local >= ApartSeconds && Math.Abs(sample.Minted - last.Minted) >= ApartSeconds))
            {
                (count, last) = (count + 1, sample);
            }
        }

        return count;
    }

    private static FittingZones? Others(List<ClockSample> samples, int apart, DatedSequence sequence, DatingOptions options)
    {
        if (samples.Exists(sample => sample.Stamp.HasOffset))
        {
            return null;
        }

        var (least, most) = (samples.Min(sample => sample.Local), samples.Max(sample => sample.Local));
        foreach (var run in sequence.Files.SelectMany(file => file.Runs).Where(run => !run.IsOutOfOrder && run.WrittenYear == 0))
        {
            least = Math.Min(least, run.First.LocalSeconds(run.Year) - (Lines.Calendar.UnixEpochDay * 86400.0));
            most = Math.Max(most, run.Latest.LocalSeconds(run.Year) - (Lines.Calendar.UnixEpochDay * 86400.0));
        }

        var span = new Interval(Instant.FromUnixTimeSeconds((long)least - 86400), Instant.FromUnixTimeSeconds((long)most + 86400));
        DateTimeZone[] own = [.. new[] { options.LocalZone, options.LogZone, options.SystemZone }.OfType<DateTimeZone>()];
        var others = FittingZones.Of(samples, sequence.Zone, own, apart < Many ? IsNewOfFew : IsNewOfMany, span);
        return others is not null && others.Fitting * 10 >= samples.Count * (apart < Many ? 9 : 7) ? others : null;
    }

    /// <summary>Whether a file was last changed with its last line, by the zone declared.</summary>
    private static bool IsBorneOutByFiles(DatedSequence sequence, DatingOptions options) => sequence.Files.Any(file =>
        file.Runs.Count > 0 && file.Runs[^1] is var last
        && FileTime.Of(file.Evidence, options.Now).Any(time =>
            time.Source != YearSource.FileName && Math.Abs(time.At - last.Latest.LocalSeconds(last.Year)) <= 120));

    /// <summary>The serial minted furthest after a line that names it, where most that are near their lines are.</summary>
    private static ClockSample? After(DatedSequence sequence)
    {
        var samples = Samples(sequence, run => run.Mentions);
        var after = samples.FindAll(sample => sample.Delay(sequence.Zone) < EarliestSeconds);
        return after.Count > 0 && after.Count * 2 >= samples.Count ? after.MinBy(sample => sample.Delay(sequence.Zone)) : null;
    }

    private static bool IsNewOfMany(double delay) => delay is >= EarliestSeconds and <= LatestSeconds;

    private static bool IsNewOfFew(double delay) => delay is >= -30 and <= 150;
}
