using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings.Causes;

/// <summary>What the numbers themselves show: their scheme, and the times they name.</summary>
internal sealed class SerialFacts
{
    /// <summary>A day is written ahead by hand, and begins earlier elsewhere.</summary>
    private static readonly Duration DayAhead = Duration.FromHours(36);

    /// <summary>What is new is refused within this time, where REFRESH and RETRY are as usual.</summary>
    private static readonly Duration Refused = Duration.FromHours(1);

    /// <summary>As many offers as show a clock, and the time over which they lie at least.</summary>
    private const int LeastSlow = 3;
    private static readonly Duration LeastSlowTime = Duration.FromHours(3);

    private readonly TakingFacts _takings;

    public SerialFacts(IncidentFacts facts)
    {
        _takings = facts.Case.Takings;
        var pairs = facts.Incident.Pairs;
        var schemes = new PairSchemes(_takings);
        var changed = pairs.Where(schemes.IsChange).ToList();
        var mistyped = pairs.Where(PairSchemes.IsMistyped).ToList();
        SchemeDiffers = changed.Count * 2 <= pairs.Count(pair => pair is { Offered: not null, Held: not null }) ? null : new Fact(schemes.Told(changed[0]), IncidentFacts.Exhibits(changed));
        IsBack = changed.Exists(PairSchemes.IsBack);
        Mistyped = mistyped.Count == 0 ? null : new Fact(
            $"{mistyped[0].Held} is no {mistyped[0].History.Scheme.Word()}, as the zone's other serials are", ExhibitList.Of(mistyped.SelectMany(Lines)));
        SameScheme = changed.Count == 0 && mistyped.Count == 0 && pairs.FirstOrNull(pair => pair is { Offered: not null, Held: not null }) is { } alike
            ? new Fact("what is offered and what is held are of one scheme", ExhibitList.Of(Incident.ExhibitOf(alike)))
            : null;
        SchemeIsSure = changed.Exists(pair => PairSchemes.Of(pair, pair.Offered!.Value) != SerialScheme.Counter);
        Ahead = pairs.Where(pair => AheadBy(pair) is not null).ToList();
        AheadIsSure = Ahead.Any(pair => pair.HeldAt is not null);
        HeldAhead = Ahead.Count == 0 ? null : new Fact(
            $"{Ahead[0].Held} names a time {DurationText.Words(AheadBy(Ahead[0])!.Value)} after it was logged", ExhibitList.Of(Ahead.SelectMany(Lines)));
        var promptly = pairs.Where(IsPrompt);
        MintedTogether = facts.Incident.Batches.FirstOrDefault(batch => batch.Zones.Count > 1) is { } batch
            ? new Fact($"what is held of {Said.Zones(batch.Zones.Count)} was minted within {DurationText.Words(batch.To - batch.From)}, as when a server starts", ExhibitList.Of(batch.Serials.Select(serial => serial.Exhibit)))
            : null;
        HeldOnTime = Ahead.Count > 0 || !promptly.Any() ? null
            : new Fact("what is held was taken within minutes of the time it names", ExhibitList.Of(promptly.SelectMany(Lines)));
        OfferedSlow = FindSlow(pairs);
        AreNoTimes = mistyped.Count == 0 && pairs.All(pair => pair.HeldAt is null && new SerialReading(pair.Held ?? default).Date is null)
            ? new Fact("the serials are no times", IncidentFacts.Exhibits(pairs.Take(1)))
            : null;
    }

    /// <summary>The pairs whose held serial names a time that had not come.</summary>
    public IReadOnlyList<Episode> Ahead { get; }

    /// <summary>What is held is of another scheme, whose numbers are larger.</summary>
    public Fact? SchemeDiffers { get; }

    /// <summary>Whether the other scheme is more than a small number.</summary>
    public bool SchemeIsSure { get; }

    /// <summary>Whether the other scheme was given up again.</summary>
    public bool IsBack { get; }

    /// <summary>What is held is no serial of the scheme that the zone follows.</summary>
    public Fact? Mistyped { get; }

    /// <summary>No pair is of two schemes.</summary>
    public Fact? SameScheme { get; }

    /// <summary>What is held names a time that had not come when it was there.</summary>
    public Fact? HeldAhead { get; }

    /// <summary>The held serials of several zones were minted at one time.</summary>
    public Fact? MintedTogether { get; }

    /// <summary>Whether it is a second that it names; a day may be written ahead by hand.</summary>
    public bool AheadIsSure { get; }

    /// <summary>What is held was taken when it was minted: the clock was right then.</summary>
    public Fact? HeldOnTime { get; }

    /// <summary>What is offered rises as time goes by, and stays as far behind it.</summary>
    public Fact? OfferedSlow { get; }

    /// <summary>No clock makes these serials.</summary>
    public Fact? AreNoTimes { get; }

    /// <summary>An older copy offers one serial, or new ones that are of the time; only a clock that is behind makes one after the other so.</summary>
    private Fact? FindSlow(IReadOnlyList<Episode> pairs) => pairs.Count < LeastSlow ? null : (
        from zone in pairs.Where(pair => pair is { OfferedAt: not null, First: { Exists: true, Mark: Dating.DatingMark.None } }).GroupBy(pair => (pair.HistoryNumber, pair.PrimaryNumber, pair.Held))
        let offers = zone.OrderBy(pair => pair.First.At).ToList()
        where offers.Count >= LeastSlow && IsPrompt(offers[0]) && offers[^1].OfferedAt - offers[0].OfferedAt >= LeastSlowTime
            && offers.Zip(offers.Skip(1)).All(next => next.Second.OfferedAt > next.First.OfferedAt)
        let behind = offers.ConvertAll(pair => pair.First.At - pair.OfferedAt!.Value)
        where behind.Min() > Refused * 2 && behind.Max() - behind.Min() <= Refused
        select new Fact(
            $"{offers.Count} serials of {offers[0].History.Zone.Name} were offered one after the other, each about {DurationText.Words(behind.Min())} older than its first complaint", ExhibitList.Of(offers.Select(Incident.ExhibitOf)))).FirstOrDefault();

    /// <summary>By how much a held serial is ahead of the first line that shows it; null where it is not.</summary>
    public Duration? AheadBy(Episode pair)
    {
        var seen = _takings.Of(pair.History, pair.Held) is { IsTimed: true } taking ? taking.At.At
            : pair.First is { Exists: true, Mark: Dating.DatingMark.None } ? pair.First.At : (Instant?)null;
        if (seen is not { } at || (_takings.ClockIsOff(pair.History.Observer) && !OffersOnTime(pair)))
        {
            return null;
        }

        var (names, least) = pair.HeldAt is { } minted ? (minted, TakingFacts.Prompt)
            : pair.Held is { } held && new SerialReading(held).Date is { } date && pair.History.Scheme is not SerialScheme.UnixTime ? (date.AtMidnight().InUtc().ToInstant(), DayAhead)
            : (Instant.MinValue, Duration.Zero);
        return names - at > least ? names - at : null;
    }

    /// <summary>What is offered names about the time at which it was refused first: then the log's clock is right.</summary>
    private static bool OffersOnTime(Episode pair) =>
        pair.OfferedAt is { } minted && pair.First.Exists && minted - pair.First.At <= TakingFacts.Prompt && pair.First.At - minted <= Refused;

    private bool IsPrompt(Episode pair) =>
        _takings.Of(pair.History, pair.Held) is { IsTimed: true } taking && pair.HeldAt is { } minted && minted - taking.At.At <= TakingFacts.Prompt && taking.At.At - minted <= TakingFacts.Prompt;

    private IEnumerable<Exhibit> Lines(Episode pair)
    {
        if (_takings.Of(pair.History, pair.Held) is { } taking)
        {
            yield return new Exhibit($"{taking.Serial} in service", taking.Source);
        }
        else
        {
            yield return Incident.ExhibitOf(pair);
        }
    }
}
