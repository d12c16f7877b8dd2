using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>One version of a zone file.</summary>
/// <param name="Zone">The zone in lower case, without the final dot; the root is <c>.</c>.</param>
/// <param name="Revision">What it is called: an RCS revision (<c>1.82</c>), a commit of git (all its digits), the name of a copy.</param>
/// <param name="Serial">Its serial; null where none can be read.</param>
/// <param name="Soa">Its SOA record; null where there is only a log of the history, or the text has none.</param>
/// <param name="Committed">When it was put down; null where that is not known.</param>
/// <param name="DatedBy">What that time is, and so how sure.</param>
/// <param name="Author">Who put it down; empty where that is not known.</param>
/// <param name="Source">Where the revision is dated (RCS), or where its serial stands (git, copies).</param>
public sealed record ZoneRevision(
    string Zone, string Revision, SerialNumber? Serial, SoaRecord? Soa, Instant? Committed, RevisionTime DatedBy, string Author, SourceLine Source)
{
    /// <summary>Whether <see cref="Committed"/> was written down by what keeps the history, and is neither a file's time nor a name's.</summary>
    public bool CommittedIsSure => Committed is not null && DatedBy is RevisionTime.CheckIn or RevisionTime.Commit;

    /// <summary>The serial's own instant, where it reads as seconds since 1970.</summary>
    public Instant? Minted => Serial is { } serial ? new SerialReading(serial).MintedAt : null;

    /// <summary>From the serial's instant to the commit; null where either is not known, or the latter is only in a name, whose time zone nobody says.</summary>
    public Duration? Difference => Minted is { } minted && Committed is { } committed && DatedBy != RevisionTime.FileName ? committed - minted : null;
}
