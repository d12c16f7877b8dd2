using System.Globalization;

namespace LogSerialAudit.Findings;

/// <summary>What a rule finds, in its order: of each kind no more than can be looked at, and how many more there are.</summary>
internal sealed class BoundedFindings
{
    /// <summary>As many findings of one kind as are told; the next one counts the others.</summary>
    private const int MostOfAKind = 1000;

    private readonly List<Finding> _told = [];

    /// <summary>How many there are of each kind, in order of their first ones, and the first one that is not told.</summary>
    private readonly Dictionary<FindingKind, (int Count, Finding? Next)> _kinds = [];

    /// <summary>All that are told, and for each kind that has more the one that counts them.</summary>
    public IEnumerable<Finding> All => _told.Concat(
        from kind in _kinds.Values
        where kind.Next is not null
        select Counting(kind.Count - MostOfAKind, kind.Next));

    /// <summary>Takes what was found next.</summary>
    public void Add(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var (count, next) = _kinds.GetValueOrDefault(finding.Kind);
            if (count < MostOfAKind)
            {
                _told.Add(finding);
            }

            _kinds[finding.Kind] = (count + 1, count == MostOfAKind ? finding : next);
        }
    }

    private static Finding Counting(int more, Finding next) => next with
    {
        Zones = [],
        From = null,
        To = null,
        Incident = null,
        Tell = () => string.Create(CultureInfo.InvariantCulture, $"{more} more like these; the first of them: {next.Statement}"),
    };
}
