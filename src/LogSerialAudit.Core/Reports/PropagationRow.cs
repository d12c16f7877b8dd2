using LogSerialAudit.Dating;
using LogSerialAudit.History;

namespace LogSerialAudit.Reports;

/// <summary>A taking among those of its round.</summary>
/// <param name="Taking">Who took what when.</param>
/// <param name="Round">The others, and where lags are counted from.</param>
public readonly record struct PropagationRow(SerialTaking Taking, SerialRound Round)
{
    /// <summary>What the year of the taking rests on, by what is known of lines; none where it has no time.</summary>
    public YearSource YearSource(Func<SourceLine, Observer, YearSource> known) =>
        Taking.At.Exists ? known(Taking.Source, Taking.History.Observer) : Dating.YearSource.None;

    /// <summary>The rows shown: zone by zone, round by round, in time order.</summary>
    public static IEnumerable<PropagationRow> Of(AuditReport report) =>
        report.Propagation.Zones
            .SelectMany(zone => zone.Rounds)
            .SelectMany(round => round.Takings, (round, taking) => new PropagationRow(taking, round))
            .Where(row => report.Filter.Shows(row.Taking));
}
