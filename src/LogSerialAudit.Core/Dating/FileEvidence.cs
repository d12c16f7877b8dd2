using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>What is known of a file's time besides its lines.</summary>
public sealed record FileEvidence
{
    /// <summary>The date in its name: the time of rotation, so no line is later. Local or UTC, which a day's slack covers.</summary>
    public LocalDateTime? NameDate { get; init; }

    /// <summary>The time in its gzip header.</summary>
    public Instant? GzipTime { get; init; }

    /// <summary>The time of its last change; null where that says nothing (standard input).</summary>
    public Instant? FileTime { get; init; }

    /// <summary>Whether the time of its last change was left out, because all files of the set have the same.</summary>
    public bool IsOfOneCopy { get; init; }

    /// <summary>Seconds east of UTC of the lines' zone about then.</summary>
    public int OffsetSeconds { get; init; }
}
