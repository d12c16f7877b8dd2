using NodaTime;

namespace LogSerialAudit.Sources.Documents;

/// <summary>A packed file that a mail has with it, decoded but not unpacked.</summary>
/// <param name="Name">The name that the mail gives it; it may hold anything.</param>
/// <param name="Message">Which mail of the source has it, from 0.</param>
/// <param name="Line">The line at which its content begins.</param>
/// <param name="NotAfter">When the mail was sent; null where that is not known.</param>
/// <param name="Bytes">The file.</param>
public sealed record Attachment(string Name, int Message, long Line, Instant? NotAfter, byte[] Bytes);
