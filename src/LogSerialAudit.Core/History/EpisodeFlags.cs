namespace LogSerialAudit.History;

/// <summary>What an <see cref="EpisodeRecord"/> has.</summary>
[Flags]
internal enum EpisodeFlags : byte
{
    /// <summary>Nothing of it.</summary>
    None = 0,

    /// <summary>The complaints say what was offered.</summary>
    HasOffered = 1,

    /// <summary>It is known what was held.</summary>
    HasHeld = 2,

    /// <summary>A serial ended it.</summary>
    HasEndedBy = 4,

    /// <summary>It is known when it ended.</summary>
    HasEnded = 8,

    /// <summary>The serial that ended it is only announced.</summary>
    IsOnlyAnnounced = 16,

    /// <summary>A command was logged before a lower serial was taken.</summary>
    IsCommanded = 32,

    /// <summary>There are <see cref="EpisodeDetails"/>.</summary>
    HasDetails = 64,

    /// <summary>Its complaints have no time, and what comes after the last of them was written after it.</summary>
    IsPlaced = 128,
}
