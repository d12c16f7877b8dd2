using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>
/// Asks what some addresses gave to observers in a time, for zones that went on with something newer after it. All takings are gone
/// through for the answer, so many questions are answered at once (<see cref="TakingFacts.Answer"/>).
/// </summary>
internal sealed class GivenQuestion
{
    private readonly Instant _from;
    private readonly Instant _to;
    private readonly Func<SerialHistory, bool> _isWanted;
    private readonly int _most;
    private readonly Dictionary<string, (int Count, List<int> Takings)> _given;

    /// <summary>Asks.</summary>
    /// <param name="addresses">The addresses, of each of which <paramref name="most"/> takings are looked at.</param>
    /// <param name="from">The takings are after this instant.</param>
    /// <param name="to">They are before this instant, and what is newer is after it.</param>
    /// <param name="isWanted">Whether the takings of a history count.</param>
    /// <param name="most">How many are looked at.</param>
    public GivenQuestion(IReadOnlyList<string> addresses, Instant from, Instant to, Func<SerialHistory, bool> isWanted, int most)
    {
        (Addresses, _from, _to, _isWanted, _most) = (addresses, from, to, isWanted, most);
        _given = addresses.ToDictionary(address => address, _ => (0, new List<int>()), StringComparer.Ordinal);
    }

    /// <summary>The addresses.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>The answer: the numbers of takings, by address, then in time order.</summary>
    public IReadOnlyList<int> Answer { get; private set; } = [];

    /// <summary>Looks at the next taking.</summary>
    /// <param name="address">One of the addresses, which gave it.</param>
    /// <param name="walk">Where the taking is.</param>
    public void Look(string address, TakingWalk walk)
    {
        var known = _given[address];
        if (walk.At.OrderAt <= _from || walk.At.OrderAt >= _to || known.Count == _most)
        {
            return;
        }

        _given[address] = known with { Count = known.Count + 1 };
        if (_isWanted(walk.History))
        {
            known.Takings.Add(walk.Number);
        }
    }

    /// <summary>Makes the answer.</summary>
    /// <param name="takings">The takings by their numbers.</param>
    /// <param name="lastOf">The last taking of the history of a taking.</param>
    public void Settle(Takings takings, Func<TakingRecord, TakingRecord> lastOf)
    {
        Answer =
        [
            .. from address in Addresses
               from given in _given[address].Takings.Select(number => (Number: number, Taking: takings[number])).OrderBy(given => given.Taking.Place)
               let last = lastOf(given.Taking)
               where last.At.Exists && last.At.At > _to && last.Serial.IsNewerThan(given.Taking.Serial)
               select given.Number,
        ];
        _given.Clear();
    }
}
