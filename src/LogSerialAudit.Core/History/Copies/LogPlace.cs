namespace LogSerialAudit.History.Copies;

/// <summary>A log in which each line of a process stands once.</summary>
/// <param name="Set">The rotated set.</param>
/// <param name="Message">The message of a mailbox.</param>
/// <param name="Within">The file that grep names.</param>
internal readonly record struct LogPlace(int Set, int Message, string Within);
