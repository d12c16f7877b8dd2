using System.Globalization;
using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// A zone that expired though nobody had offered it less: its refreshes failed for as long as EXPIRE. A secondary that has expired a
/// zone answers SERVFAIL for it until one succeeds.
/// </summary>
internal sealed class ExpiredRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts)
    {
        var told = facts.Episodes.Where(episode => episode is { State: EpisodeState.Expired, Ended: not null }).Select(episode => (episode.History, episode.Ended!.Value)).ToHashSet();
        return from zone in facts.Own.Expiries.All.Where(expiry => !told.Contains((expiry.History, expiry.At))).GroupBy(expiry => (Title: facts.Titles.Of(expiry.History), expiry.History.Zone.Name))
               orderby zone.Any(expiry => expiry.Next is null) descending
               select Of(zone.Key.Title, zone.Key.Name, [.. zone]);
    }

    private static Finding Of(string title, string name, List<Expiry> expiries) => new()
    {
        Kind = FindingKind.Expired,
        Severity = expiries.Exists(expiry => expiry.Next is null) ? Severity.Error : Severity.Warning,
        Confidence = Confidence.Certain,
        Zones = [name],
        From = expiries[0].At is { Exists: true } first ? first.At : null,
        To = expiries.TrueForAll(expiry => expiry.Next is { At.Exists: true }) ? expiries.Max(expiry => expiry.Next!.Value.At.At) : null,
        Tell = () => $"{title} expired on {Said.List(expiries, expiry => expiry.History.Observer.Name + (expiry.At.Exists ? $" at {Said.At(expiry.At)}" : ""), "and")}{Why(expiries)}; {Next(expiries)}",
        Show = () => ExhibitList.Of(expiries.SelectMany(Lines)),
        Refutation = "a line of that server that says that it was not so",
    };

    private static string Why(List<Expiry> expiries)
    {
        var failed = expiries.Where(expiry => expiry.Failures.Count > 0).Select(expiry => expiry.Failures).ToList();
        if (failed.Count == 0)
        {
            return ", and no refresh that failed before is logged";
        }

        var (first, count) = (failed.MinBy(failures => failures.Since), failed.Sum(failures => failures.Count));
        return $", after {string.Create(CultureInfo.InvariantCulture, $"{count} failure{(count == 1 ? "" : "s")}")} to refresh since {Said.At(first.At)}{(first.Primary.Length == 0 ? "" : $" ({first.Primary})")}";
    }

    private static string Next(List<Expiry> expiries)
    {
        var without = expiries.Where(expiry => expiry.Next is null).Select(expiry => expiry.History.Observer.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        return without.Count > 0 ? $"nothing shows that {Said.List(without, "and")} served it again"
            : expiries is [{ Next: { } next }] ? $"it was served again{(next.Serial is { } serial ? $" with {serial}" : "")}{(next.At.Exists ? $" from {Said.At(next.At)} on" : "")}"
            : "it was served again each time";
    }

    private static IEnumerable<Exhibit> Lines(Expiry expiry)
    {
        if (expiry.Failures.Count > 0)
        {
            yield return new Exhibit("the first refresh that failed", expiry.Failures.Source);
        }

        yield return new Exhibit($"{expiry.History.Zone.Name} expired", expiry.Source);
        if (expiry.Next is { } next)
        {
            yield return new Exhibit(next.Serial is { } serial ? $"{serial} in service" : "in service", next.Source);
        }
    }
}
