using System.Collections;
using System.Globalization;

namespace LogSerialAudit.Findings;

/// <summary>The lines that a statement rests on, each once, and no more of them than can be looked at.</summary>
public sealed class ExhibitList : IReadOnlyList<Exhibit>
{
    /// <summary>As many lines as are kept.</summary>
    public const int Most = 12;

    private readonly List<Exhibit> _kept = [];

    private ExhibitList()
    {
    }

    /// <summary>No lines.</summary>
    public static ExhibitList None { get; } = new();

    /// <summary>How many more lines there are.</summary>
    public int More { get; private set; }

    /// <summary>How many lines are kept.</summary>
    public int Count => _kept.Count;

    /// <summary>One of the lines that are kept.</summary>
    public Exhibit this[int index] => _kept[index];

    /// <summary>Keeps the first lines of <paramref name="exhibits"/> and counts the others.</summary>
    public static ExhibitList Of(params IEnumerable<Exhibit> exhibits)
    {
        var list = new ExhibitList();
        foreach (var exhibit in exhibits.DistinctBy(exhibit => exhibit.Source))
        {
            if (list._kept.Count < Most)
            {
                list._kept.Add(exhibit);
            }
            else
            {
                list.More++;
            }
        }

        return list;
    }

    /// <summary>The lines that are kept.</summary>
    public IEnumerator<Exhibit> GetEnumerator() => _kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary><c>FILE:LINE (what it says); FILE:LINE (what it says); and 3 more</c>.</summary>
    public override string ToString() => Told(exhibit => exhibit.ToString(), Most);

    /// <summary>At most <paramref name="most"/> lines, each as <paramref name="told"/> tells it, and how many more there are.</summary>
    internal string Told(Func<Exhibit, string> told, int most)
    {
        var left = Count + More - most;
        return string.Join("; ", _kept.Take(most).Select(told)) + (left > 0 ? string.Create(CultureInfo.InvariantCulture, $"; and {left} more") : "");
    }
}
