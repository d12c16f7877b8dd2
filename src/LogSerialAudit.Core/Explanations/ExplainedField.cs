using LogSerialAudit.Serials;

namespace LogSerialAudit.Explanations;

/// <summary>A field of a line that was understood.</summary>
/// <param name="Name">The name in the pattern, such as <c>offered</c>, or that of a part of a zone token, such as <c>class</c>.</param>
/// <param name="Type">The type in the pattern, such as <c>serial</c>.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Serial">The value, where it is a serial.</param>
public sealed record ExplainedField(string Name, string Type, string Value, SerialNumber? Serial);
