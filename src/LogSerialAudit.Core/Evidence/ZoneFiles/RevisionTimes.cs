namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>The fixed words of the column <c>dated_by</c>.</summary>
public static class RevisionTimes
{
    /// <summary>The word.</summary>
    public static string Word(this RevisionTime time) => time switch
    {
        RevisionTime.CheckIn => "check-in",
        RevisionTime.Commit => "commit",
        RevisionTime.FileName => "file-name",
        _ => "file-time",
    };
}
