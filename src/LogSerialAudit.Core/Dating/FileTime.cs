namespace LogSerialAudit.Dating;

/// <summary>A time that is known of a file beside its lines, and how its last line should stand to it.</summary>
/// <param name="Source">Which one.</param>
/// <param name="At">Seconds since 0001, in the zone of the lines or near it.</param>
internal readonly record struct FileTime(YearSource Source, long At)
{
    private const double MostOfName = 14;
    private const double MostOfTime = 10;
    private const double MoreOfBefore = 1;
    private const double MostOfGoingOn = 2;
    private const double WeightOfGoingOn = 0.5;

    /// <summary>A time that is that of the last line to the minute, but for its year, is no accident.</summary>
    private const long ExactSeconds = 120;

    /// <summary>How far the log's zone may be from the one declared.</summary>
    private const long ZonesApartSeconds = 14 * 3600;

    /// <summary>The limit that the operator names: the log was taken then or before.</summary>
    public static FileTime OfLimit(long at) => new(YearSource.Option, at);

    /// <summary>The date of the mail that has the lines of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="zone">The zone of stamps without offset.</param>
    public static FileTime? OfMail(ClockRun run, NodaTime.DateTimeZone zone) => run.NotAfter is { } sent
        ? new FileTime(YearSource.MailDate, YearSolver.Seconds(sent) + zone.GetUtcOffset(sent).Seconds)
        : null;

    /// <summary>The times of a file, strongest first.</summary>
    /// <param name="evidence">What is known.</param>
    /// <param name="now">The present; a file that was changed after it says nothing.</param>
    public static IEnumerable<FileTime> Of(FileEvidence evidence, NodaTime.Instant now)
    {
        if (evidence.NameDate is { } name)
        {
            yield return new FileTime(YearSource.FileName, YearSolver.Seconds(name));
        }

        if (evidence.GzipTime is { } gzip && !IsOfTheFuture(gzip, now))
        {
            yield return new FileTime(YearSource.GzipTime, YearSolver.Seconds(gzip) + evidence.OffsetSeconds);
        }

        // gzip gives the packed file the time of the plain one, which its header has already said.
        if (evidence.FileTime is { } time && !IsOfTheFuture(time, now)
            && (evidence.GzipTime is not { } same || Math.Abs((same - time).TotalSeconds) > 2))
        {
            yield return new FileTime(YearSource.FileTime, YearSolver.Seconds(time) + evidence.OffsetSeconds);
        }
    }

    /// <summary>Whether a time is of the future, also for clocks that are some hours apart.</summary>
    public static bool IsOfTheFuture(NodaTime.Instant time, NodaTime.Instant now) => time > now + NodaTime.Duration.FromDays(1);

    /// <summary>The price of a last line in some year, in nats: one that fits in another to the minute is hardly of this one.</summary>
    public double Price(Lines.Stamp last, int year) => Price(last.LocalSeconds(year)) + (FitsAnother(last, year) ? MostOfTime : 0);

    /// <summary>Whether the time may be, in whichever zone, that of a last line in another year than the lines before it have.</summary>
    /// <param name="last">The last line.</param>
    /// <param name="run">Its run.</param>
    public bool ContradictsPlace(Lines.Stamp last, ClockRun run) => FitsAnother(last, run.Year, ZonesApartSeconds) || (run.IsOutOfOrder && Fits(last, run.Year, ZonesApartSeconds));

    private bool FitsAnother(Lines.Stamp last, int year, long slack = ExactSeconds)
    {
        var near = YearSolver.YearOf(At);
        return (year != near - 1 && Fits(last, near - 1, slack)) || (year != near && Fits(last, near, slack)) || (year != near + 1 && Fits(last, near + 1, slack));
    }

    private bool Fits(Lines.Stamp last, int year, long slack) =>
        Source is YearSource.FileTime or YearSource.GzipTime && Math.Abs(At - last.LocalSeconds(year)) <= slack;

    /// <summary>The price of a last line at some second, in nats; a file that is older than its last line is odder than one that was copied.</summary>
    private double Price(long last) => (Ages.IsBefore(At - last) ? MoreOfBefore : 0) + (Source is YearSource.FileName or YearSource.MailDate
        ? Ages.Price(Ages.OfRotatedLine, At - last, MostOfName)
        : Ages.Price(Ages.OfLastLine, At - last, MostOfTime));

    /// <summary>The price of some line of the file at some second, in nats: none where it is not later than the file.</summary>
    public double PriceOfLater(long line) => At - line < -26 * 3600 ? Source == YearSource.FileName ? MostOfName : MostOfTime : 0;

    /// <summary>The price of some line of a file that goes on after it: the longer it would go on, the dearer.</summary>
    public double PriceOfGoingOn(long line) => PriceOfLater(line) + Math.Min(MostOfGoingOn, WeightOfGoingOn * Math.Log(1 + (Math.Max(0, At - line) / Ages.Day)));
}
