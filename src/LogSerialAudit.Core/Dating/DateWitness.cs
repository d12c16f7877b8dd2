namespace LogSerialAudit.Dating;

/// <summary>What contradicts the dates of a log.</summary>
public enum DateWitness
{
    /// <summary>Serials that are seconds or days.</summary>
    Serials,

    /// <summary>The same, where the operator said the year or the end.</summary>
    SerialsAgainstOption,

    /// <summary>New serials that are all off by as much, held against the stamps of their lines.</summary>
    Clock,

    /// <summary>Stamps, where names put files in another order.</summary>
    Stamps,

    /// <summary>The date in a file's name.</summary>
    FileName,

    /// <summary>A file's time of last change, or that of its gzip header.</summary>
    FileTime,

    /// <summary>A 29 February.</summary>
    LeapDay,

    /// <summary>What was read later, when rows were written already.</summary>
    LaterLines,

    /// <summary>The lines around one that writes its year.</summary>
    Neighbours,

    /// <summary>What the operator says of a year or an end, against what lines write.</summary>
    Option,

    /// <summary>The zone that the operator gives, against offsets that lines write.</summary>
    LogZone,
}
