using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings.Rules;

/// <summary>What heals a zone: a serial newer than what every server seen holds, in one step of RFC 1982 or in two.</summary>
internal sealed class RaiseSerialRule : IRule
{
    /// <summary>Complaints that stop for so many times RETRY have stopped.</summary>
    private const int Silence = 3;

    /// <summary>Where RETRY is not known, and one complaint shows no cadence: it is less than REFRESH, for which RIPE-203 recommends a day.</summary>
    private static readonly Duration LongRetry = Duration.FromDays(1);

    public IEnumerable<Finding> Find(CaseFacts facts, BoundedFindings found) =>
        from zone in facts.Open.Where(episode => episode.Held is not null)
            .GroupBy(episode => (Title: facts.Titles.Of(episode.History), episode.History.Side))
        orderby zone.Key.Title, zone.Key.Side
        where found.Keeps(FindingKind.RaiseSerial)
        select Of(facts, [.. zone]);

    /// <summary>The smallest serial that is newer; 0 is left out, as BIND does when it counts (bind9 lib/dns/update.c).</summary>
    internal static SerialNumber After(SerialNumber serial) => new(serial.Value == uint.MaxValue ? 1 : serial.Value + 1);

    private static Finding Of(CaseFacts facts, List<Episode> open)
    {
        var last = open.MaxBy(episode => episode.Last.Exists ? episode.Last.At : Instant.MinValue);
        var held = Newest(open.Select(episode => episode.Held!.Value));
        var observers = open.Select(episode => episode.History.Observer).Distinct().OrderBy(observer => observer.Name, StringComparer.Ordinal).ToList();
        var others = Others(facts, last.History, observers.ToHashSet());
        var undated = open.Select(episode => facts.Takings.Last(episode.History)).FirstOrDefault(taking => taking is { At.Exists: false } && taking.Serial.IsNewerThan(held));
        var next = After(Newest([undated?.Serial ?? held, .. others.Select(other => other.Serial)]));
        var low = others.Where(other => !next.IsNewerThan(other.Serial)).ToList();
        var views = open.TrueForAll(episode => facts.Takings.InOtherView(episode) is not null) ? facts.Takings.InOtherView(last) : null;
        var silent = open.TrueForAll(episode => HasStopped(facts, episode));
        return new Finding
        {
            Kind = FindingKind.RaiseSerial,
            Severity = silent || undated is not null ? Severity.Warning : Severity.Error,
            Confidence = views is null ? Confidence.Certain : Confidence.Possible,
            Zones = [last.History.Zone.Name],
            From = last.Last.Exists ? last.Last.At : null,
            Tell = () => $"{facts.Titles.Of(last.History)}: {(undated is not null ? $"a line without a time shows that {undated.History.Observer.Name} took {undated.Serial}; do this only where complaints came after that" : silent ? $"complaints stopped; do this only where the primary still has less than {held}" : $"{Names(observers)} held {held}")}. "
                + (open.TrueForAll(episode => facts.Takings.GiverIsOther(episode) == true) ? OfTwoPrimaries(facts, last, next)
                    : views is not null ? OfTwoViews(views, next)
                    : Way(facts, last, next, held) + TakeAsItIs(open))
                + (low.Count == 0 ? "" : $"; {Said.List([.. low.Select(other => $"{other.Server} has {other.Serial}")])}, to which {next} is not newer (RFC 1982): that has to be forced"),
            Show = () => ExhibitList.Of(
            [
                .. open.Select(Incident.ExhibitOf),
                .. undated is null ? [] : new[] { new Exhibit($"{undated.Serial} taken, without a time", undated.Source) },
                .. views is null ? [] : new[] { new Exhibit($"{views.Serial} taken in view {views.History.Zone.View}", views.Source) },
                .. others.Select(other => other.Exhibit),
            ]),
            Refutation = "a server that is not seen here and holds a newer serial",
        };
    }

    private static string TakeAsItIs(List<Episode> open) =>
        $", or take what it has as it is: {Said.List([.. open.DistinctBy(episode => episode.History.Observer).Select(episode => $"{Retransfer.CommandFor(episode)} on {episode.History.Observer.Place}")])}";

    /// <summary>Another primary gave what is held: to raise its serial again heals nothing, and a transfer that is forced may come from either.</summary>
    private static string OfTwoPrimaries(CaseFacts facts, Episode last, SerialNumber next)
    {
        var (giver, primary) = (PeerAddress.WithoutPort(facts.Takings.GiverOf(last)), PeerAddress.WithoutPort(last.Primary));
        return $"It came from {giver}: let {primary} take the zone from there, or ask it no more. Only where what {primary} has is right, set the serial on it to {next} or more";
    }

    /// <summary>Another view has what is offered: to take it would put that view's zone in the place of this one's.</summary>
    private static string OfTwoViews(SerialTaking other, SerialNumber next) =>
        $"It has {other.Serial} in view {other.History.Zone.View}: let the primary tell the views apart (by address, or by a key for each), and take nothing before; only where it does, set the serial on it to {next} or more";

    /// <summary>What servers hold that did not complain: by their logs, and by what they answered where answers differ.</summary>
    private static List<(string Server, SerialNumber Serial, Exhibit Exhibit)> Others(CaseFacts facts, SerialHistory history, HashSet<Observer> observers) =>
    [
        .. from other in facts.Takings.SecondariesOf(history)
           where !observers.Contains(other.Observer)
           let last = facts.Takings.Last(other)
           where last is not null
           select (other.Observer.Name, last.Serial, new Exhibit($"{other.Observer.Name} has {last.Serial}", last.Source)),
        .. from found in facts.Answers.Disagreements
           where found.Zone == history.Zone.Name
           from answer in found.Round.Answers
           where !Disagreement.IsPrimary(answer)
           select (answer.Server.Length > 0 ? answer.Server : "a server", answer.Serial, AnswerFacts.ExhibitOf(answer)),
    ];

    private static SerialNumber Newest(IEnumerable<SerialNumber> serials) => serials.Aggregate((one, other) => other.IsNewerThan(one) ? other : one);

    private static string Names(List<Observer> observers) => Said.List([.. observers.Select(observer => observer.Name)], "and");

    /// <summary>Whether an episode is silent: by its own cadence, or by RETRY (bind9 lib/dns/zone.c repeats a refused refresh after at most that).</summary>
    internal static bool HasStopped(CaseFacts facts, Episode episode) =>
        episode.State == EpisodeState.Unknown
        || (episode.Last.Exists && (ZoneTimers.Of(facts, episode.History.Zone.Name, episode.Held)?.Retry ?? (episode.Complaints == 1 ? LongRetry : null)) is { } retry && facts.Own.SpanOf(episode.History.Observer) is var (_, end) && end.At - episode.Last.At > retry * Silence);

    private static string Way(CaseFacts facts, Episode last, SerialNumber next, SerialNumber held)
    {
        var set = $"Set the serial on the primary to {next} or more";
        if (new PairSchemes(facts.Takings).IsChange(last))
        {
            return TwoSteps(held, last.Offered!.Value) is { } steps ? $"For {PairSchemes.Of(last, last.Offered.Value).Word()} serials, take the two steps of RFC 1982: {steps}. {set} for {PairSchemes.Of(last, held).Word()}" : set;
        }

        if (PairSchemes.IsMistyped(last) || PairSchemes.IsFarAhead(last))
        {
            return TwoSteps(held, last.Offered!.Value) is { } steps ? $"{set}; or come back to {PairSchemes.Of(last, last.Offered.Value).Word()} in the two steps of RFC 1982: {steps}" : set;
        }

        if (last.History.InstantOf(held) is not { } minted)
        {
            return set;
        }

        var end = facts.Own.SpanOf(last.History.Observer)?.Last.At;
        return end is { } logEnd && minted - logEnd > SerialAheadRule.Ahead
            ? BackToTheTime(set, held, minted)
            : $"{set} (the time, date +%s)";
    }

    /// <summary>What to do where serials are the time, and the one that is held names a time to come.</summary>
    internal static string BackToTheTime(string set, SerialNumber held, Instant minted) =>
        $"{set}, and raise it by hand until {Said.At(minted)}, when the time in seconds is more again; or come back to the time in the two steps of RFC 1982: set {unchecked(held.Value + SerialNumber.LargestIncrement)}, wait until every secondary has it, then set the time (date +%s)";

    /// <summary>The way down from a serial to an older one; null where one step in between is not enough.</summary>
    private static string? TwoSteps(SerialNumber from, SerialNumber to)
    {
        var between = new SerialNumber(unchecked(from.Value + SerialNumber.LargestIncrement));
        return to.IsNewerThan(between) ? $"set {between}, wait until every secondary has it (\"transferred serial {between}\"), then set {to} or the latest of that kind" : null;
    }
}
