namespace LogSerialAudit.Serials;

/// <summary>How a serial follows the one before it in the same history.</summary>
public enum SerialChange
{
    /// <summary>Nothing to compare with.</summary>
    None,

    /// <summary>The same serial again.</summary>
    Same,

    /// <summary>Newer, and the larger number too.</summary>
    Forward,

    /// <summary>Older: a rollback.</summary>
    Backward,

    /// <summary>Newer by RFC 1982 although the smaller number: it went past 4294967295.</summary>
    Wrapped,

    /// <summary>Exactly 2^31 apart: no order.</summary>
    Undefined,
}
