namespace LogSerialAudit.History;

/// <summary>Looks for episodes, of which there may be none.</summary>
internal static class EpisodeSearch
{
    /// <summary>The first episode that fits; null where none does.</summary>
    public static Episode? FirstOrNull(this IEnumerable<Episode> episodes, Func<Episode, bool> fits)
    {
        foreach (var episode in episodes)
        {
            if (fits(episode))
            {
                return episode;
            }
        }

        return null;
    }
}
