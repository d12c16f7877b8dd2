using LogSerialAudit.Sources.Archives;

namespace LogSerialAudit.Events;

/// <summary>A log that was found within another source and read with it.</summary>
/// <param name="Log">The log, and the folder that it is in there.</param>
/// <param name="Scan">What was found in it.</param>
internal sealed record InnerScan(ArchiveListing.Log Log, SourceScan Scan);
