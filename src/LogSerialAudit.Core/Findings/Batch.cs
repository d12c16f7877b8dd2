using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Held serials of several zones that were minted within a minute: by one run of one program.</summary>
/// <param name="Serials">The serials with their zones, by time.</param>
internal sealed record Batch(IReadOnlyList<(Instant At, SerialNumber Serial, string Zone, Exhibit Exhibit)> Serials)
{
    private static readonly Duration Gap = Duration.FromMinutes(1);

    public Instant From => Serials[0].At;

    public Instant To => Serials[^1].At;

    /// <summary>The zones, by name.</summary>
    public IReadOnlyList<string> Zones => [.. Serials.Select(serial => serial.Zone).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The batches of an incident, those of one zone included, by time.</summary>
    public static IReadOnlyList<Batch> Of(Incident incident)
    {
        var batches = new List<List<(Instant At, SerialNumber Serial, string Zone, Exhibit Exhibit)>>();
        foreach (var serial in Held(incident).DistinctBy(serial => (serial.Zone, serial.Serial)).OrderBy(serial => serial.At).ThenBy(serial => serial.Zone, StringComparer.Ordinal))
        {
            if (batches.Count == 0 || serial.At - batches[^1][^1].At > Gap)
            {
                batches.Add([]);
            }

            batches[^1].Add(serial);
        }

        return [.. batches.Select(batch => new Batch(batch))];
    }

    private static IEnumerable<(Instant At, SerialNumber Serial, string Zone, Exhibit Exhibit)> Held(Incident incident) =>
        from episode in incident.Episodes
        where episode.HeldAt is not null
        select (episode.HeldAt!.Value, episode.Held!.Value, episode.History.Zone.Name, Incident.ExhibitOf(episode));
}
