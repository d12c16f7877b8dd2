using System.Collections;

namespace LogSerialAudit.History;

/// <summary>Some of many episodes, by their places among all.</summary>
/// <param name="all">All episodes.</param>
/// <param name="places">The places of those that are meant.</param>
internal sealed class EpisodeList(IReadOnlyList<Episode> all, IReadOnlyList<int> places) : IReadOnlyList<Episode>
{
    /// <inheritdoc/>
    public int Count => places.Count;

    /// <inheritdoc/>
    public Episode this[int index] => all[places[index]];

    /// <inheritdoc/>
    public IEnumerator<Episode> GetEnumerator()
    {
        for (var index = 0; index < places.Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
