using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Dating;

/// <summary>Offsets that lines write themselves and that are not those of the zone which the operator gave. What is written stays.</summary>
internal static class WrittenOffsets
{
    private static readonly OffsetPattern Pattern = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>The first contradiction of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="zone">The zone given.</param>
    /// <param name="server">The server that it was given for; null where it was given for all, whose stamps in UTC then are no contradiction.</param>
    public static DateWarning? Contradiction(SequenceFile file, DateTimeZone zone, string? server)
    {
        foreach (var run in file.Runs.Where(run => run.First.HasOffset))
        {
            foreach (var (stamp, line) in new[] { (run.First, run.FirstLine), (run.Latest, run.LastLine) })
            {
                var written = stamp.OffsetMinutes * 60;
                var at = Instant.FromUnixTimeSeconds(stamp.LocalSeconds(stamp.Year) - (Lines.Calendar.UnixEpochDay * 86400) - written);
                if (zone.GetUtcOffset(at) is var given && given.Seconds != written && (written != 0 || server is not null))
                {
                    return new DateWarning(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"line {line} writes {Pattern.Format(Offset.FromSeconds(written))}, but --log-zone {(server is null ? "" : server + "=")}{zone.Id} is {Pattern.Format(given)} then: what is written stays"),
                        line,
                        DateWitness.LogZone);
                }
            }
        }

        return null;
    }
}
