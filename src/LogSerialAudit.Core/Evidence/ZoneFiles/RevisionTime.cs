namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>What the time of a revision is.</summary>
public enum RevisionTime
{
    /// <summary>The check-in that RCS wrote down.</summary>
    CheckIn,

    /// <summary>The committer's date of git.</summary>
    Commit,

    /// <summary>The date in a copy's name; UTC is assumed, and a day alone is its first second.</summary>
    FileName,

    /// <summary>The time of a copy's last change, which may be that of the copying.</summary>
    FileTime,
}
