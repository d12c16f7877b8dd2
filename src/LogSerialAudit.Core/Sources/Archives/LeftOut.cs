namespace LogSerialAudit.Sources.Archives;

/// <summary>Members that are not read: all are counted, the first are named.</summary>
internal sealed class LeftOut
{
    private const int MostNamed = 3;
    private readonly List<string> _named = [];

    public int Count { get; private set; }

    public void Add(string name, string why)
    {
        if (Count++ < MostNamed)
        {
            _named.Add($"{name} ({why})");
        }
    }

    /// <summary>The rest of a sentence, such as "2 members left out: a (a link), b (hidden)".</summary>
    public string Sentence(string what)
    {
        var more = Count > _named.Count ? $" and {Count - _named.Count} more" : "";
        return $"{Count} {(Count == 1 ? "member" : "members")} {what}: {string.Join(", ", _named)}{more}";
    }
}
