namespace LogSerialAudit.Messages;

/// <summary>
/// What a log line says. The words printed for these are in <see cref="EventKinds"/>, the only place that has them.
/// </summary>
public enum EventKind
{
    /// <summary>A secondary was offered an older serial than the one it holds (BIND's "&lt; ours").</summary>
    RollbackOffered,

    /// <summary>The same under <c>multi-master yes</c>, where BIND names no serial and writes at debug level only.</summary>
    Ahead,

    /// <summary>The serials of one SOA refresh, offered and held (BIND and Unbound: debug level).</summary>
    SoaChecked,

    /// <summary>A refresh found at the primary the serial that is held.</summary>
    SoaUnchanged,

    /// <summary>A refresh got no usable answer.</summary>
    RefreshFailed,

    /// <summary>A refresh or transfer was not tried because the primary is known as unreachable.</summary>
    RefreshSkipped,

    /// <summary>The zone expired on the secondary and is no longer served.</summary>
    Expired,

    /// <summary>A NOTIFY arrived. Its serial, where it is said, is a claim of its sender.</summary>
    NotifyReceived,

    /// <summary>A NOTIFY with a serial that is newer than the one held, or incomparable: a claim of its sender.</summary>
    NotifyNewer,

    /// <summary>A NOTIFY whose serial is the one held or an older one; BIND does not say which.</summary>
    NotifyUpToDate,

    /// <summary>A NOTIFY whose serial was not given or not read.</summary>
    NotifyNoSerial,

    /// <summary>A NOTIFY was refused or was for a zone that is not served.</summary>
    NotifyRefused,

    /// <summary>A transfer in began.</summary>
    TransferStarted,

    /// <summary>A transfer's connection is up.</summary>
    TransferConnected,

    /// <summary>The question a transfer asks, and the serial it is asked from.</summary>
    TransferRequested,

    /// <summary>A zone or its changes have come; the lines that follow say whether they are in service.</summary>
    TransferReceived,

    /// <summary>The new serial is in service: the only line that proves it (BIND's "transferred serial").</summary>
    Transferred,

    /// <summary>How a transfer in ended.</summary>
    TransferStatus,

    /// <summary>A transfer's totals; its serial counts only after a successful status.</summary>
    TransferCompleted,

    /// <summary>The primary had nothing newer to transfer.</summary>
    TransferNotNewer,

    /// <summary>A transfer in failed, or its answer was unusable.</summary>
    TransferFailed,

    /// <summary>A transfer in waits for a quota.</summary>
    TransferDeferred,

    /// <summary>Another line about a transfer in.</summary>
    TransferNote,

    /// <summary>A server tells its secondaries of its serial.</summary>
    NotifySent,

    /// <summary>One NOTIFY to one address.</summary>
    NotifyTo,

    /// <summary>A NOTIFY was not answered, or could not be sent.</summary>
    NotifyFailed,

    /// <summary>A transfer out began.</summary>
    TransferOutStarted,

    /// <summary>A transfer out ended.</summary>
    TransferOutEnded,

    /// <summary>A secondary asked for changes and has all of them, or is ahead.</summary>
    TransferOutUpToDate,

    /// <summary>A secondary asked for changes that are not there; it gets the whole zone.</summary>
    TransferOutFallback,

    /// <summary>A transfer out was refused.</summary>
    TransferOutRefused,

    /// <summary>A transfer out broke off.</summary>
    TransferOutFailed,

    /// <summary>The zone was loaded from its file, at start, reload, thaw or addition.</summary>
    Loaded,

    /// <summary>A load was refused or failed.</summary>
    LoadFailed,

    /// <summary>A reload brought an older serial than the one served before.</summary>
    GoneBackwards,

    /// <summary>A reload brought other content under the same serial.</summary>
    SerialUnchanged,

    /// <summary>A new serial was rejected because it is not newer.</summary>
    SerialOutOfRange,

    /// <summary>A serial could not follow its method and was incremented instead.</summary>
    SerialIncremented,

    /// <summary>Inline signing: the served serial and the unsigned one it follows.</summary>
    Signed,

    /// <summary>Inline signing: another line about the two versions of the zone.</summary>
    SigningNote,

    /// <summary>A journal did not fit its zone and was removed or ignored.</summary>
    JournalStale,

    /// <summary>A journal could not be used or is damaged.</summary>
    JournalFailed,

    /// <summary>A journal's changes are applied to its zone (debug level).</summary>
    JournalApplied,

    /// <summary>The zone is written to its file on the operator's word, or writing it failed.</summary>
    ZoneDumped,

    /// <summary>A catalog zone was taken over (RFC 9432).</summary>
    CatalogUpdated,

    /// <summary>A command came over the control channel (<c>rndc</c>).</summary>
    Command,

    /// <summary>A zone was added, changed or removed.</summary>
    ZoneConfigured,

    /// <summary>Dynamic updates were frozen or thawed.</summary>
    ZoneFrozen,

    /// <summary>The server program starts.</summary>
    ServerStarting,

    /// <summary>What the program runs as: its options and configuration file.</summary>
    ServerRunningAs,

    /// <summary>The server has loaded its zones and serves.</summary>
    ServerRunning,

    /// <summary>Configuration or zones are being, or have been, reloaded.</summary>
    ServerReloading,

    /// <summary>The server was told to stop.</summary>
    ServerStopping,

    /// <summary>The server program ends.</summary>
    ServerExiting,
}
