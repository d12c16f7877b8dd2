using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Serials that secondaries held, minted with less than a minute between one and the next: by one run of one program.</summary>
/// <param name="Serials">The serials with their zones, by time; also those that only SOA answers show.</param>
internal sealed record Batch(IReadOnlyList<MintedSerial> Serials)
{
    private static readonly Duration Gap = Duration.FromMinutes(1);

    public Instant From => Serials[0].At;

    public Instant To => Serials[^1].At;

    /// <summary>The zones, by name.</summary>
    public IReadOnlyList<string> Zones { get; } = [.. Serials.Select(serial => serial.Zone).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The batches of an incident, those of one zone included, by time.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="answers">What servers answered: what was minted with a held serial belongs to it.</param>
    public static IReadOnlyList<Batch> Of(Incident incident, AnswerFacts answers)
    {
        var held = incident.Pairs.Where(pair => pair.HeldAt is not null)
            .Select(pair => new MintedSerial(pair.HeldAt!.Value, pair.Held!.Value, pair.History.Zone.Name, Incident.ExhibitOf(pair))).ToList();
        var batches = new List<List<MintedSerial>>();
        foreach (var serial in held.Concat(held.SelectMany(each => answers.MintedNear(each.At, Gap)))
            .DistinctBy(serial => (serial.Zone, serial.Serial)).OrderBy(serial => serial.At).ThenBy(serial => serial.Zone, StringComparer.Ordinal))
        {
            if (batches.Count == 0 || serial.At - batches[^1][^1].At > Gap)
            {
                batches.Add([]);
            }

            batches[^1].Add(serial);
        }

        return [.. batches.Select(batch => new Batch(batch))];
    }
}
