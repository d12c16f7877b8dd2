namespace LogSerialAudit.History;

/// <summary>The fixed words for <see cref="EpisodeState"/>.</summary>
public static class EpisodeStates
{
    /// <summary>The word of a state.</summary>
    public static string Word(this EpisodeState state) => state switch
    {
        EpisodeState.CaughtUp => "caught-up",
        EpisodeState.Expired => "expired",
        EpisodeState.Forced => "forced",
        EpisodeState.Continued => "continued",
        EpisodeState.Unknown => "unknown",
        _ => "open",
    };
}
