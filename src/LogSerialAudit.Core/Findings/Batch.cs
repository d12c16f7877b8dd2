using System.Buffers;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Serials that secondaries held, minted with less than a minute between one and the next: by one run of one program.</summary>
internal sealed class Batch
{
    private static readonly Duration Gap = Duration.FromMinutes(1);

    private readonly Incident _incident;
    private readonly AnswerFacts _answers;

    private Batch(Incident incident, AnswerFacts answers, ReadOnlySpan<MintedSerial> serials)
    {
        (_incident, _answers, From, To) = (incident, answers, serials[0].At, serials[^1].At);
        if (serials.Length == 1)
        {
            Zones = [serials[0].Zone];
            return;
        }

        var zones = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var serial in serials)
        {
            zones.Add(serial.Zone);
        }

        Zones = [.. zones];
    }

    public Instant From { get; }

    public Instant To { get; }

    /// <summary>The zones, by name.</summary>
    public IReadOnlyList<string> Zones { get; }

    /// <summary>The serials with their zones, by time; also those that only SOA answers show. They are found anew: of most batches no one asks for them.</summary>
    public IReadOnlyList<MintedSerial> Serials
    {
        get
        {
            var serials = Minted(_incident, _answers, out var count);
            MintedSerial[] own = [.. serials.Take(count).Where(serial => serial.At >= From && serial.At <= To)];
            ArrayPool<MintedSerial>.Shared.Return(serials, clearArray: true);
            return own;
        }
    }

    /// <summary>The batches of an incident, those of one zone included, by time.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="answers">What servers answered: what was minted with a held serial belongs to it.</param>
    public static IEnumerable<Batch> Of(Incident incident, AnswerFacts answers)
    {
        var serials = Minted(incident, answers, out var count);
        try
        {
            for (var (first, next) = (0, 1); first < count; next++)
            {
                if (next == count || serials[next].At - serials[next - 1].At > Gap)
                {
                    yield return new Batch(incident, answers, serials.AsSpan(first, next - first));
                    first = next;
                }
            }
        }
        finally
        {
            ArrayPool<MintedSerial>.Shared.Return(serials, clearArray: true);
        }
    }

    /// <summary>The serials that were minted at a known time, in an array that is lent.</summary>
    private static MintedSerial[] Minted(Incident incident, AnswerFacts answers, out int count)
    {
        var serials = Held(incident, out count);
        if (answers.Rounds.Count > 0)
        {
            MintedSerial[] all =
            [
                .. serials.Take(count).Concat(serials.Take(count).SelectMany(each => answers.MintedNear(each.At, Gap))).DistinctBy(serial => (serial.Zone, serial.Serial)),
            ];
            ArrayPool<MintedSerial>.Shared.Return(serials, clearArray: true);
            (serials, count) = (ArrayPool<MintedSerial>.Shared.Rent(all.Length), all.Length);
            all.CopyTo(serials, 0);
        }

        serials.AsSpan(0, count).Sort((one, other) => one.At.CompareTo(other.At) is not 0 and var order ? order : string.CompareOrdinal(one.Zone, other.Zone));
        return serials;
    }

    /// <summary>The serials held that name when they were minted, each once: those of one zone and serial stand together.</summary>
    private static MintedSerial[] Held(Incident incident, out int count)
    {
        var serials = ArrayPool<MintedSerial>.Shared.Rent(incident.Pairs.Count);
        count = 0;
        foreach (var pair in incident.Pairs)
        {
            if (pair is { HeldAt: { } at, Held: { } held, History.Zone.Name: var zone } && (count == 0 || serials[count - 1].Serial != held || serials[count - 1].Zone != zone))
            {
                serials[count++] = new MintedSerial(at, held, zone, pair, null);
            }
        }

        return serials;
    }
}
