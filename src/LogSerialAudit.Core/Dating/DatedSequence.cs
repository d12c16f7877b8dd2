using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>The files of a rotated set as one host sees them: one sequence of runs through time.</summary>
/// <param name="Host">The host as the lines name it; empty where they name none.</param>
/// <param name="Files">The files in walk order, oldest first.</param>
/// <param name="Zone">The zone of stamps without offset.</param>
public sealed record DatedSequence(string Host, IReadOnlyList<SequenceFile> Files, DateTimeZone Zone)
{
    /// <summary>The zone by which serials are held against the stamps, where it is known that the one declared is wrong; else null.</summary>
    public DateTimeZone? SerialZone { get; init; }

    /// <summary>Whether all of it was read: only then is the last line known, and what is known of its time.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>The log that the host writes with others; null where it writes alone.</summary>
    internal SharedLog? Shared { get; init; }

    /// <summary>The name of the host's clock, which tells the files apart that grep names.</summary>
    public string Name { get; init; } = Host;
}
