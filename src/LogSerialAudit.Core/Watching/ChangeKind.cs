namespace LogSerialAudit.Watching;

/// <summary>What has changed since the last check; the printed word is the name in lower case with hyphens.</summary>
public enum ChangeKind
{
    /// <summary>A primary began to offer an older serial than the one that is held.</summary>
    Began,

    /// <summary>It still does, and a reminder is due; or it does again, after its end was told.</summary>
    GoesOn,

    /// <summary>It does, with another pair of serials: the next change is of that.</summary>
    Continued,

    /// <summary>The primary offers the serial that is held, or a newer one.</summary>
    Healed,

    /// <summary>The complaints stopped, and nothing says why.</summary>
    Ceased,

    /// <summary>The zone is about to expire.</summary>
    Expiring,

    /// <summary>The zone expired.</summary>
    Expired,

    /// <summary>A zone that had expired is served again.</summary>
    ServedAgain,

    /// <summary>A secondary took a lower serial than it had.</summary>
    LowerTaken,

    /// <summary>A server loaded a lower serial than it had.</summary>
    LowerLoaded,
}
