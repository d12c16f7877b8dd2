using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>
/// How a line without a time ended an episode whose complaints have times: it stands behind the last of them. Where another complaint of the
/// same pair follows, it did not.
/// </summary>
/// <param name="State">What it was.</param>
/// <param name="By">The serial that ended it; null while none is known.</param>
/// <param name="IsCommanded">Whether a command to transfer the zone anew came before it.</param>
internal readonly record struct PlacedEnd(EpisodeState State, SerialNumber? By, bool IsCommanded);
