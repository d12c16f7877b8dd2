namespace LogSerialAudit.Evidence.Soa;

/// <summary>What the time of an answer rests on.</summary>
public enum AnswerTime
{
    /// <summary>The transcript tells it, with its zone.</summary>
    Asked,

    /// <summary>The transcript tells it without a zone, or with a short name that several zones share.</summary>
    AskedZoneUnsure,

    /// <summary>The case's own description tells it.</summary>
    Stated,

    /// <summary>It was asked before the mail was sent that has it.</summary>
    MailDate,

    /// <summary>The last change of the file: it was asked before that, and the file may have been copied since.</summary>
    FileTime,
}
