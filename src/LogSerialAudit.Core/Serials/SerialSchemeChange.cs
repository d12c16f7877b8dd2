namespace LogSerialAudit.Serials;

/// <summary>A zone whose owner went over to another kind of serial.</summary>
/// <param name="From">The scheme before.</param>
/// <param name="To">The scheme since.</param>
/// <param name="First">The first serial of the new scheme.</param>
public readonly record struct SerialSchemeChange(SerialScheme From, SerialScheme To, SerialNumber First);
