using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings.Causes;

/// <summary>What the secondaries' logs show of what was offered, and by whom.</summary>
internal sealed class OfferFacts
{
    /// <summary>As many transfers as are looked through for zones that did not go back.</summary>
    private const int MostTransfers = 1000;
    private const int MostPrimaries = 8;

    private readonly Incident _incident;
    private readonly TakingFacts _takings;
    private readonly CaseFacts _case;

    public OfferFacts(IncidentFacts facts)
    {
        (_incident, _takings, _case) = (facts.Incident, facts.Case.Takings, facts.Case);
        SeveralZones = _incident.Zones.Count > 1 ? new Fact($"{Said.Zones(_incident.Zones.Count)} went back together", IncidentFacts.Exhibits(_incident.Pairs)) : null;
        SeveralStates = _incident.States.Count > 1 && !OfferedState.AreOfOneThatFollows(_incident, _takings)
            ? new Fact($"no single state explains what was offered; at least {_incident.States.Count} answered", IncidentFacts.Exhibits(_incident.States.Select(state => state.Pairs[0])))
            : null;
        KnownBefore = FindKnown();
        NeverSeen = KnownBefore is null ? FindNeverSeen() : null;
        Returned = FindReturned();
        OtherGiver = FindGiver(isSame: false);
        OtherPort = OtherGiver is null ? FindOtherPort() : null;
        OtherView = OtherGiver is null ? FindOtherView() : null;
        SameGiver = OtherGiver is null && OtherPort is null && OtherView is null ? FindGiver(isSame: true) : null;
        NewGiver = OtherGiver is null ? null : FindNewGiver();
        Others = AskForOthers(facts);
    }

    /// <summary>Several zones went back.</summary>
    public Fact? SeveralZones { get; }

    /// <summary>What was offered is of several states.</summary>
    public Fact? SeveralStates { get; }

    /// <summary>What was offered had been in service before what is held.</summary>
    public Fact? KnownBefore { get; }

    /// <summary>What was offered was never seen in service, though the log reaches back past it.</summary>
    public Fact? NeverSeen { get; }

    /// <summary>The primary offered less again after it had healed.</summary>
    public Fact? Returned { get; }

    /// <summary>The held serial was given by another address than the one that offers less.</summary>
    public Fact? OtherGiver { get; }

    /// <summary>The held serial was given by another server at the address that offers less.</summary>
    public Fact? OtherPort { get; }

    /// <summary>What is offered is what the secondary has of the zone in another view, and never had in this one.</summary>
    public Fact? OtherView { get; }

    /// <summary>The held serials were given by the very addresses that offer less.</summary>
    public Fact? SameGiver { get; }

    /// <summary>The address that offers less had never given this secondary anything.</summary>
    public Fact? NewGiver { get; }

    /// <summary>Asks what the primaries gave for other zones while they lost the state; null where there is no such time.</summary>
    public GivenQuestion? Others { get; }

    /// <summary>Other zones of the same primary, changed later, did not go back; once <see cref="Others"/> is answered.</summary>
    public Fact? OthersKept => Others is not { Answer.Count: > 0 } others ? null : new Fact(
        "other zones of that primary, changed later, did not go back",
        ExhibitList.Of(others.Answer.Select(number => _takings[number]).Select(taking => new Exhibit($"{taking.History.Zone.Name} {taking.Serial} taken", taking.Source))));

    private Fact? FindKnown()
    {
        var known = from pair in _incident.Pairs
                    let offered = _takings.Of(pair.History, pair.Offered)
                    where offered is not null && IsBefore(offered, pair)
                    select new Exhibit($"{pair.History.Zone.Name} {offered.Serial} in service", offered.Source);
        return known.Any() ? new Fact("what was offered had been in service before", ExhibitList.Of(known)) : null;
    }

    private bool IsBefore(SerialTaking offered, Episode pair) => _takings.Of(pair.History, pair.Held) is { } held
        ? offered.Place < held.Place
        : offered.At.Exists && pair.First.Exists && offered.At.At < pair.First.At;

    private Fact? FindNeverSeen()
    {
        var unseen = _incident.Pairs.Where(pair => pair.Offered is { } offered
            && !_takings.IsSeen(pair.History, offered)
            && _takings.First(pair.History) is { } first && offered.IsNewerThan(first.Serial) && !MayBeSkipped(pair, offered) && !MayBeHidden(pair, offered, first));
        return unseen.Any() ? new Fact("what was offered had never been in service in these logs, which reach back past it", IncidentFacts.Exhibits(unseen)) : null;
    }

    /// <summary>Whether what was offered can have given way to the next serial before anyone took it: always, where it does not say when it was made.</summary>
    private bool MayBeSkipped(Episode pair, SerialNumber offered) => _takings.Next(pair.History, offered) is not { } next
        || (pair.OfferedAt is { } made ? !next.At.Exists || (next.At.At - made <= TakingFacts.Prompt && made - next.At.At <= TakingFacts.Prompt)
            : new SerialReading(offered).Date is not { } day || new SerialReading(next.Serial).Date == day);

    /// <summary>Whether what was offered can have been in service while a file is missing, from when it was made on as far as it names that.</summary>
    private bool MayBeHidden(Episode pair, SerialNumber offered, SerialTaking first)
    {
        if (first is not { At.Exists: true } || !pair.First.Exists)
        {
            return false;
        }

        var made = pair.OfferedAt ?? new SerialReading(offered).Date?.AtMidnight().InUtc().ToInstant() - Duration.FromDays(1);
        return _case.HasHole(pair.History.Observer, made is { } from && from > first.At.At ? from : first.At.At, pair.First.At);
    }

    private Fact? FindReturned()
    {
        var healed = new Dictionary<(SerialHistory, string), Episode>();
        foreach (var episode in _incident.Episodes)
        {
            var key = (episode.History, episode.Primary);
            if (healed.TryGetValue(key, out var before) && before is { EndedBy: { } by, Ended.Exists: true } && episode.Offered is { } offered && by.IsNewerThan(offered))
            {
                return new Fact(
                    $"{_incident.Primary} offered less again after it had shown {by} at {Said.At(before.Ended!.Value)}",
                    ExhibitList.Of(Incident.ExhibitOf(before), Incident.ExhibitOf(episode)));
            }

            if (episode.State == EpisodeState.CaughtUp)
            {
                healed[key] = episode;
            }
        }

        return null;
    }

    private Fact? FindGiver(bool isSame)
    {
        var found = _incident.Pairs.Where(pair => _takings.GiverIsOther(pair) == !isSame).Select(pair => (Pair: pair, Taking: _takings.Of(pair.History, pair.Held)!));
        return !found.Any() ? null : new Fact(
            isSame ? "the address that offers less gave the held serials itself" : $"{PeerAddress.WithoutPort(found.First().Taking.From)} gave what is held, and {PeerAddress.WithoutPort(found.First().Pair.Primary)} offers less",
            ExhibitList.Of(found.SelectMany(each => new[] { new Exhibit($"{each.Taking.Serial} taken from {each.Taking.From}", each.Taking.Source), Incident.ExhibitOf(each.Pair) })));
    }

    private Fact? FindOtherPort() => (
        from pair in _incident.Pairs
        where _takings.GiverIsOther(pair) == false && AreOtherPorts(_takings.GiverOf(pair), pair.Primary)
        let taking = _takings.Of(pair.History, pair.Held)
        select new Fact(
            $"{taking.From} gave what is held, and {pair.Primary} offers less: two servers at one address",
            ExhibitList.Of(new Exhibit($"{taking.Serial} taken from {taking.From}", taking.Source), Incident.ExhibitOf(pair)))).FirstOrDefault();

    private Fact? FindOtherView() => (
        from pair in _incident.Pairs
        let taking = _takings.InOtherView(pair)
        where taking is not null
        select new Fact(
            $"what is offered for {OfView(pair.History)} is what {pair.History.Observer.Name} has in {OfView(taking.History)}",
            ExhibitList.Of(new Exhibit($"{taking.Serial} taken in {OfView(taking.History)}", taking.Source), Incident.ExhibitOf(pair)))).FirstOrDefault();

    private static string OfView(SerialHistory history) => history.Zone.View.Length == 0 ? "no view" : $"view {history.Zone.View}";

    private static bool AreOtherPorts(string giver, string primary) => giver != primary && PeerAddress.HasPort(giver) && PeerAddress.HasPort(primary);

    private Fact? FindNewGiver()
    {
        var others = _incident.Pairs.FirstOrNull(pair => pair.First.Exists && _takings.GiverIsOther(pair) == true);
        return others is not { } pair || _takings.HasGiven(PeerAddress.WithoutPort(pair.Primary), pair.History.Observer, pair.First.At)
            ? null
            : new Fact($"{PeerAddress.WithoutPort(pair.Primary)} had given {pair.History.Observer.Name} nothing before", ExhibitList.Of(Incident.ExhibitOf(pair)));
    }

    /// <summary>A state that lost the held serials lost what other zones got after them too, if it was that of the whole server.</summary>
    private GivenQuestion? AskForOthers(IncidentFacts facts) =>
        _incident.From is not { } first || facts.Windows.Max(window => window.From) is not { } held || held >= first
            ? null
            : new GivenQuestion([.. _incident.Primaries.Take(MostPrimaries)], held, first, IsOther, MostTransfers);

    /// <summary>Whether a zone did not go back, and an observer of the incident has it: where something newer came later, it was looked at.</summary>
    private bool IsOther(SerialHistory history) => _incident.Observers.Contains(history.Observer) && !_incident.HasZone(history.Zone.Name);
}
