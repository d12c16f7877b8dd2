namespace LogSerialAudit.Messages;

/// <summary>What one capture of an entry's pattern read in a message.</summary>
/// <param name="Name">The name in the pattern (<c>offered</c>); empty where the value is only read past.</param>
/// <param name="Type">The type in the pattern: <c>serial</c>, <c>address</c>, <c>subject</c>.</param>
/// <param name="Value">The part of the message.</param>
public readonly record struct CapturedValue(string Name, string Type, Slice Value);
