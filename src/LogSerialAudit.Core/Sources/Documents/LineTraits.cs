namespace LogSerialAudit.Sources.Documents;

/// <summary>What a line looks like to those who know log lines.</summary>
[Flags]
public enum LineTraits
{
    /// <summary>Like nothing known.</summary>
    None = 0,

    /// <summary>It begins with a time, as the lines of logs do.</summary>
    Stamped = 1,

    /// <summary>A host or a program stands behind the time.</summary>
    Syslog = 2,

    /// <summary>It is a line of a program that is no name server.</summary>
    Foreign = 4,

    /// <summary>It is an event, whole: nothing of it is missing.</summary>
    Event = 8,

    /// <summary>It names a zone.</summary>
    NamesZone = 16,
}
