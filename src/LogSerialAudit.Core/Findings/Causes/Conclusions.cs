using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings.Causes;

/// <summary>What follows from the causes of an incident as they were weighed.</summary>
internal static class Conclusions
{
    /// <summary>How a statement begins that names no cause.</summary>
    internal const string Unknown = "it can't be told";

    /// <summary>How a statement begins that does not say who had the newer content.</summary>
    internal const string Undecided = "whether ";

    /// <summary>The likeliest cause, and whose content is served meanwhile.</summary>
    public static IEnumerable<Finding> Of(IncidentFacts facts, IReadOnlyList<WeighedCause> causes)
    {
        var first = causes.Where(cause => cause.Rank == 1 && cause.Standing is CauseStanding.Strong or CauseStanding.Possible).ToList();
        yield return LikelyCause(facts, causes, first);
        yield return Content(facts, first);
    }

    private static Finding LikelyCause(IncidentFacts facts, IReadOnlyList<WeighedCause> causes, List<WeighedCause> first)
    {
        var rivals = causes.Where(cause => cause.Rank > 1 && cause.Standing == CauseStanding.Possible).ToList();
        var statement = first.Count == 1
            ? $"{first[0].Statement}{(rivals.Count == 0 ? "" : $". More speaks for it ({Said.Count(first[0].Points, "point")}) than for the next likeliest, {Names(rivals.Take(1))}")}"
            : first.Count == 0 ? $"{Unknown}, as nothing here points to any cause"
            : $"{Unknown}, as these fit alike: {Names(first)}";
        return new Finding
        {
            Kind = FindingKind.LikelyCause,
            Severity = Severity.Warning,
            Confidence = first is [{ Standing: CauseStanding.Strong }] ? Confidence.Strong : Confidence.Possible,
            Zones = facts.Incident.Zones,
            From = facts.Incident.From,
            To = facts.Incident.To,
            Tell = () => statement + (first is [{ Standing: CauseStanding.Strong }] ? "" : Missing(facts)),
            Show = () => ExhibitList.Of([.. first.SelectMany(cause => cause.Clues).Where(clue => clue.Weight > 0).SelectMany(clue => clue.Exhibits), .. facts.Incident.Pairs.Take(1).Select(Incident.ExhibitOf)]),
            Incident = facts.Incident,
            Refutation = first.Count == 0 ? "a line that speaks for a cause" : first[0].Refutation,
        };
    }

    private static string Names(IEnumerable<WeighedCause> causes) => string.Join("; ", causes.Select(cause => $"{cause.Cause.Name()} ({cause.Points})"));

    /// <summary>What was not given and would tell more.</summary>
    private static string Missing(IncidentFacts facts)
    {
        List<string> missing = [];
        if (!facts.PrimaryLog.HasLog)
        {
            missing.Add("the primary's own log");
        }

        if (facts.Case.Machine.Logs.Count == 0)
        {
            missing.Add("--vm HOST=PATH, if it is a virtual machine");
        }

        if (!facts.Incident.Zones.Any(zone => facts.Case.RevisionsOf(zone).Any()))
        {
            missing.Add("--zone-history ZONE=PATH");
        }

        return missing.Count == 0 ? "" : $". More would be told by {string.Join("; ", missing)}";
    }

    private static Finding Content(IncidentFacts facts, List<WeighedCause> first)
    {
        var newer = first.Select(cause => CauseScale.RuleOf(cause.Cause).NewerFor(facts)).Distinct().ToList();
        var known = newer is [var one] ? one : NewerContent.Unknown;
        var isOver = !facts.Incident.IsOpen;
        var held = facts.Incident.Pairs.Min(pair => facts.Case.Takings.AtOf(pair.History, pair.Held) is { Exists: true } taken ? taken.At : (Instant?)null);
        return new Finding
        {
            Kind = FindingKind.ContentServed,
            Severity = Severity.Warning,
            Confidence = known != NewerContent.Unknown && first is [{ Standing: CauseStanding.Strong }] ? Confidence.Strong : Confidence.Possible,
            Zones = facts.Incident.Zones,
            From = held ?? facts.Incident.From,
            To = isOver ? facts.Incident.To : null,
            Tell = () => Told(facts, first, known, isOver),
            Show = () => ExhibitList.Of(Taken(facts).Concat(facts.Incident.Pairs.Select(Incident.ExhibitOf))),
            Incident = facts.Incident,
            Refutation = "the zone's records, compared: dig AXFR at the primary and at a secondary",
        };
    }

    /// <summary>Where what is held was taken.</summary>
    private static IEnumerable<Exhibit> Taken(IncidentFacts facts) =>
        facts.Incident.Pairs.Select(pair => facts.Case.Takings.Of(pair.History, pair.Held)).OfType<SerialTaking>()
            .Where(taking => taking.At.Exists).Select(taking => new Exhibit($"{taking.History.Zone.Name} {taking.Serial} taken", taking.Source));

    /// <summary>Zones whose serials the older copy minted have its content; of those that it only offered, the secondaries kept the newer.</summary>
    private static string OfTwoCopies(IncidentFacts facts, StaleRun image, Batch minted)
    {
        var observers = facts.ObserverNames;
        var old = facts.Incident.Zones.Where(minted.Zones.Contains).ToList();
        var kept = facts.Incident.States.Where(state => state.MayBeOf(image.Ended.At)).SelectMany(state => state.Zones).Distinct().Except(old).ToList();
        var ended = facts.Incident.Episodes.Where(episode => old.Contains(episode.History.Zone.Name) && !facts.Case.IsOpen(episode)).ToLookup(episode => episode.History.Zone.Name);
        var open = old.Where(zone => facts.Incident.Episodes.Any(episode => episode.History.Zone.Name == zone && facts.Case.IsOpen(episode))).ToList();
        var raised = ended.SelectMany(zone => zone).Where(episode => episode.Ended is { Exists: true }).Select(episode => episode.Ended!.Value).ToList();
        return $"from {Said.At(minted.From)} on {observers} served what {image.Run.Host}'s older copy had of {Said.List(old, "and")}, under newer serials"
            + (open.Count == old.Count ? "" : raised.Count == 0 ? ", until they were raised" : $", until they were raised ({Days(raised.MinBy(at => at.At), raised.MaxBy(at => at.At))})")
            + (open.Count == 0 || open.Count == old.Count ? "" : $"; of {Said.List(open, "and")} nothing shows that it is over")
            + string.Concat(facts.Incident.Disagreements.Select(found => $"; {Said.Hosts(found.Ahead)} that of {found.Zone}, still when asked{(found.Round.Asked is { } asked ? $" ({(found.Ahead[0].DatedBy.IsOwn() ? "" : "before ")}{Said.Second(asked)})" : "")}"))
            + (kept.Count == 0 ? "" : $". Of {Said.List(kept, "and")} {observers} had the newer content");
    }

    private static string Days(Dated first, Dated last) => Said.Day(first) == Said.Day(last) ? Said.Day(first) : $"{Said.Day(first)} to {Said.Day(last)}";

    /// <summary>Who may have what is held beside those that hold it: another primary, where it came from one.</summary>
    private static string Besides(IncidentFacts facts)
    {
        var takings = facts.Case.Takings;
        return facts.Incident.Pairs.All(pair => takings.GiverIsOther(pair) == true)
            ? $"and had come from {Said.List([.. facts.Incident.Pairs.Select(pair => PeerAddress.WithoutPort(takings.GiverOf(pair))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], "and")}"
            : "alone";
    }

    private static string Told(IncidentFacts facts, List<WeighedCause> first, NewerContent newer, bool isOver)
    {
        var observers = facts.ObserverNames;
        var zone = facts.Incident.Episodes.FirstOrDefault(facts.Case.IsOpen, facts.Incident.Episodes[0]).History.Zone;
        return newer switch
        {
            NewerContent.Primary when facts.Machine is { MintedImage: { } image, Minted: { } minted } && first is [{ Cause: Cause.TwoCopies }] => OfTwoCopies(facts, image, minted),
            NewerContent.Primary => $"{observers} served older content under higher serials: what changed at the primary since did not reach {(facts.Incident.Observers.Count == 1 ? "it" : "them")} {(isOver ? "until it was over" : "yet")}",
            NewerContent.Secondaries => $"{observers} served newer content than {facts.Incident.Primary}: what had changed last was with {(facts.Incident.Observers.Count == 1 ? "it" : "them")} {Besides(facts)}"
                + (isOver ? "" : $"; keep it before you force them or let a zone expire ({Dig(zone)} @SECONDARY)"),
            _ => $"{Undecided}{observers} or {facts.Incident.Primary} had the newer content does not follow{(isOver ? "" : $"; compare both before you force anything ({Dig(zone)} @SERVER)")}",
        };
    }

    /// <summary>The command that shows all of a zone, but for the server.</summary>
    private static string Dig(ZoneName zone) => $"dig AXFR {(zone.Class is "IN" or "" ? "" : zone.Class + " ")}{ShellWord.OfZoneForDig(zone.Name)}";
}
