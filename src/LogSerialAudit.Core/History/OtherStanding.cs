namespace LogSerialAudit.History;

/// <summary>How a server stood while another one of the zone complained, as far as its own log shows it.</summary>
public enum OtherStanding
{
    /// <summary>It complained too, of the same pair.</summary>
    Complained,

    /// <summary>It complained at that time, of another pair.</summary>
    ComplainedOfOthers,

    /// <summary>It makes the serials, and put the offered one in service.</summary>
    MadeOffered,

    /// <summary>It took the offered serial from another server.</summary>
    TookOffered,

    /// <summary>It asks other servers, and never the primary that was complained of.</summary>
    AsksOthers,

    /// <summary>It had a serial newer than the offered one, and its log has no complaint.</summary>
    Held,

    /// <summary>It had the offered serial or one that is not newer, so that there was nothing to complain of.</summary>
    HadOlder,

    /// <summary>Its log covers the time, and no line shows what it had.</summary>
    NotShown,

    /// <summary>Its log does not cover the time.</summary>
    NotCovered,
}
