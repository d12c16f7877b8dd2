using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>What the servers of one zone answered at about one time, each once.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Answers">The answers, in the order in which they were asked, as far as that is known.</param>
public sealed record SoaRound(string Zone, IReadOnlyList<SoaAnswer> Answers)
{
    /// <summary>Answers further apart are not of one time.</summary>
    public static readonly Duration Longest = Duration.FromMinutes(10);

    /// <summary>The different serials, the newest first, as RFC 1982 orders them around the first.</summary>
    public IReadOnlyList<SerialNumber> Serials { get; } =
        [.. Answers.Select(answer => answer.Serial).Distinct().OrderByDescending(serial => unchecked((int)(serial.Value - Answers[0].Serial.Value)))];

    /// <summary>Whether servers disagree.</summary>
    public bool Differs => Serials.Count > 1;

    /// <summary>When the first of them was asked, or before when.</summary>
    public Instant? Asked => Answers[0].Asked;

    /// <summary>When the last of them was asked, or before when.</summary>
    public Instant? AskedLast => Answers[^1].Asked;

    /// <summary>The answers with a serial.</summary>
    public IReadOnlyList<SoaAnswer> With(SerialNumber serial) => [.. Answers.Where(answer => answer.Serial == serial)];

    /// <summary>Parts answers into rounds, by zone and time. A server that is asked again begins a new one.</summary>
    public static IReadOnlyList<SoaRound> Of(IEnumerable<SoaAnswer> answers)
    {
        var rounds = new List<SoaRound>();
        foreach (var zone in answers.GroupBy(answer => answer.Zone).OrderBy(zone => zone.Key, StringComparer.Ordinal))
        {
            var (round, servers) = (new List<SoaAnswer>(), new HashSet<string>());
            foreach (var answer in zone.OrderBy(answer => answer.Asked ?? Instant.MaxValue))
            {
                var isAgain = answer.Server.Length > 0 && !servers.Add(answer.Server);
                if (round.Count > 0 && (isAgain || answer.Asked - round[^1].Asked > Longest || (answer.Asked is null != round[^1].Asked is null)))
                {
                    rounds.Add(new SoaRound(zone.Key, round));
                    (round, servers) = ([], [answer.Server]);
                }

                round.Add(answer);
            }

            rounds.Add(new SoaRound(zone.Key, round));
        }

        return rounds;
    }
}
