using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// How long the new serials of a zone took to an observer: the log's time less the time that the serial says, in
/// seconds.
/// </summary>
/// <param name="History">The zone and who observed it.</param>
/// <param name="Serials">How many serials.</param>
/// <param name="MedianSeconds">The median delay; the lower one of the middle two.</param>
/// <param name="WorstSeconds">The longest delay.</param>
/// <param name="EarliestSeconds">The shortest; negative where a line is older than the serial it shows, so that a clock is off.</param>
/// <param name="First">When the first of them was logged.</param>
/// <param name="Last">When the last of them was logged.</param>
public sealed record SerialDelay(
    SerialHistory History, int Serials, long MedianSeconds, long WorstSeconds, long EarliestSeconds, Instant First, Instant Last);
