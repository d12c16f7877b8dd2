using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Serials that secondaries held, minted with less than a minute between one and the next: by one run of one program.</summary>
/// <param name="Serials">The serials with their zones, by time; also those that only SOA answers show.</param>
internal sealed record Batch(ArraySegment<MintedSerial> Serials)
{
    private static readonly Duration Gap = Duration.FromMinutes(1);

    public Instant From => Serials[0].At;

    public Instant To => Serials[^1].At;

    /// <summary>The zones, by name.</summary>
    public IReadOnlyList<string> Zones => field ??= [.. Serials.Select(serial => serial.Zone).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The batches of an incident, those of one zone included, by time.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="answers">What servers answered: what was minted with a held serial belongs to it.</param>
    public static IEnumerable<Batch> Of(Incident incident, AnswerFacts answers)
    {
        var serials = Held(incident);
        if (answers.Rounds.Count > 0)
        {
            serials = [.. serials.Concat(serials.SelectMany(each => answers.MintedNear(each.At, Gap))).DistinctBy(serial => (serial.Zone, serial.Serial))];
        }

        Array.Sort(serials, (one, other) => one.At.CompareTo(other.At) is not 0 and var order ? order : string.CompareOrdinal(one.Zone, other.Zone));
        for (var (first, next) = (0, 1); first < serials.Length; next++)
        {
            if (next == serials.Length || serials[next].At - serials[next - 1].At > Gap)
            {
                yield return new Batch(new ArraySegment<MintedSerial>(serials, first, next - first));
                first = next;
            }
        }
    }

    /// <summary>The serials held that name when they were minted, each once: those of one zone and serial stand together.</summary>
    private static MintedSerial[] Held(Incident incident)
    {
        var serials = new MintedSerial[incident.Pairs.Count];
        var count = 0;
        foreach (var pair in incident.Pairs)
        {
            if (pair is { HeldAt: { } at, Held: { } held, History.Zone.Name: var zone } && (count == 0 || serials[count - 1].Serial != held || serials[count - 1].Zone != zone))
            {
                serials[count++] = new MintedSerial(at, held, zone, Incident.ExhibitOf(pair));
            }
        }

        return serials[..count];
    }
}
