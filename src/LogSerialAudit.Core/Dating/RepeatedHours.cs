using NodaTime;
using NodaTime.TimeZones;

namespace LogSerialAudit.Dating;

/// <summary>
/// Finds the repeated hours of a sequence and parts their two passes: by the steps back and the silences in and near
/// them (<see cref="FoldChain"/>), and by unixtime serials, which no line can be older than.
/// </summary>
internal sealed class RepeatedHours
{
    /// <summary>How far around the hour lines are looked at.</summary>
    private const long NearSeconds = 6 * 3600;

    /// <summary>A line that names a serial minted so long after it is of the second pass.</summary>
    private const long OlderSeconds = 60;

    /// <summary>A line that shows a new serial so soon after it was minted is of the first pass.</summary>
    private const long FreshSeconds = 60;

    /// <summary>How much such serials say, in nats: the first can hardly be otherwise, the second may have been fetched an hour late, so one alone does not do, but in a log of which all are fresh.</summary>
    private const double Older = 9;
    private const double Fresh = 5;
    private const double FreshAsAll = 7.5;
    private const int Many = 10;

    /// <summary>
    /// What it costs that all of them mislead, because the clock is as far off as the hour is long, or the zone is another: by
    /// themselves they prove nothing; and how much more for each serial at another time that shows that it is not.
    /// </summary>
    private const double Misled = 6;
    private const double MisledInSpiteOf = 3;
    private const int MostProofs = 6;

    /// <summary>How many serials of either kind are looked at at either end of a stretch of lines.</summary>
    private const int MostSerials = 20;

    private readonly DatedSequence _sequence;
    private readonly Func<SequenceFile, IEnumerable<(ClockRun Run, SerialMention Mention)>> _mentionsOf;
    private readonly bool _trustsSerials;
    private readonly double _fresh;
    private readonly double _misled;
    private ZoneInterval? _interval;

    private RepeatedHours(
        DatedSequence sequence, Func<SequenceFile, IEnumerable<(ClockRun Run, SerialMention Mention)>> mentionsOf, ClockCheck check, bool isZoneFound)
    {
        (_sequence, _mentionsOf, _trustsSerials) = (sequence, mentionsOf, check.IsBorneOut || isZoneFound);
        _misled = Misled + (MisledInSpiteOf * Math.Min(MostProofs, isZoneFound ? check.Count : check.Proofs));
        _fresh = check.Count >= Many && check.Fitting == check.Count ? FreshAsAll : Fresh;
    }

    /// <summary>Settles the repeated hours of a sequence whose years are known.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="mentionsOf">All serials that a file names; asked for only where there is a repeated hour.</param>
    /// <param name="check">Whether the log's zone fits its serials, and how many show that.</param>
    /// <param name="isZoneFound">Whether the zone was found by the serials.</param>
    public static void Settle(
        DatedSequence sequence, Func<SequenceFile, IEnumerable<(ClockRun Run, SerialMention Mention)>> mentionsOf, ClockCheck check, bool isZoneFound) =>
        new RepeatedHours(sequence, mentionsOf, check, isZoneFound).Settle();

    private void Settle()
    {
        // Stamps with and without a year run side by side.
        foreach (var withYear in new[] { false, true })
        {
            var touched = new SortedDictionary<long, ZoneInterval>();
            var runs = new List<(int File, ClockRun Run)>();
            for (var file = 0; file < _sequence.Files.Count; file++)
            {
                foreach (var run in _sequence.Files[file].Runs.Where(run => (run.WrittenYear != 0) == withYear && !run.First.HasOffset))
                {
                    run.RepeatedHours.Clear();
                    runs.Add((file, run));
                    foreach (var early in HoursOf(run))
                    {
                        touched.TryAdd(Local(early.End) + early.WallOffset.Seconds + Change(early), early);
                    }
                }
            }

            if (touched.Count == 0)
            {
                continue;
            }

            var stretches = runs.SelectMany(each => FoldStretch.Of(each.File, each.Run)).ToList();
            foreach (var early in touched.Values)
            {
                Settle(early, stretches);
            }
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

    private void Settle(ZoneInterval early, List<FoldStretch> all)
    {
        var to = Local(early.End) + early.WallOffset.Seconds;
        var from = to + Change(early);
        var stretches = WithSerials(Near(all, from, to), early, from, to);
        var runs = stretches.Select(stretch => stretch.Run).Distinct().ToList();
        var stepsElsewhere = Math.Max(0, runs.Sum(run => run.StepsBack.Count) - 2);
        var chain = new FoldChain(stretches, from, to, stepsElsewhere);
        if (stretches.Exists(stretch => stretch.AgainstEarly + stretch.AgainstLate > 0))
        {
            chain.WeighAgainst(new FoldChain([.. stretches.Select(stretch => stretch with { AgainstEarly = 0, AgainstLate = 0 })], from, to, stepsElsewhere), _misled);
        }

        var parts = PartsOf(stretches, chain, from, to);
        foreach (var run in runs.Where(run => run.First.LocalSeconds(run.Year) < to && run.Latest.LocalSeconds(run.Year) >= from))
        {
            var isKnown = !run.HasMoreStepsBack && !run.HasMoreSilences && !run.IsOverfull;
            run.RepeatedHours.Add(new RepeatedHour(
                from,
                to,
                [.. Enumerable.Range(0, parts.Count).Where(place => stretches[place].Run == run).Select(place => isKnown ? parts[place] : parts[place] with { IsLate = null })]));
        }
    }

    /// <summary>The stretches near the hour, and those next to them.</summary>
    private static List<FoldStretch> Near(List<FoldStretch> all, long from, long to)
    {
        var isNear = all.ConvertAll(stretch => Math.Min(stretch.From, stretch.To) < to + NearSeconds && Math.Max(stretch.From, stretch.To) >= from - NearSeconds);
        return [.. all.Where((_, place) => isNear[place] || (place > 0 && isNear[place - 1]) || (place + 1 < all.Count && isNear[place + 1]))];
    }

    /// <summary>What is known of each stretch.</summary>
    private static List<RepeatedHour.Part> PartsOf(List<FoldStretch> stretches, FoldChain chain, long from, long to)
    {
        var standsLate = Standing(stretches, chain);
        var parts = stretches.Select((stretch, place) => new RepeatedHour.Part(
            stretch.FirstLine,
            chain.IsLate(place),
            standsLate[place],
            chain.IsLate(place) == true && stretch.AgainstEarly > 0,
            long.MinValue,
            long.MaxValue,
            GoesOn(place) ? long.MaxValue : stretch.Run.LastLine)).ToList();
        for (var place = 0; place + 1 < stretches.Count; place++)
        {
            var (high, low) = (stretches[place].To, stretches[place + 1].From);
            if (low >= high || low >= to || high < from || chain.IsTheChange(place))
            {
                continue;
            }

            // Late lines are over where time goes on from where it was, lines ahead of theirs began where it goes on now;
            // else what is later than where the step leads is out of order before it, what is earlier than where it began after it.
            var (first, last) = (Entry(place, low), Return(place + 1, high));
            for (var before = place; before > (first ?? (last is null ? -1 : place)) && stretches[before].To > low && (before == place || !chain.IsTheChange(before)); before--)
            {
                parts[before] = parts[before] with { SureUpTo = Math.Min(parts[before].SureUpTo, low) };
            }

            for (var after = place + 1; after < (last ?? (first is null ? stretches.Count : place + 1)) && stretches[after].From < high && (after == place + 1 || !chain.IsTheChange(after - 1)); after++)
            {
                parts[after] = parts[after] with { SureFrom = Math.Max(parts[after].SureFrom, high) };
            }
        }

        return parts;

        int? Entry(int place, long low)
        {
            for (; place >= 0 && stretches[place].From > low; place--)
            {
            }

            return place >= 0 && low - stretches[place].To is >= -ClockRun.SmallDisorderSeconds and <= ClockRun.SilenceSeconds && IsLeap(place) ? place : null;
        }

        int? Return(int place, long high)
        {
            for (; place < stretches.Count && stretches[place].To < high; place++)
            {
            }

            return place < stretches.Count && stretches[place].From - high is >= -ClockRun.SmallDisorderSeconds and <= ClockRun.SilenceSeconds && IsLeap(place - 1) ? place : null;
        }

        // Where time only flows on from one stretch to the next, as they were parted at serials, nothing begins or is over.
        bool IsLeap(int place) => stretches[place + 1].From - stretches[place].To > ClockRun.SmallDisorderSeconds;

        // The last line before a silence may be a late one: nothing after it shows that.
        bool GoesOn(int place) => place + 1 < stretches.Count
            && (stretches[place + 1].Run == stretches[place].Run || Math.Abs(stretches[place + 1].From - stretches[place].To) < 7200);
    }

    /// <summary>
    /// By which pass each stretch stands in the order of lines. The last ones may be late, and the first ones ahead of their time, but
    /// where stamps go on from one to the next no line shows it: the last stand behind those above them, the first before those below.
    /// </summary>
    private static bool[] Standing(List<FoldStretch> stretches, FoldChain chain)
    {
        var standsLate = stretches.Select((_, place) => chain.IsLate(place) ?? chain.StandsLate(place)).ToArray();
        bool[] stepsBack = [.. stretches.Zip(stretches.Skip(1), (one, next) => next.From < one.To)];
        for (var place = Array.LastIndexOf(stepsBack, true) + 2; place < stretches.Count; place++)
        {
            standsLate[place] = chain.IsLate(place) ?? (standsLate[place] || standsLate[place - 1]);
        }

        var last = Array.IndexOf(stepsBack, true);
        for (var place = (last < 0 ? stretches.Count - 1 : last) - 1; place >= 0; place--)
        {
            standsLate[place] = chain.IsLate(place) ?? (standsLate[place] && standsLate[place + 1]);
        }

        return standsLate;
    }

    /// <summary>Parts stretches at serials that tell the passes apart, each with what its serial says.</summary>
    private List<FoldStretch> WithSerials(List<FoldStretch> stretches, ZoneInterval early, long from, long to)
    {
        if (!_trustsSerials)
        {
            return stretches;
        }

        var telling = new Dictionary<(ClockRun Run, long Line), (long Local, double AgainstEarly, double AgainstLate)>();
        foreach (var file in stretches.Select(stretch => stretch.File).Distinct())
        {
            foreach (var (run, mention) in _mentionsOf(_sequence.Files[file]))
            {
                var local = mention.Stamp.LocalSeconds(run.Year);
                var age = local - early.WallOffset.Seconds - Local(Instant.FromUnixTimeSeconds(mention.Serial.Value));
                var (againstEarly, againstLate) = local < from || local >= to ? (0, 0)
                    : age < -OlderSeconds && age >= Change(early) - 5 ? (Older, 0)
                    : mention.IsFresh && age is >= -5 and <= FreshSeconds ? (0.0, _fresh)
                    : (0, 0);
                if (againstEarly + againstLate > 0)
                {
                    telling.TryGetValue((run, mention.Line), out var said);
                    telling[(run, mention.Line)] = (local, Math.Max(said.AgainstEarly, againstEarly), Math.Max(said.AgainstLate, againstLate));
                }
            }
        }

        var parted = new List<FoldStretch>();
        var byRun = telling.GroupBy(said => said.Key.Run).ToDictionary(said => said.Key, said => said.OrderBy(each => each.Key.Line).ToList());
        foreach (var stretch in stretches)
        {
            var rest = stretch;
            var within = !byRun.TryGetValue(stretch.Run, out var ofRun) ? []
                : ofRun.FindAll(said => said.Key.Line >= stretch.FirstLine && said.Key.Line < stretch.FirstLine + stretch.Lines);

            // Those nearest the change say the most, but what one of them says by chance the others must outweigh.
            var chosen = Ends(within.FindAll(said => said.Value.AgainstLate > 0)).Concat(Ends(within.FindAll(said => said.Value.AgainstEarly > 0)));
            foreach (var ((_, line), (local, againstEarly, againstLate)) in chosen.DistinctBy(said => said.Key.Line).OrderBy(said => said.Key.Line))
            {
                if (line > rest.FirstLine)
                {
                    (var before, rest) = rest.PartedAt(line, local);
                    parted.Add(before);
                }

                rest = rest with { AgainstEarly = againstEarly, AgainstLate = againstLate };
            }

            parted.Add(rest);
        }

        return parted;
    }

    private static IEnumerable<T> Ends<T>(List<T> these) => these.Take(MostSerials).Concat(these.Skip(Math.Max(MostSerials, these.Count - MostSerials)));

    private static long Local(Instant utc) => YearSolver.Seconds(utc);
}
