using System.Runtime.InteropServices;

namespace LogSerialAudit.History;

/// <summary>An <see cref="Episode"/> as <see cref="EpisodeStore"/> keeps it: small, for a log can tell of one in every eighth line.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct EpisodeRecord
{
    /// <summary>The number of the history.</summary>
    public int History;

    /// <summary>The number of the primary among the store's.</summary>
    public int Primary;

    /// <summary>What was offered, where <see cref="EpisodeFlags.HasOffered"/>.</summary>
    public uint Offered;

    /// <summary>What was held, where <see cref="EpisodeFlags.HasHeld"/>.</summary>
    public uint Held;

    /// <summary>The serial that ended it, where <see cref="EpisodeFlags.HasEndedBy"/>.</summary>
    public uint EndedBy;

    /// <summary>What else is known.</summary>
    public EpisodeFlags Flags;

    /// <summary>How it stands.</summary>
    public EpisodeState State;

    /// <summary>When the first complaint was logged that has a time.</summary>
    public ShortDated First;

    /// <summary>When the last complaint was logged that has a time.</summary>
    public ShortDated Last;

    /// <summary>When it ended, where <see cref="EpisodeFlags.HasEnded"/>.</summary>
    public ShortDated Ended;

    /// <summary>How many complaints, but for <see cref="EpisodeDetails.MoreComplaints"/>.</summary>
    public ushort Complaints;

    /// <summary>The number of the file of the first complaint among the store's.</summary>
    public int File;

    /// <summary>The line of the first complaint; the largest number where it is <see cref="EpisodeDetails.FarLine"/>.</summary>
    public uint Line;
}
