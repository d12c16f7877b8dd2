using System.Globalization;
using LogSerialAudit.Watching;
using NodaTime;

namespace LogSerialAudit.Reports.Changes;

/// <summary>How the zones stand, as the one line of a Nagios plugin: a status, a sentence, and numbers behind a bar.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The line, without its end.</param>
public sealed record NagiosLine(NagiosStatus Status, string Text)
{
    /// <summary>The line of a check.</summary>
    /// <param name="watch">The check.</param>
    /// <param name="troubles">What could not be read.</param>
    public static NagiosLine Of(Watch watch, IReadOnlyList<string> troubles)
    {
        var expired = watch.Expired;
        var expiring = watch.Expiring.Select(episode => episode.History).Distinct().ToList();
        var behind = watch.Standing.Select(episode => episode.History).Except(expired).Except(expiring).ToList();
        var lowered = watch.Changes.Where(change => change.Kind is ChangeKind.LowerTaken or ChangeKind.LowerLoaded).ToList();
        var times = new TimeText(DateTimeZone.Utc, DateStyle.Iso);
        List<string> parts =
        [
            .. expired.Count == 0 ? [] : new[] { $"{Count(expired.Count)} expired: {ZoneNames.Of(expired)}" },
            .. expiring.Count == 0 ? [] : new[] { $"{Count(expiring.Count)} about to expire: {ZoneNames.Of(expiring)}" },
            .. behind.Count == 0 ? [] : new[] { $"{Count(behind.Count)} offered older than held: {ZoneNames.Of(behind)}" },
            .. lowered.Take(3).Select(change => $"{change.History.Zone.Name}: {ChangeWords.Sentence(change, times)}"),
            .. troubles.Take(1),
        ];
        var status = expired.Count + expiring.Count > 0 ? NagiosStatus.Critical
            : behind.Count + lowered.Count > 0 ? NagiosStatus.Warning
            : troubles.Count > 0 ? NagiosStatus.Unknown
            : NagiosStatus.Ok;
        var zones = watch.Histories.Count(history => history.Served is not null);
        return new NagiosLine(status, string.Create(
            CultureInfo.InvariantCulture,
            $"{Head(status)}{(parts.Count == 0 ? $"{Count(zones)}, none is behind" : Safe(string.Join("; ", parts)))} | expired={expired.Count};;0;0 expiring={expiring.Count};;0;0 behind={behind.Count};0;;0 zones={zones};;;0"));
    }

    /// <summary>The line where there was no check.</summary>
    /// <param name="trouble">Why.</param>
    public static NagiosLine Failed(string trouble) => new(NagiosStatus.Unknown, Head(NagiosStatus.Unknown) + Safe(trouble));

    private static string Head(NagiosStatus status) => $"LOGSERIALAUDIT {status.ToString().ToUpperInvariant()} - ";

    private static string Count(int zones) => string.Create(CultureInfo.InvariantCulture, $"{zones} {(zones == 1 ? "zone" : "zones")}");

    /// <summary>A bar begins the numbers.</summary>
    private static string Safe(string text) => SafeText.Of(text).Replace("|", "\\x7c", StringComparison.Ordinal);
}
