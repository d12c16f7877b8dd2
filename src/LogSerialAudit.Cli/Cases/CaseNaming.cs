namespace LogSerialAudit.Cli.Cases;

/// <summary>Whether values have a name before an equals sign.</summary>
internal enum CaseNaming
{
    /// <summary>Never.</summary>
    None,

    /// <summary>They may.</summary>
    Possible,

    /// <summary>Always.</summary>
    Needed,
}
