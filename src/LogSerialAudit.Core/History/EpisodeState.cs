namespace LogSerialAudit.History;

/// <summary>How an episode stands at the end of the logs; the printed word is the name in lower case with hyphens.</summary>
public enum EpisodeState : byte
{
    /// <summary>Nothing shows that it is over.</summary>
    Open,

    /// <summary>The primary then showed a serial newer than or equal to the held one.</summary>
    CaughtUp,

    /// <summary>The zone expired; then whatever serial came was taken.</summary>
    Expired,

    /// <summary>A serial not newer than the held one was taken, on the operator's word.</summary>
    Forced,

    /// <summary>The run went on with another pair of serials, which is an episode of its own.</summary>
    Continued,

    /// <summary>The complaints stopped while observer and primary went on talking, and nothing says why.</summary>
    Unknown,
}
