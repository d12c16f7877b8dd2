using NodaTime;

namespace LogSerialAudit.Findings.Rules;

/// <summary>What to do, and by when, for a zone that only SOA answers show to be behind: servers have a newer serial than the primary.</summary>
internal sealed class AnsweredAheadRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from found in facts.Answers.Disagreements
        where found.Behind is not null && !facts.HasOpenEpisode(found.Zone)
        from finding in new[] { Raise(found), Expiry(facts, found) }
        where finding is not null
        select finding;

    private static Finding Raise(Disagreement found) => new()
    {
        Kind = FindingKind.RaiseSerial,
        Severity = found.Primary is null ? Severity.Warning : Severity.Error,
        Confidence = found.Primary is null ? Confidence.Possible : Confidence.Certain,
        Zones = [found.Zone],
        From = found.Round.Asked,
        Tell = () => $"{found.Zone}: {Said.Hosts(found.Ahead)} held {found.Newest}{(found.Primary is null ? ", and which of them is the primary is not known" : $", the primary {found.Behind!.Serial}")}. "
            + $"{Way(found)}, or let them take what it has as it is (BIND: rndc retransfer {ShellWord.OfZone(found.Zone)})",
        Show = () => ExhibitList.Of(new[] { found.Ahead[0], found.Behind! }.Concat(found.Ahead).Select(AnswerFacts.ExhibitOf)),
        Refutation = "a server that was not asked and holds a newer serial; that it has healed since",
    };

    /// <summary>The time serves as the next serial only where it is past the one that they hold.</summary>
    private static string Way(Disagreement found)
    {
        var set = $"Set the serial on the primary to {RaiseSerialRule.After(found.Newest)} or more";
        return found.Minted is not { } minted ? set
            : found.Round.AskedLast is not { } asked ? $"{set} (the time, date +%s, where that is more)"
            : minted - asked > SerialAheadRule.Ahead ? RaiseSerialRule.BackToTheTime(set, found.Newest, minted)
            : $"{set} (the time, date +%s)";
    }

    /// <summary>They had the newer serial at the earliest when it was minted, and still had it when they were asked.</summary>
    private static Finding? Expiry(CaseFacts facts, Disagreement found)
    {
        if (ZoneTimers.Of(facts, found.Zone, found.Newest) is not { } timers || (found.Minted ?? found.Round.AskedLast) is null)
        {
            return null;
        }

        var (least, most) = (found.Minted + timers.Expire, found.Round.AskedLast + timers.Expire);
        return new Finding
        {
            Kind = FindingKind.ExpiryPredicted,
            Severity = found.Primary is null ? Severity.Warning : Severity.Error,
            Confidence = Confidence.Strong,
            Zones = [found.Zone],
            From = least,
            To = most,
            Tell = () => $"{found.Zone} expires on {Said.Hosts(found.Ahead)} {Between(least, most)}, if they refuse what the primary has since they got {found.Newest} (EXPIRE {DurationText.Words(timers.Expire)}, from {timers.From})",
            Show = () => ExhibitList.Of([AnswerFacts.ExhibitOf(found.Ahead[0]), .. timers.Exhibit is { } exhibit ? [exhibit] : Array.Empty<Exhibit>()]),
            Refutation = "a transfer since they were asked; another primary that has their serial",
        };
    }

    private static string Between(Instant? least, Instant? most) => (least, most) switch
    {
        ({ } from, { } to) when from < to => $"between {Said.Second(from)} and {Said.Second(to)}",
        ({ } from, null) => $"not before {Said.Second(from)}",
        (_, { } to) => $"by {Said.Second(to)}",
        _ => "",
    };
}
