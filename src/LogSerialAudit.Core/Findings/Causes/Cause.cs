namespace LogSerialAudit.Findings.Causes;

/// <summary>What can have made a primary offer an older serial. The words of tables are these names with hyphens.</summary>
public enum Cause
{
    /// <summary>Two copies of the primary served at once, or in turn.</summary>
    TwoCopies,

    /// <summary>A disk image was copied the wrong way, or not at all, and an old one was started.</summary>
    DiskImage,

    /// <summary>A snapshot or a saved state was put back.</summary>
    Snapshot,

    /// <summary>A zone file was edited to a lower serial, or an older one was put back.</summary>
    ZoneFile,

    /// <summary>The owner went over to another kind of serial.</summary>
    SerialScheme,

    /// <summary>The journal with the last changes was lost.</summary>
    Journal,

    /// <summary>The clock that serials are made from was stepped.</summary>
    Clock,

    /// <summary>A server is asked as primary that is none, or that lags behind the one that is.</summary>
    WrongPrimary,
}
