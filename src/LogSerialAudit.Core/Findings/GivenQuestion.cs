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
    private readonly Dictionary<string, (int Count, List<SerialTaking> Takings)> _given;

    /// <summary>Asks.</summary>
    /// <param name="addresses">The addresses, of each of which <paramref name="most"/> takings are looked at.</param>
    /// <param name="from">The takings are after this instant.</param>
    /// <param name="to">They are before this instant, and what is newer is after it.</param>
    /// <param name="isWanted">Whether the takings of a history count.</param>
    /// <param name="most">How many are looked at.</param>
    public GivenQuestion(IReadOnlyList<string> addresses, Instant from, Instant to, Func<SerialHistory, bool> isWanted, int most)
    {
        (Addresses, _from, _to, _isWanted, _most) = (addresses, from, to, isWanted, most);
        _given = addresses.ToDictionary(address => address, _ => (0, new List<SerialTaking>()), StringComparer.Ordinal);
    }

    /// <summary>The addresses.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>The answer: by address, then in time order.</summary>
    public IReadOnlyList<SerialTaking> Answer { get; private set; } = [];

    /// <summary>Looks at the next taking.</summary>
    /// <param name="address">One of the addresses, which gave it.</param>
    /// <param name="walk">Where the taking is.</param>
    /// <returns>Whether it is of use if its history goes on with something newer.</returns>
    public bool Look(string address, TakingWalk walk)
    {
        var known = _given[address];
        if (walk.At.OrderAt <= _from || walk.At.OrderAt >= _to || known.Count == _most)
        {
            return false;
        }

        _given[address] = known with { Count = known.Count + 1 };
        if (!_isWanted(walk.History))
        {
            return false;
        }

        known.Takings.Add(walk.Taking());
        return true;
    }

    /// <summary>Makes the answer.</summary>
    /// <param name="last">The last taking of each history of which one was of use.</param>
    public void Settle(IReadOnlyDictionary<SerialHistory, TakingRecord> last) => Answer =
    [
        .. Addresses.SelectMany(address => _given[address].Takings.OrderBy(taking => taking.Place))
            .Where(taking => last[taking.History] is { At: { Exists: true, At: var at }, Serial: var serial } && at > _to && serial.IsNewerThan(taking.Serial)),
    ];
}
