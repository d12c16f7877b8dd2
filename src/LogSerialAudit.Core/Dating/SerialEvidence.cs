using LogSerialAudit.Lines;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>
/// What the serials in a sequence say about its years. A serial of a zone that keeps time fits the stamps even without
/// their year; a counter, a date, a serial set by hand do not. So each zone says no more than its own fit is worth, and
/// one odd zone can't date the log.
/// </summary>
internal sealed class SerialEvidence
{
    private const double MostOfUnixTime = 10;
    private const double MostOfDate = 4;

    /// <summary>No line is older than a serial that it names, of whichever kind, where its zone keeps time.</summary>
    private const double MostOfBound = 14;

    /// <summary>The fit, in nats, of one new serial a second old, and how many of other days make sure that a zone keeps time.</summary>
    private const double FitOfOne = 10;
    private const double SureDays = 3;

    /// <summary>How many years earlier or later lines are looked for that serials fit better.</summary>
    internal const int MostYearsOff = 5;

    /// <summary>How much better, in nats, other years must fit to be worth a doubt.</summary>
    internal const double PlainlyBetter = 1;

    /// <summary>How near a serial must be to its line to be counted as an anchor.</summary>
    private const double NearSeconds = 3 * Ages.Day;

    /// <summary>How far clocks are apart, and a tenth of how long a new serial takes to be logged.</summary>
    private const double JustBeforeSeconds = 90;

    private readonly Dictionary<ClockRun, Weighed[]> _byRun = [];

    /// <summary>The prices that were asked for: the same ones are, again and again.</summary>
    private readonly Dictionary<(ClockRun Run, int Year), double> _costs = [];

    public SerialEvidence(DatedSequence sequence)
    {
        ReadIn = sequence.SerialZone;
        var zones = new Dictionary<Events.ZoneName, List<Weighed>>();
        foreach (var file in sequence.Files)
        {
            foreach (var run in file.Runs.Where(run => run.Mentions.Count > 0))
            {
                _byRun[run] = [.. run.Mentions.Select(mention => Read(mention, sequence.SerialZone ?? sequence.Zone))];
                for (var place = 0; place < run.Mentions.Count; place++)
                {
                    var zone = file.ZoneOf(run.Mentions[place].Zone);
                    if (!zones.TryGetValue(zone, out var mentions))
                    {
                        zones.Add(zone, mentions = []);
                    }

                    mentions.Add(_byRun[run][place]);
                }
            }
        }

        foreach (var mentions in zones.Values)
        {
            Weigh(mentions);
        }
    }

    /// <summary>The zone by which the serials are held against the stamps, where that is not the one declared.</summary>
    public DateTimeZone? ReadIn { get; }

    /// <summary>The years that fit a serial that counts.</summary>
    public IEnumerable<int> Years => _byRun.Values.SelectMany(mentions => mentions).Where(mention => mention.Weight > 0).Select(mention => mention.BestYear).Distinct();

    /// <summary>The price of a year for a run, in nats.</summary>
    public double Cost(ClockRun run, int year)
    {
        if (!_byRun.TryGetValue(run, out var mentions))
        {
            return 0;
        }

        if (!_costs.TryGetValue((run, year), out var cost))
        {
            _costs[(run, year)] = cost = mentions.Sum(mention => mention.Cost(year));
        }

        return cost;
    }

    /// <summary>Whether the serials of a run fit some year better than the one decided.</summary>
    public bool FitAnotherBetter(ClockRun run) =>
        _byRun.TryGetValue(run, out var mentions) && mentions.Select(mention => mention.BestYear).Distinct().Any(year => Cost(run, year) < Cost(run, run.Year) - PlainlyBetter);

    /// <summary>How much likelier the decided years of some runs are than the same years moved, in nats; negative where others are likelier.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="betterBy">By how many years moved they fit better; 0 where they do not.</param>
    public double Margin(IReadOnlyList<ClockRun> runs, out int betterBy)
    {
        var decided = runs.Sum(run => Cost(run, run.Year));
        var (next, moved) = (double.MaxValue, 0);
        for (var by = -MostYearsOff; by <= MostYearsOff; by++)
        {
            var cost = by == 0 ? double.MaxValue : runs.Sum(run => Cost(run, run.Year + by));
            (next, moved) = cost < next ? (cost, by) : (next, moved);
        }

        betterBy = next < decided ? moved : 0;
        return next - decided;
    }

    /// <summary>How many serials a run's year rests on: minted close to their lines, of zones that keep time.</summary>
    public int Anchors(ClockRun run, int year) =>
        _byRun.TryGetValue(run, out var mentions)
            ? mentions.Count(mention => mention.Weight > 0.3 && Math.Abs(mention.Age(year)) < NearSeconds)
            : 0;

    /// <summary>How many serials of such zones were minted longer before their lines.</summary>
    public int Older(ClockRun run, int year) =>
        _byRun.TryGetValue(run, out var mentions)
            ? mentions.Count(mention => mention.Weight > 0 && mention.Age(year) >= NearSeconds)
            : 0;

    /// <summary>Whether a line of a run names a serial that was minted just before it: a clock that was not set would not fit it.</summary>
    public bool BearOutTheClock(ClockRun run) =>
        Of(run).Any(mention => mention.Weight > 0.3 && mention.Age(mention.BestYear) is >= -JustBeforeSeconds and <= 10 * JustBeforeSeconds);

    /// <summary>The weighed mentions of a run, in the order of <see cref="ClockRun.Mentions"/>.</summary>
    public IReadOnlyList<Weighed> Of(ClockRun run) => _byRun.TryGetValue(run, out var mentions) ? mentions : [];

    /// <summary>
    /// Limits what a zone says to what its fit is worth. Serials minted on one day are one piece of evidence for the
    /// fit: a counter shows the same day all the time.
    /// </summary>
    private static void Weigh(List<Weighed> mentions)
    {
        var (fit, odd, says, saysFresh) = (0.0, 0, 0.0, 0.0);
        mentions.Sort((one, other) => one.MintedDay.CompareTo(other.MintedDay));
        for (var at = 0; at < mentions.Count;)
        {
            var (day, all, ofAll, fresh, ofFresh) = (mentions[at].MintedDay, 0, 0.0, 0, 0.0);
            for (; at < mentions.Count && mentions[at].MintedDay == day; at++)
            {
                var mention = mentions[at];
                (all, ofAll) = (all + 1, ofAll + mention.Fit);
                (odd, says) = mention.Fit > 0 ? (odd, says + mention.Says) : (odd + 1, says);
                if (mention.IsFresh)
                {
                    (fresh, ofFresh) = (fresh + 1, ofFresh + mention.Fit);
                    saysFresh += mention.Fit > 0 ? mention.Says : 0;
                }
            }

            // Those that are shown as new, where there are any.
            fit += fresh > 0 ? ofFresh / fresh : ofAll / all;
        }

        var (freshWeight, servedWeight) = (Weight(fit, saysFresh), Math.Min(0.5, Weight(fit, says)));
        var keepsTime = odd * 10 > mentions.Count ? 0 : Math.Clamp((fit / FitOfOne) - 1, 0, SureDays - 1) / (SureDays - 1);
        foreach (var mention in mentions)
        {
            // What does not fit the season of its line says little: a serial long in service, or one set by hand.
            mention.Trust = mention.Fit > 0 ? keepsTime : 0;
            mention.Weight = (mention.IsFresh ? freshWeight : servedWeight) * (mention.Fit > 0 ? 1 : Math.Min(0.1, 0.3 / odd));
        }
    }

    private static double Weight(double fit, double says) => fit <= 0 || says <= 0 ? 0 : Math.Min(1, fit / says);

    private static Weighed Read(SerialMention mention, DateTimeZone zone)
    {
        var reading = new SerialReading(mention.Serial);
        if (reading.Date is { } date)
        {
            return new Weighed(mention.Stamp, YearSolver.Seconds(date.AtMidnight()), Ages.OfDate, MostOfDate, mention.IsFresh);
        }

        var offset = mention.Stamp.HasOffset ? mention.Stamp.OffsetMinutes * 60 : zone.GetUtcOffset(reading.AsUnixTime).Seconds;
        var minted = mention.Serial.Value + (Calendar.UnixEpochDay * 86400) + offset;
        return mention.IsFresh
            ? new Weighed(mention.Stamp, minted, Ages.OfFreshSerial, MostOfUnixTime, true)
            : new Weighed(mention.Stamp, minted, Ages.OfServedSerial, MostOfUnixTime, false);
    }

    /// <summary>A mention and what it is worth.</summary>
    internal sealed class Weighed(Stamp stamp, long minted, Func<double, double> density, double most, bool isFresh)
    {
        /// <summary>How much it counts, 0 to 1.</summary>
        public double Weight { get; set; }

        /// <summary>How far its zone keeps time, 0 to 1.</summary>
        public double Trust { get; set; }

        /// <summary>Whether its line is of a kind that shows a serial when it is new.</summary>
        public bool IsFresh => isFresh;

        /// <summary>How much dearer it makes the next year than its best one, in nats.</summary>
        public double Says => Ages.Price(density, Age(BestYear + 1), most) - Ages.Price(density, Age(BestYear), most);

        /// <summary>The local day on which the serial was minted.</summary>
        public long MintedDay { get; } = minted / 86400;

        /// <summary>What speaks for the serial being a time, in nats.</summary>
        public double Fit { get; } = Ages.Fit(density, stamp.LocalSeconds(YearSolver.YearOf(minted)) - minted);

        /// <summary>The year in which the line is as little after the serial as can be.</summary>
        public int BestYear { get; } = YearSolver.YearOf(minted) + (stamp.LocalSeconds(YearSolver.YearOf(minted)) < minted - (26 * 3600) ? 1 : 0);

        /// <summary>The age of the serial if the line is of a year, in seconds.</summary>
        public double Age(int year) => stamp.LocalSeconds(year) - minted;

        /// <summary>The price of a year.</summary>
        public double Cost(int year)
        {
            var age = Age(year);
            var (weight, bound) = Ages.IsBefore(age) ? (Math.Max(Weight, Trust), MostOfBound) : (Weight, most);
            return weight == 0 ? 0 : weight * Ages.Price(density, age, bound);
        }
    }
}
