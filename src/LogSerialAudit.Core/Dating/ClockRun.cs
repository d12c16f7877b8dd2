using LogSerialAudit.Lines;

namespace LogSerialAudit.Dating;

/// <summary>
/// Neighbouring lines of one host in one file through which time goes on without a jump: they share a year.
/// A year begins a new run, and so does every step that could hide one.
/// </summary>
public sealed class ClockRun
{
    private const int MostStepsBack = 1024;
    private const int MostNewSerials = 64;
    private const long NewSerialsApartSeconds = 600;
    private const long KeptSeconds = 36 * 3600;

    /// <summary>Hosts and threads write side by side; what is so little out of order is in order.</summary>
    internal const long SmallDisorderSeconds = 20;

    /// <summary>A shorter silence has no room for a change of the clocks; every half hour that changes them twice is longer.</summary>
    internal const long SilenceSeconds = 600;
    private readonly List<StepBack> _stepsBack = [];
    private readonly List<Silence> _silences = [];
    private readonly List<SerialMention> _mentions = [];
    private readonly List<SerialMention> _newSerials = [];

    /// <summary>Begins a run with its first line.</summary>
    /// <param name="first">The stamp of the line.</param>
    /// <param name="line">Its number.</param>
    public ClockRun(Stamp first, long line)
    {
        First = Last = Earliest = Latest = first;
        FirstLine = LastLine = line;
        HasLeapDay = first is { Month: 2, Day: 29 };
    }

    /// <summary>Goes on from what an earlier run of the program knew; its year is decided.</summary>
    internal ClockRun(RunMemory memory)
    {
        (First, Second, Last, Earliest, Latest) = (memory.First, memory.Second, memory.Last, memory.First, memory.Latest);
        (FirstLine, LastLine, HasLeapDay) = (memory.FirstLine, memory.LastLine, memory.HasLeapDay);
        (Year, LikeliestYear, YearIsSure, IsOutOfOrder) = (memory.Year, memory.Year, memory.YearIsSure, memory.IsOutOfOrder);
        (IsOverfull, IsDecided) = (memory.IsOverfull, true);
        _stepsBack.AddRange(memory.StepsBack);
        _silences.AddRange(memory.Silences);
    }

    /// <summary>The stamp of the first line.</summary>
    public Stamp First { get; }

    /// <summary>The stamp of the second line; the default stamp where there is none.</summary>
    public Stamp Second { get; private set; }

    /// <summary>The stamp of the last line.</summary>
    public Stamp Last { get; private set; }

    /// <summary>The earliest stamp of the run, which small disorder and other offsets can put behind the first line.</summary>
    public Stamp Earliest { get; private set; }

    /// <summary>The latest stamp of the run, which small disorder and other offsets can put before the last line.</summary>
    public Stamp Latest { get; private set; }

    /// <summary>When the mail was sent that has the lines; null where they are not of a mail.</summary>
    public NodaTime.Instant? NotAfter { get; init; }

    /// <summary>The clocks of the file that has the lines; null where they stand by themselves.</summary>
    internal FileClock? File { get; init; }

    /// <summary>The number of the first line.</summary>
    public long FirstLine { get; }

    /// <summary>The number of the last line.</summary>
    public long LastLine { get; private set; }

    /// <summary>Whether a line is of 29 February.</summary>
    public bool HasLeapDay { get; private set; }

    /// <summary>The year that the lines themselves say, or 0.</summary>
    public int WrittenYear => First.Year;

    /// <summary>Whether the lines write the year in which a clock begins that was never set: it is no date.</summary>
    internal bool WritesUnsetClock => WrittenYear is 1969 or 1970;

    /// <summary>Serials that these lines name, some of each zone and day: evidence for the year.</summary>
    public IReadOnlyList<SerialMention> Mentions => _mentions;

    /// <summary>How many of them stand at lines that show them when they are new.</summary>
    public int FreshMentions { get; private set; }

    /// <summary>Serials at lines that show them when they are new, some minutes apart and not many: evidence for the zone.</summary>
    public IReadOnlyList<SerialMention> NewSerials => _newSerials;

    /// <summary>Whether lines that jump through time were added all the same, because there were too many runs.</summary>
    public bool IsOverfull { get; internal set; }

    /// <summary>Steps back of the clock within the run, in line order: how the repeated hour of autumn shows.</summary>
    public IReadOnlyList<StepBack> StepsBack => _stepsBack;

    /// <summary>Whether the clock stepped back so often that not every step was kept.</summary>
    public bool HasMoreStepsBack { get; private set; }

    /// <summary>Silences within the run, in line order, as far as they could be kept.</summary>
    internal IReadOnlyList<Silence> Silences => _silences;

    /// <summary>Whether there were more silences than could be kept.</summary>
    internal bool HasMoreSilences { get; private set; }

    /// <summary>The repeated hours that the run passes through.</summary>
    internal List<RepeatedHour> RepeatedHours { get; } = [];

    /// <summary>The year decided for the run, 0 before that.</summary>
    public int Year { get; set; }

    /// <summary>The year that is likeliest by all that is known, which may come to differ from one that was decided before.</summary>
    internal int LikeliestYear { get; set; }

    /// <summary>Whether the year is certain enough not to be marked.</summary>
    public bool YearIsSure { get; set; }

    /// <summary>The year that can't change any more, because it is written or rows with it were; or 0.</summary>
    internal int FixedYear => WrittenYear != 0 ? WrittenYear : IsDecided && YearIsSure ? Year : 0;

    /// <summary>The year in which the lines stand in the order of time, where the one that they write is contradicted; else 0.</summary>
    internal int StandsInYear { get; set; }

    /// <summary>Whether the run's lines stand outside the order of time: a late relay, a clock not yet set.</summary>
    public bool IsOutOfOrder { get; set; }

    /// <summary>Whether rows of the run were written already: its year can't change any more.</summary>
    public bool IsDecided { get; set; }

    /// <summary>What lines that come later can be dated by.</summary>
    internal RunMemory Keep()
    {
        // A repeated hour is settled by what stands near it.
        var near = Latest.LocalSeconds(AnyLeapYear) - KeptSeconds;
        return new RunMemory
        {
            First = First,
            Second = Second,
            Last = Last,
            Latest = Latest,
            FirstLine = FirstLine,
            LastLine = LastLine,
            HasLeapDay = HasLeapDay,
            Year = Year,
            YearIsSure = YearIsSure,
            IsOutOfOrder = IsOutOfOrder,
            IsOverfull = IsOverfull || HasMoreStepsBack || HasMoreSilences,
            StepsBack = [.. _stepsBack.Where(step => step.From.LocalSeconds(AnyLeapYear) >= near)],
            Silences = [.. _silences.Where(silence => silence.To.LocalSeconds(AnyLeapYear) >= near)],
        };
    }

    /// <summary>Adds a serial that a line of the run names.</summary>
    public void Add(in SerialMention mention)
    {
        _mentions.Add(mention);
        FreshMentions += mention.IsFresh ? 1 : 0;
    }

    /// <summary>Adds a serial at a line that shows it when it is new.</summary>
    public void AddNew(in SerialMention mention)
    {
        if (_newSerials.Count < MostNewSerials
            && (_newSerials.Count == 0 || mention.Stamp.LocalSeconds(AnyLeapYear) - _newSerials[^1].Stamp.LocalSeconds(AnyLeapYear) >= NewSerialsApartSeconds))
        {
            _newSerials.Add(mention);
        }
    }

    /// <summary>Lets go of room for serials that do not follow: a run of a small log has one or two.</summary>
    internal void Close()
    {
        _mentions.TrimExcess();
        _newSerials.TrimExcess();
    }

    /// <summary>Adds a line to the run.</summary>
    public void Extend(Stamp stamp, long line) => Extend(stamp, line, null);

    /// <summary>Adds a line to the run.</summary>
    /// <param name="stamp">The stamp of the line.</param>
    /// <param name="line">Its number.</param>
    /// <param name="room">How many more silences of the file may be kept.</param>
    internal void Extend(Stamp stamp, long line, SilenceRoom? room)
    {
        if (line <= LastLine)
        {
            return;
        }

        HasLeapDay |= stamp is { Month: 2, Day: 29 };
        if (_stepsBack.Count > 0 && !_stepsBack[^1].Next.Exists)
        {
            _stepsBack[^1] = _stepsBack[^1] with { Next = stamp };
        }

        Second = Second.Exists ? Second : stamp;
        var forward = stamp.LocalSeconds(AnyLeapYear) - Last.LocalSeconds(AnyLeapYear);
        if (forward >= SilenceSeconds)
        {
            HasMoreSilences |= room is { IsLeft: false };
            if (!HasMoreSilences)
            {
                room?.Take();
                _silences.Add(new Silence(Last, stamp, line));
            }
        }
        else if (forward < -SmallDisorderSeconds)
        {
            HasMoreStepsBack |= _stepsBack.Count >= MostStepsBack;
            if (!HasMoreStepsBack)
            {
                _stepsBack.Add(new StepBack(Last, stamp, line, default));
            }
        }

        Last = stamp;
        LastLine = line;
        Latest = IsBefore(stamp, Latest) ? Latest : stamp;
        Earliest = IsBefore(stamp, Earliest) ? stamp : Earliest;
    }

    /// <summary>Whether one stamp is earlier than another of the run: by the instants where both say them.</summary>
    private static bool IsBefore(Stamp one, Stamp other)
    {
        var offsets = one.HasOffset && other.HasOffset ? (one.OffsetMinutes - other.OffsetMinutes) * 60 : 0;
        return one.LocalSeconds(AnyLeapYear) - offsets < other.LocalSeconds(AnyLeapYear);
    }

    /// <summary>A year that has every day, to compare stamps that have none.</summary>
    internal const int AnyLeapYear = 2000;

    /// <summary>A year without a 29 February, to measure silences: most have none in them.</summary>
    internal const int AnyPlainYear = 2001;
}
