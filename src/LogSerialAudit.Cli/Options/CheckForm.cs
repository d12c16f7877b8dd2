namespace LogSerialAudit.Cli.Options;

/// <summary>How a check tells what has changed.</summary>
public enum CheckForm
{
    /// <summary>As a section of a mail.</summary>
    Text,

    /// <summary>As one JSON object: the changes, and the episodes that have not ended.</summary>
    Json,

    /// <summary>As one JSON object a change, each on a line of its own.</summary>
    NdJson,

    /// <summary>As a Nagios plugin: not what changed, but how it stands.</summary>
    Nagios,

    /// <summary>As one line in the system's log.</summary>
    Syslog,
}
