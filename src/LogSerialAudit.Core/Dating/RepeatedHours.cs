using NodaTime;
using NodaTime.TimeZones;

namespace LogSerialAudit.Dating;

/// <summary>
/// Finds the repeated hours of a sequence and parts their two passes: by the place where the stamps fall from the
/// hour's end to its beginning and stay there, and by unixtime serials, which no line can be older than.
/// </summary>
internal sealed class RepeatedHours
{
    /// <summary>How near to the end and the beginning of the hour the change of the clocks must show, as a part of the hour.</summary>
    private const int Sharpness = 12;

    /// <summary>A line that names a serial minted so long after it is of the second pass.</summary>
    private const long OlderSeconds = 60;

    /// <summary>A line that shows a new serial so soon after it was minted is of the first pass.</summary>
    private const long FreshSeconds = 60;

    private readonly DatedSequence _sequence;
    private readonly Func<SequenceFile, IEnumerable<(ClockRun Run, SerialMention Mention)>> _mentionsOf;
    private readonly bool _trustsSerials;
    private ZoneInterval? _interval;

    private RepeatedHours(
        DatedSequence sequence, Func<SequenceFile, IEnumerable<(ClockRun Run, SerialMention Mention)>> mentionsOf, bool trustsSerials) =>
        (_sequence, _mentionsOf, _trustsSerials) = (sequence, mentionsOf, trustsSerials);

    /// <summary>Settles the repeated hours of a sequence whose years are known.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="mentionsOf">All serials that a file names; asked for only where there is a repeated hour.</param>
    /// <param name="trustsSerials">Whether the log's zone fits its serials.</param>
    public static void Settle(
        DatedSequence sequence, Func<SequenceFile, IEnumerable<(ClockRun Run, SerialMention Mention)>> mentionsOf, bool trustsSerials) =>
        new RepeatedHours(sequence, mentionsOf, trustsSerials).Settle();

    private void Settle()
    {
        var touched = new SortedDictionary<long, (ZoneInterval Early, List<Place> Places)>();
        Place? before = null;
        for (var file = 0; file < _sequence.Files.Count; file++)
        {
            foreach (var run in _sequence.Files[file].Runs)
            {
                run.RepeatedHours.Clear();
                var place = new Place(file, run, before?.Run);
                before = place;
                foreach (var early in HoursOf(run))
                {
                    var from = Local(early.End) + early.WallOffset.Seconds + Change(early);
                    if (!touched.TryGetValue(from, out var hour))
                    {
                        touched.Add(from, hour = (early, []));
                    }

                    hour.Places.Add(place);
                }
            }
        }

        foreach (var (early, places) in touched.Values)
        {
            Settle(early, places);
        }
    }

    /// <summary>The zone intervals that end, with the clocks set back, within a run or near it.</summary>
    private IEnumerable<ZoneInterval> HoursOf(ClockRun run)
    {
        if (run.First.HasOffset)
        {
            yield break;
        }

        var (first, last) = (run.First.LocalSeconds(run.Year), run.Latest.LocalSeconds(run.Year));
        var at = Instant.FromUnixTimeSeconds(first - Local(Instant.FromUnixTimeSeconds(0)) - (30 * 3600));
        while (true)
        {
            var interval = _interval is { } known && known.Contains(at) ? known : _sequence.Zone.GetZoneInterval(at);
            _interval = interval;
            if (!interval.HasEnd || Local(interval.End) - (30 * 3600) > last)
            {
                yield break;
            }

            var change = Change(interval);
            var to = Local(interval.End) + interval.WallOffset.Seconds;
            if (change < 0 && first < to && last >= to + change)
            {
                yield return interval;
            }

            at = interval.End;
        }
    }

    private int Change(ZoneInterval early) => _sequence.Zone.GetUtcOffset(early.End).Seconds - early.WallOffset.Seconds;

    private void Settle(ZoneInterval early, List<Place> places)
    {
        var to = Local(early.End) + early.WallOffset.Seconds;
        var from = to + Change(early);
        var steps = places.SelectMany(place => StepsOf(place, from, to)).ToList();
        var changes = steps.Where(step => step.IsTheChange).ToList();
        var (earlyBefore, lateFrom) = changes.Count > 0 ? (changes[0].At, changes[^1].At)
            : _trustsSerials ? BySerials(early, places, from, to)
            : (Nowhere.Before, Nowhere.After);

        // Before the change of the clocks no line can be of the second pass, unless the clock was ahead and then set back.
        var disorder = steps
            .Where(step => !step.IsTheChange && (step.At.CompareTo(lateFrom) > 0
                || (step.At.CompareTo(earlyBefore) < 0 && step.Lasts && (step.From >= to || step.From - step.To >= (to - from) / 3))))
            .ToList();
        foreach (var place in places)
        {
            // The last line before a silence may be a late one: nothing after it shows that.
            var end = place.Run.LastLine;
            place.Run.RepeatedHours.Add(new RepeatedHour(
                from,
                to,
                LineIn(place.File, earlyBefore),
                place.Run.HasMoreStepsBack ? long.MaxValue : LineIn(place.File, lateFrom),
                end,
                [.. disorder.Select(step => (step.From, step.To, LineIn(place.File, step.At)))]));
        }
    }

    /// <summary>The steps back into or out of an hour, those from the run before included.</summary>
    private static IEnumerable<Step> StepsOf(Place place, long from, long to)
    {
        var run = place.Run;
        var steps = run.StepsBack.Select(step => (step, step.From.LocalSeconds(run.Year)));
        if (place.Before is { } before)
        {
            steps = steps.Prepend((new StepBack(before.Last, run.First, run.FirstLine, run.Second), before.Last.LocalSeconds(before.Year)));
        }

        foreach (var (step, high) in steps)
        {
            var low = step.To.LocalSeconds(run.Year);
            if (low >= to || high < from || low >= high)
            {
                continue;
            }

            var near = (to - from) / Sharpness;
            var next = step.Next.Exists ? step.Next.LocalSeconds(run.Year) : long.MaxValue;
            yield return new Step(
                high,
                low,
                new Position(place.File, step.Line),
                next < high,
                high >= to - near && high < to && low >= from && low <= from + near && next >= from && next <= from + ((to - from) / 2));
        }
    }

    /// <summary>Up to which line serials show the first pass, and from which on the second.</summary>
    private (Position EarlyBefore, Position LateFrom) BySerials(ZoneInterval early, List<Place> places, long from, long to)
    {
        var (earlyBefore, lateFrom) = (Nowhere.Before, Nowhere.After);
        foreach (var place in places)
        {
            foreach (var (_, mention) in _mentionsOf(_sequence.Files[place.File]).Where(pair => pair.Run == place.Run))
            {
                var local = mention.Stamp.LocalSeconds(place.Run.Year);
                var age = local - early.WallOffset.Seconds - Local(Instant.FromUnixTimeSeconds(mention.Serial.Value));
                if (local < from || local >= to)
                {
                    continue;
                }

                var at = new Position(place.File, mention.Line);
                if (age < -OlderSeconds && age >= Change(early) - 5 && at.CompareTo(lateFrom) < 0)
                {
                    lateFrom = at;
                }
                else if (mention.IsFresh && age is >= -5 and <= FreshSeconds && at.CompareTo(earlyBefore) >= 0)
                {
                    earlyBefore = at with { Line = at.Line + 1 };
                }
            }
        }

        return earlyBefore.CompareTo(lateFrom) > 0 ? (Nowhere.Before, Nowhere.After) : (earlyBefore, lateFrom);
    }

    private static long LineIn(int file, Position at) => at.File > file ? long.MaxValue : at.File < file ? 0 : at.Line;

    private static long Local(Instant utc) => YearSolver.Seconds(utc);

    private sealed record Place(int File, ClockRun Run, ClockRun? Before);

    private readonly record struct Step(long From, long To, Position At, bool Lasts, bool IsTheChange);

    private readonly record struct Position(int File, long Line)
    {
        public int CompareTo(Position other) => File == other.File ? Line.CompareTo(other.Line) : File.CompareTo(other.File);
    }

    private static class Nowhere
    {
        public static readonly Position Before = new(-1, 0);
        public static readonly Position After = new(int.MaxValue, 0);
    }
}
