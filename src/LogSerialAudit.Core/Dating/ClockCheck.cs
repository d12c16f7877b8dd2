using System.Globalization;
using LogSerialAudit.Lines;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>
/// Holds the clock of a log against the serials that it shows when they are new: a serial just minted is some seconds old.
/// Where nearly all of them are hours off by the zone declared, and fit another zone, the zone declared is wrong.
/// </summary>
public sealed class ClockCheck
{
    private const int Fewest = 5;
    private const double EarliestSeconds = -120;
    private const double LatestSeconds = 900;
    private const double SkewSeconds = -5;

    private ClockCheck(DateTimeZone declared, int serials, int fitting, DateTimeZone? fits, int fittingThere, int early, double earliest) =>
        (Declared, Count, Fitting, Fits, FittingThere, Early, EarliestDelay) = (declared, serials, fitting, fits, fittingThere, early, Duration.FromSeconds(earliest));

    /// <summary>The zone declared.</summary>
    public DateTimeZone Declared { get; }

    /// <summary>How many new serials were looked at.</summary>
    public int Count { get; }

    /// <summary>How many of them are as old as new serials are, by the zone declared.</summary>
    public int Fitting { get; }

    /// <summary>The zone that fits instead; null where the zone declared does, or nothing can be said.</summary>
    public DateTimeZone? Fits { get; }

    /// <summary>How many serials fit that zone.</summary>
    public int FittingThere { get; }

    /// <summary>How many serials were minted after the line that shows them, by more than a few seconds, though the zone fits.</summary>
    public int Early { get; }

    /// <summary>The log's time less the time of minting, at its least; negative where a clock is off.</summary>
    public Duration EarliestDelay { get; }

    /// <summary>Whether the zone declared is borne out well enough to part the passes of a repeated hour by it.</summary>
    internal bool IsBorneOut => Fitting * 2 >= Math.Max(1, Count);

    /// <summary>Checks a sequence whose years are known.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="options">The zones that may fit instead.</param>
    public static ClockCheck Of(DatedSequence sequence, DatingOptions options)
    {
        var samples = new List<(double Local, long Minted, Stamp Stamp)>();
        foreach (var run in sequence.Files.SelectMany(file => file.Runs).Where(run => run.YearIsSure && !run.IsOutOfOrder))
        {
            foreach (var mention in run.Mentions.Where(mention => mention.IsFresh && new SerialReading(mention.Serial).MintedAt is not null))
            {
                var local = mention.Stamp.LocalSeconds(run.Year) - (Lines.Calendar.UnixEpochDay * 86400.0);
                if (Math.Abs(local - mention.Serial.Value) < 1.2 * Ages.Day)
                {
                    samples.Add((local, (long)mention.Serial.Value, mention.Stamp));
                }
            }
        }

        var declared = samples.ConvertAll(sample => Delay(sample, sequence.Zone));
        var fitting = declared.Count(IsNew);
        var (fits, there) = samples.Count >= Fewest && fitting * 5 <= samples.Count ? Other(samples, declared, sequence.Zone, options) : (null, 0);
        var early = declared.Where(delay => delay is < SkewSeconds and > -3600).ToList();
        return new ClockCheck(sequence.Zone, samples.Count, fitting, fits, there, fits is null ? early.Count : 0, fits is null && early.Count > 0 ? early.Min() : 0);
    }

    /// <summary>What is wrong with the clock, a sentence each.</summary>
    /// <param name="isApplied">Whether the zone that fits was used.</param>
    public IEnumerable<string> Findings(bool isApplied)
    {
        if (Fits is { } better)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{FittingThere} of {Count} new serials fit stamps of {better.Id}, {Fitting} fit {Declared.Id}; {(isApplied ? "so it was used" : "--log-zone auto would use it")}");
        }

        if (Fits is null && Count >= Fewest && Fitting * 5 <= Count && Early * 2 < Count)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Fitting} of {Count} new serials are as old as new serials are: the log's clock or its offset is wrong");
        }

        if (Early >= 3 && Early * 10 >= Count)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Early} of {Count} new serials were minted up to {(long)-EarliestDelay.TotalSeconds} s after the lines that show them: the log's clock is behind, or a primary's ahead");
        }
    }

    /// <summary>The zone that most serials fit: UTC, the local zone, or a fixed distance from the zone declared.</summary>
    private static (DateTimeZone? Zone, int Fitting) Other(
        List<(double Local, long Minted, Stamp Stamp)> samples, List<double> declared, DateTimeZone zone, DatingOptions options)
    {
        var steady = declared.GroupBy(delay => Math.Floor((delay - EarliestSeconds) / 1800)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key * 1800;
        var offset = zone.GetUtcOffset(Instant.FromUnixTimeSeconds(samples[^1].Minted)).Seconds + (int)steady;
        if (samples.Exists(sample => sample.Stamp.HasOffset) || Math.Abs(offset) > 18 * 3600)
        {
            return (null, 0);
        }

        DateTimeZone[] others = [DateTimeZone.Utc, options.LocalZone ?? options.LogZone, DateTimeZone.ForOffset(Offset.FromSeconds(offset))];
        var (best, most) = ((DateTimeZone?)null, 0);
        foreach (var other in others)
        {
            var fitting = samples.Count(sample => IsNew(Delay(sample, other)));
            (best, most) = fitting > most ? (other, fitting) : (best, most);
        }

        return most * 10 >= samples.Count * 7 ? (best, most) : (null, 0);
    }

    private static bool IsNew(double delay) => delay is >= EarliestSeconds and <= LatestSeconds;

    private static double Delay((double Local, long Minted, Stamp Stamp) sample, DateTimeZone zone) => sample.Local - sample.Minted
        - (sample.Stamp.HasOffset ? sample.Stamp.OffsetMinutes * 60 : zone.GetUtcOffset(Instant.FromUnixTimeSeconds(sample.Minted)).Seconds);
}
