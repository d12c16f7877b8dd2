namespace LogSerialAudit.Serials;

/// <summary>How the owner of a zone chooses its serials. The printed words are in <see cref="SerialSchemes"/>.</summary>
public enum SerialScheme : byte
{
    /// <summary>Nothing was seen, or what was seen fits no scheme.</summary>
    Unknown,

    /// <summary>Seconds since 1970-01-01T00:00:00Z: <c>date +%s</c>, BIND's <c>serial-update-method unixtime</c>.</summary>
    UnixTime,

    /// <summary>A date and two digits, YYYYMMDDnn (RFC 1912 section 2.2).</summary>
    DateCounter,

    /// <summary>A number that is raised and means nothing else.</summary>
    Counter,
}
