using LogSerialAudit.Events;

namespace LogSerialAudit.History;

/// <summary>How the serials of a zone went through the servers whose logs are there.</summary>
public sealed class ZonePropagation
{
    private readonly Dictionary<SerialHistory, List<SerialTaking>> _takings;
    private readonly Takings _all;

    internal ZonePropagation(IReadOnlyList<SerialHistory> histories, Dictionary<SerialHistory, List<SerialTaking>> takings, Takings all)
    {
        (Histories, _takings, _all) = (histories, takings, all);
        Zone = histories[0].Zone with { View = histories.All(history => history.Zone.View == histories[0].Zone.View) ? histories[0].Zone.View : "" };
        Rounds = Round(histories.SelectMany(TakingsOf).OrderBy(taking => taking.Place));
        foreach (var round in Rounds)
        {
            round.Settle(IsPrimary);
        }
    }

    /// <summary>The zone; its view is empty where servers call their views differently.</summary>
    public ZoneName Zone { get; }

    /// <summary>The histories that are compared, by observer.</summary>
    public IReadOnlyList<SerialHistory> Histories { get; }

    /// <summary>The rounds of its serials, in order of their first takings.</summary>
    public IReadOnlyList<SerialRound> Rounds { get; }

    /// <summary>Whether a history is of a server that makes the serials: it loads or signs them, and no line shows that it asks another server for them.</summary>
    public bool IsPrimary(SerialHistory history) => _all.IsPrimary(history);

    /// <summary>The serials that a history took, in time order.</summary>
    public IReadOnlyList<SerialTaking> TakingsOf(SerialHistory history) => _takings[history];

    /// <summary>The addresses that a history asks for the zone, as far as its lines name them.</summary>
    public IReadOnlySet<string> AskedBy(SerialHistory history) => _all.AskedBy(history);

    private List<SerialRound> Round(IEnumerable<SerialTaking> takings)
    {
        var rounds = new List<SerialRound>();
        var latest = new Dictionary<uint, SerialRound>();
        foreach (var taking in takings)
        {
            if (!latest.TryGetValue(taking.Serial.Value, out var round) || !round.CanHave(taking))
            {
                round = latest[taking.Serial.Value] = new SerialRound(taking.Serial);
                rounds.Add(round);
            }

            round.Add(taking, IsPrimary(taking.History));
        }

        return rounds;
    }
}
