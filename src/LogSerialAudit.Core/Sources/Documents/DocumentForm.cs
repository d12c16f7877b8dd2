namespace LogSerialAudit.Sources.Documents;

/// <summary>How log lines stand in a source.</summary>
public enum DocumentForm
{
    /// <summary>A line of the source is a line of a log.</summary>
    Log,

    /// <summary>A mail, or a mailbox of several (RFC 5322, RFC 4155).</summary>
    Mail,

    /// <summary>Text in which log lines are quoted, wrapped or listed.</summary>
    Text,

    /// <summary>Journal entries as systemd exports them.</summary>
    JournalExport,
}
