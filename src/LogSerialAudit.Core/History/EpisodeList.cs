using System.Collections;

namespace LogSerialAudit.History;

/// <summary>Some of many episodes, by their places among all.</summary>
internal sealed class EpisodeList : IReadOnlyList<Episode>
{
    private readonly IReadOnlyList<Episode> _all;
    private readonly int[] _places;

    /// <summary>Makes a list.</summary>
    /// <param name="all">All episodes, or some of them.</param>
    /// <param name="places">The places among these of those that are meant.</param>
    public EpisodeList(IReadOnlyList<Episode> all, ReadOnlySpan<int> places)
    {
        (_all, _places) = (all, places.ToArray());
        if (all is EpisodeList some)
        {
            _all = some._all;
            foreach (ref var place in _places.AsSpan())
            {
                place = some._places[place];
            }
        }
    }

    /// <inheritdoc/>
    public int Count => _places.Length;

    /// <inheritdoc/>
    public Episode this[int index] => _all[_places[index]];

    /// <inheritdoc/>
    public IEnumerator<Episode> GetEnumerator()
    {
        foreach (var place in _places)
        {
            yield return _all[place];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
