namespace LogSerialAudit.Benchmarks.Corpora;

/// <summary>A zone as a line speaks of it.</summary>
/// <param name="Number">Which zone.</param>
/// <param name="Serial">Its serial.</param>
/// <param name="OlderSerial">The serial that a primary which forgot something offers.</param>
/// <param name="Port">The port that the other side sends from this time.</param>
internal readonly record struct ZoneState(uint Number, uint Serial, uint OlderSerial, uint Port);
