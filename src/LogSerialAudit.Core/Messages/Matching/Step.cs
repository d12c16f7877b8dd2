namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// Reads one captured value. A step has at most one answer at a place, so nothing is ever tried twice, and looks at
/// each byte a fixed number of times.
/// </summary>
internal abstract class Step
{
    /// <summary>
    /// Reads the value that begins at <paramref name="at"/>. Fills <paramref name="slot"/>, whose end is where the
    /// message goes on; <paramref name="zone"/> only where the value is a zone.
    /// </summary>
    public abstract bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone);
}
