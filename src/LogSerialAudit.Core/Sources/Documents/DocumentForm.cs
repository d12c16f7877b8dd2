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

    /// <summary>Journal entries as <c>journalctl -o verbose</c> shows them.</summary>
    JournalVerbose,

    /// <summary>JSON objects that are spread over lines.</summary>
    SpreadJson,

    /// <summary>Syslog messages with their lengths (RFC 6587).</summary>
    SyslogFrames,

    /// <summary>A table in CSV, a record of which has a log line.</summary>
    CsvTable,

    /// <summary>Lines with a terminal's colours, or with a web page's blanks.</summary>
    Shown,

    /// <summary>A page of HTML.</summary>
    Page,
}
