using System.Collections;
using System.Globalization;

namespace LogSerialAudit.Findings;

/// <summary>
/// The lines that a statement rests on, each once, and no more of them than can be looked at. They are looked for when they are asked
/// for the first time: those of most statements are not.
/// </summary>
public sealed class ExhibitList : IReadOnlyList<Exhibit>
{
    /// <summary>As many lines as are kept.</summary>
    public const int Most = 12;

    private readonly Lazy<(List<Exhibit> Kept, int More)> _found;

    private ExhibitList(IEnumerable<Exhibit> exhibits) => _found = new Lazy<(List<Exhibit> Kept, int More)>(() => Find(exhibits));

    /// <summary>No lines.</summary>
    public static ExhibitList None { get; } = new([]);

    /// <summary>How many more lines there are.</summary>
    public int More => _found.Value.More;

    /// <summary>How many lines are kept.</summary>
    public int Count => _found.Value.Kept.Count;

    /// <summary>One of the lines that are kept.</summary>
    public Exhibit this[int index] => _found.Value.Kept[index];

    /// <summary>Keeps the first lines of <paramref name="exhibits"/>, which must not change, and counts the others.</summary>
    public static ExhibitList Of(params IEnumerable<Exhibit> exhibits) => new(exhibits);

    /// <summary>The lines that are kept.</summary>
    public IEnumerator<Exhibit> GetEnumerator() => _found.Value.Kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary><c>FILE:LINE (what it says); FILE:LINE (what it says); and 3 more</c>.</summary>
    public override string ToString() => Told(exhibit => exhibit.ToString(), Most);

    private static (List<Exhibit> Kept, int More) Find(IEnumerable<Exhibit> exhibits)
    {
        var (kept, more) = (new List<Exhibit>(), 0);
        foreach (var exhibit in exhibits.DistinctBy(exhibit => exhibit.Source))
        {
            if (kept.Count < Most)
            {
                kept.Add(exhibit);
            }
            else
            {
                more++;
            }
        }

        return (kept, more);
    }

    /// <summary>At most <paramref name="most"/> lines, each as <paramref name="told"/> tells it, and how many more there are.</summary>
    internal string Told(Func<Exhibit, string> told, int most)
    {
        var left = Count + More - most;
        return string.Join("; ", _found.Value.Kept.Take(most).Select(told)) + (left > 0 ? string.Create(CultureInfo.InvariantCulture, $"; and {left} more") : "");
    }
}
