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
        var held = incident.Pairs.Where(pair => pair.HeldAt is not null)
            .Select(pair => new MintedSerial(pair.HeldAt!.Value, pair.Held!.Value, pair.History.Zone.Name, Incident.ExhibitOf(pair))).ToList();
        MintedSerial[] serials =
        [
            .. held.Concat(held.SelectMany(each => answers.MintedNear(each.At, Gap)))
                .DistinctBy(serial => (serial.Zone, serial.Serial)).OrderBy(serial => serial.At).ThenBy(serial => serial.Zone, StringComparer.Ordinal),
        ];
        for (var (first, next) = (0, 1); first < serials.Length; next++)
        {
            if (next == serials.Length || serials[next].At - serials[next - 1].At > Gap)
            {
                yield return new Batch(new ArraySegment<MintedSerial>(serials, first, next - first));
                first = next;
            }
        }
    }
}
