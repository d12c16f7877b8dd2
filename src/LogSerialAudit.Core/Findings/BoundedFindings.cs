using System.Globalization;

namespace LogSerialAudit.Findings;

/// <summary>What a rule finds, in its order: of each kind no more than can be looked at, and how many more there are.</summary>
/// <param name="before">What the rule found before, to which this will be added: so much less is kept of it.</param>
internal sealed class BoundedFindings(BoundedFindings? before = null)
{
    /// <summary>As many findings of one kind as are told; the next one counts the others.</summary>
    private const int MostOfAKind = 1000;

    /// <summary>Those that are told, and behind them of each kind the first one that is not.</summary>
    private readonly List<Finding> _kept = [];

    /// <summary>How many there are of each kind, in order of their first ones.</summary>
    private readonly Dictionary<FindingKind, int> _counts = [];

    /// <summary>All that are told, and for each kind that has more the one that counts them.</summary>
    public IEnumerable<Finding> All
    {
        get
        {
            var told = new Dictionary<FindingKind, int>();
            var next = new Dictionary<FindingKind, Finding>();
            foreach (var finding in _kept)
            {
                told[finding.Kind] = told.GetValueOrDefault(finding.Kind) + 1;
                if (told[finding.Kind] <= MostOfAKind)
                {
                    yield return finding;
                }
                else
                {
                    next.Add(finding.Kind, finding);
                }
            }

            foreach (var kind in _counts.Keys.Where(next.ContainsKey))
            {
                yield return Counting(_counts[kind] - MostOfAKind, next[kind]);
            }
        }
    }

    /// <summary>Takes what was found next.</summary>
    public void Add(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (Keeps(finding.Kind))
            {
                _kept.Add(finding);
                _counts[finding.Kind] = _counts.GetValueOrDefault(finding.Kind) + 1;
            }
        }
    }

    /// <summary>Whether the next finding of a kind is kept, once it is added. One that is not is counted by this, and need not be made.</summary>
    public bool Keeps(FindingKind kind)
    {
        var count = _counts.GetValueOrDefault(kind);
        if (count + (before?._counts.GetValueOrDefault(kind) ?? 0) <= MostOfAKind)
        {
            return true;
        }

        _counts[kind] = count + 1;
        return false;
    }

    /// <summary>Takes what was found next, and kept as what comes behind this.</summary>
    public void Add(BoundedFindings found)
    {
        Add(found._kept);
        foreach (var (kind, count) in found._counts)
        {
            _counts[kind] = _counts.GetValueOrDefault(kind) + count - found._kept.Count(finding => finding.Kind == kind);
        }
    }

    private static Finding Counting(int more, Finding next) => next with
    {
        Zones = [],
        From = null,
        To = null,
        Incident = null,
        HowMany = more,
        Tell = () => string.Create(CultureInfo.InvariantCulture, $"{more} more like these; the first of them: {next.Statement}"),
    };
}
