namespace LogSerialAudit.Reports.Changes;

/// <summary>What a Nagios plugin returns (Monitoring Plugins Development Guidelines, section 2.6).</summary>
public enum NagiosStatus
{
    /// <summary>All is well.</summary>
    Ok = 0,

    /// <summary>A zone is behind, or took a lower serial.</summary>
    Warning = 1,

    /// <summary>A zone expired, or is about to.</summary>
    Critical = 2,

    /// <summary>Something could not be read.</summary>
    Unknown = 3,
}
