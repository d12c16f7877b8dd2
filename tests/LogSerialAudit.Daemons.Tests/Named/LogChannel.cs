namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>The way by which a server's lines get into its log file.</summary>
public enum LogChannel
{
    /// <summary>A file channel: <c>22-Nov-2026 18:00:37.357 general: info: ...</c>, local time.</summary>
    File,

    /// <summary>A file channel with <c>print-time iso8601-utc</c>.</summary>
    FileIso8601Utc,

    /// <summary><c>named -g</c>: standard error, local time, neither category nor severity.</summary>
    StandardError,
}
