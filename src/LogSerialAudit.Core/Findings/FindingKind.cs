namespace LogSerialAudit.Findings;

/// <summary>What a finding is about, the most important first. The words of tables are these names with hyphens.</summary>
public enum FindingKind
{
    /// <summary>A primary offered older serials than it had given out.</summary>
    WentBack,

    /// <summary>The primary itself loaded a lower serial.</summary>
    LoadedLower,

    /// <summary>What most likely caused it, or that it can't be told.</summary>
    LikelyCause,

    /// <summary>Whose content the secondaries serve meanwhile.</summary>
    ContentServed,

    /// <summary>Servers of a zone answered with different serials.</summary>
    ServersDisagree,

    /// <summary>What to do for a zone that is still behind.</summary>
    RaiseSerial,

    /// <summary>When a zone expires on a secondary that refuses what its primary offers.</summary>
    ExpiryPredicted,

    /// <summary>A secondary took a lower serial.</summary>
    LowerTaken,

    /// <summary>A zone expired on a secondary, and nobody had offered it less.</summary>
    Expired,

    /// <summary>A secondary's last serials of a zone came without a NOTIFY, as those before did not.</summary>
    NotifyCeased,

    /// <summary>What ended it, zone by zone.</summary>
    Healed,

    /// <summary>The serials went over to a scheme whose numbers are lower.</summary>
    SchemeChanged,

    /// <summary>The held serial came from another primary than the one that offers a lower one.</summary>
    OtherPrimary,

    /// <summary>No single state of the primary explains what it offered.</summary>
    SeveralStates,

    /// <summary>Which state answered, and when the newer one was lost.</summary>
    StateLost,

    /// <summary>An image that a host had kept since its last run answered.</summary>
    StaleCopy,

    /// <summary>Serials minted right after a machine or a server started.</summary>
    MintedAfterStart,

    /// <summary>Serials of several zones minted together.</summary>
    MintedTogether,

    /// <summary>The primary's own log shows nothing going back.</summary>
    ChangedBeneath,

    /// <summary>One machine ran on two hosts.</summary>
    RanTwice,

    /// <summary>A serial names a time that had not come.</summary>
    SerialAhead,

    /// <summary>A machine's start that no stop precedes, though it had run before.</summary>
    StopMissing,

    /// <summary>What contradicts the dates of a log.</summary>
    DatesContradicted,
}
