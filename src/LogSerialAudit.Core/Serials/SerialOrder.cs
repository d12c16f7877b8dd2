namespace LogSerialAudit.Serials;

/// <summary>How one serial stands to another (RFC 1982 section 3.2).</summary>
public enum SerialOrder
{
    /// <summary>The same number.</summary>
    Equal,

    /// <summary>Reached from the other by adding less than 2^31.</summary>
    Newer,

    /// <summary>The other is newer than this one.</summary>
    Older,

    /// <summary>Exactly 2^31 apart: RFC 1982 gives no order, and BIND takes neither for newer.</summary>
    Undefined,
}
