using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>What few episodes have, and most of them only as long as they go on.</summary>
internal sealed class EpisodeDetails
{
    /// <summary>The gaps between complaints, as many as count; null where there is none.</summary>
    public List<Duration>? Gaps { get; set; }

    /// <summary>A serial heard of and not seen to be taken.</summary>
    public Claim? Claim { get; set; }

    /// <summary>How a line without a time ended it.</summary>
    public PlacedEnd? PlacedEnd { get; set; }

    /// <summary>Whether a claim without a name turned out to be another primary's.</summary>
    public bool HasOtherPrimaries { get; set; }

    /// <summary>The complaints that a record has no room to count: repeated lines count in full.</summary>
    public long MoreComplaints { get; set; }

    /// <summary>The line of the first complaint, where a record has no room for it.</summary>
    public long FarLine { get; set; }

    /// <summary>The lower serial that the observer itself loaded, and the one that it then took.</summary>
    public (SerialNumber To, SerialNumber Taken)? FellBack { get; set; }
}
