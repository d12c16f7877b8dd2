namespace LogSerialAudit.Dating;

/// <summary>What a file's year rests on, strongest first; the words are in <see cref="DatingWords"/>.</summary>
public enum YearSource
{
    /// <summary>Nothing: the file has no stamps.</summary>
    None,

    /// <summary>The lines say it themselves.</summary>
    Stamp,

    /// <summary><c>--year</c> or <c>--not-after</c>.</summary>
    Option,

    /// <summary>Unixtime serials in the lines.</summary>
    Serials,

    /// <summary>The date of the mail that has the lines.</summary>
    MailDate,

    /// <summary>A date in the file's name.</summary>
    FileName,

    /// <summary>The time in the gzip header.</summary>
    GzipTime,

    /// <summary>The file's time of last change.</summary>
    FileTime,

    /// <summary>A 29 February among the stamps.</summary>
    LeapDay,

    /// <summary>Another file of the same set, by continuity.</summary>
    Neighbour,

    /// <summary>Only that no line is from the future.</summary>
    Now,
}
