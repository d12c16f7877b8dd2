namespace LogSerialAudit.Evidence.Soa;

/// <summary>The fixed words of the column <c>dated_by</c> of answers.</summary>
public static class AnswerTimes
{
    /// <summary>The word.</summary>
    public static string Word(this AnswerTime time) => time switch
    {
        AnswerTime.Asked => "transcript",
        AnswerTime.AskedZoneUnsure => "zone-unsure",
        AnswerTime.Stated => "case",
        AnswerTime.MailDate => "mail-date",
        _ => "file-time",
    };

    /// <summary>Whether the server was asked at that time; else it was asked before it.</summary>
    public static bool IsOwn(this AnswerTime time) => time is AnswerTime.Asked or AnswerTime.AskedZoneUnsure or AnswerTime.Stated;
}
