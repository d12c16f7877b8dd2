using NodaTime;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>A transcript to read.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="Zone">The zone of answers that do not name theirs; empty where only the transcript may tell it.</param>
/// <param name="Asked">When the servers were asked, where the transcript itself does not tell it; null to go by mail and file.</param>
public sealed record SoaSource(string Path, string Zone = "", Instant? Asked = null);
