using LogSerialAudit.Dating;
using LogSerialAudit.Watching.State;
using NodaTime;

namespace LogSerialAudit.Watching;

/// <summary>
/// Of what contradicts the dates of logs, that which makes the times of a check wrong and which somebody can mend: a clock, and what the command line says of
/// zone and year. A check runs every few minutes and finds the same each time; so each is said once in thirty days for each log. The rest concerns old files, and
/// a report tells it.
/// </summary>
internal sealed class WarningNews
{
    private static readonly Duration Again = Duration.FromDays(30);
    private readonly Dictionary<(string Log, DateWitness By), Instant> _said;
    private readonly Instant _now;

    /// <summary>Goes on from what was said before.</summary>
    public WarningNews(IReadOnlyList<WarningMemory> before, Instant now)
    {
        _now = now;
        _said = before.Where(warning => now - warning.At < Again).GroupBy(warning => (warning.Log, warning.By)).ToDictionary(said => said.Key, said => said.Max(warning => warning.At));
    }

    /// <summary>Those that are to be said now, a sentence each.</summary>
    /// <param name="warnings">What was found.</param>
    /// <param name="logOf">The log that a file is of.</param>
    public IReadOnlyList<string> Of(IEnumerable<DateWarning> warnings, Func<string, string> logOf) =>
    [
        .. warnings.Where(warning => warning.By is DateWitness.Clock or DateWitness.LogZone or DateWitness.Option or DateWitness.SerialsAgainstOption)
            .Where(warning => _said.TryAdd((logOf(warning.File), warning.By), _now))
            .Select(warning => warning.ToString()),
    ];

    /// <summary>What the next check goes on from.</summary>
    public IReadOnlyList<WarningMemory> Keep() =>
        [.. _said.Select(said => new WarningMemory(said.Key.Log, said.Key.By, said.Value)).OrderBy(said => said.Log, StringComparer.Ordinal).ThenBy(said => said.By)];
}
