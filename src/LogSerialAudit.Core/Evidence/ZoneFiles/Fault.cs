namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>What is wrong in a text, and where.</summary>
/// <param name="Position">Characters before it.</param>
/// <param name="Message">What was found or expected, without a full stop.</param>
internal readonly record struct Fault(int Position, string Message);
