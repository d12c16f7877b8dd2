using NodaTime;

namespace LogSerialAudit.Sources;

/// <summary>A log file's name, taken apart: which set it is of, and where in that set it stands. Only the name is looked at, never the file.</summary>
/// <param name="FileName">The whole name, without folder.</param>
/// <param name="BaseName">The name that all files of the set share, such as <c>daemon.log</c>.</param>
/// <param name="Scheme">How the place in the set is written.</param>
/// <param name="Number">The rotation number, where there is one; beside a date it counts within that date.</param>
/// <param name="NotAfter">
/// The content ends at this time or before it: the time of rolling where the name has it to the second, else the end of the
/// day, hour or minute named. A set rotated under logrotate's <c>dateyesterday</c> may pass it by the hours between midnight and the rotation.
/// </param>
/// <param name="NotAfterIsUtc">Whether <paramref name="NotAfter"/> is in UTC; else it is in the local time of the host that wrote the file.</param>
/// <param name="CompressionEnding">The ending that names a compression, such as <c>.gz</c>, or empty. What the file really holds is for its first bytes to say.</param>
public sealed record RotationName(
    string FileName,
    string BaseName,
    RotationScheme Scheme,
    int? Number,
    LocalDateTime? NotAfter,
    bool NotAfterIsUtc,
    string CompressionEnding)
{
    /// <summary>Whether the name has no rotation ending.</summary>
    public bool IsLive => Scheme == RotationScheme.Live;

    /// <summary>The name without its compression ending: <c>daemon.log.1</c> for <c>daemon.log.1.gz</c>.</summary>
    public string PlainName => FileName[..^CompressionEnding.Length];

    /// <summary>Takes a file name apart. Total: a name that follows no scheme is live.</summary>
    /// <param name="fileName">A name without folder.</param>
    public static RotationName Parse(string fileName) => RotationNameParser.Parse(fileName);
}
