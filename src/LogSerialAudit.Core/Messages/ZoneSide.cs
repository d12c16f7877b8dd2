namespace LogSerialAudit.Messages;

/// <summary>Which of the two versions of an inline-signed zone a line speaks of (BIND 9.9 and later).</summary>
public enum ZoneSide : byte
{
    /// <summary>The line does not say, or the zone is not signed inline.</summary>
    None,

    /// <summary>The version without signatures, as its owner writes it.</summary>
    Raw,

    /// <summary>The signed version, as it is served.</summary>
    Signed,
}
