namespace LogSerialAudit.Dating;

/// <summary>
/// How likely an age is: of a serial when a line names it, of a last line when its file is closed. Ages have long tails,
/// so a density falls with the age itself, and a small rest stands for what has nothing to do with time. All are
/// densities a second; only their ratios count.
/// </summary>
internal static class Ages
{
    public const double Day = 86400;
    public const double Year = 31_556_952;

    /// <summary>How far a line may seem older than its serial where the zone or a clock is wrong, in seconds.</summary>
    private const double ZoneError = 26 * 3600;

    /// <summary>What is left for a value that is no time at all: any of the last ten years alike.</summary>
    private const double Rest = 0.02 / (10 * Year);

    /// <summary>Whether an age is one of a thing that is younger than its line, whichever zone the line is of.</summary>
    public static bool IsBefore(double age) => age < -ZoneError;

    /// <summary>A serial just minted: a second to some minutes, rarely days.</summary>
    public static double OfFreshSerial(double age) =>
        (age >= -90 ? (0.6 / (13.2 * (Math.Abs(age) + 60))) + (0.3 / (8 * (Math.Abs(age) + Day)))
            : age >= -ZoneError ? 0.05 / (13.2 * (60 - age))
            : 0) + Rest;

    /// <summary>A serial in service: minutes to months, or just loaded.</summary>
    public static double OfServedSerial(double age) =>
        (age >= -90 ? (0.3 / (13.2 * (Math.Abs(age) + 60))) + (0.6 / (8 * (Math.Abs(age) + Day)))
            : age >= -ZoneError ? 0.01 / (8 * (Day - age))
            : 0) + Rest;

    /// <summary>A date in a serial: the day itself, before it where the zones differ, or long after.</summary>
    public static double OfDate(double age) => (age >= -ZoneError ? 0.9 / (8 * (Math.Max(0, age - Day) + Day)) : 0) + (3 * Rest);

    /// <summary>A file's last line: its time of change is that of the line, unless the file was copied or touched.</summary>
    public static double OfLastLine(double age) =>
        (age >= -ZoneError ? (age >= -3600 ? 0.5 : 0.02) / (13.2 * (Math.Abs(age) + 60)) : 0) + (25 * Rest);

    /// <summary>A last line against the date in its file's name, which is mostly of the same day.</summary>
    public static double OfRotatedLine(double age) =>
        (age >= -ZoneError ? 0.5 / Day * Math.Pow(1 + (Math.Max(0, age) / Day), -1.5) : 0) + (0.05 * Rest);

    /// <summary>The price of an age: how much less likely than none, in nats, up to a bound.</summary>
    public static double Price(Func<double, double> density, double age, double most) =>
        Math.Min(most, Math.Log(density(0) / density(age)));

    /// <summary>
    /// What an age says for its being an age at all, in nats: the day and hour of a real clock fit the stamp without its
    /// year, those of a random number fit once in a year.
    /// </summary>
    public static double Fit(Func<double, double> density, double age)
    {
        var withinYear = age - (Year * Math.Floor((age + ZoneError) / Year));
        return Math.Log((0.7 * density(withinYear) * Year) + 0.3);
    }
}
