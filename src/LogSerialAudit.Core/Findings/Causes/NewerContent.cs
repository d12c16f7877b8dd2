namespace LogSerialAudit.Findings.Causes;

/// <summary>Who has the newer content of a zone while a secondary refuses what its primary offers.</summary>
internal enum NewerContent
{
    /// <summary>It does not follow from the cause.</summary>
    Unknown,

    /// <summary>The secondaries: what was changed last is with them alone.</summary>
    Secondaries,

    /// <summary>The primary: the secondaries go on with what is out of date.</summary>
    Primary,
}
