namespace LogSerialAudit.Messages.Language;

/// <summary><c>zone=balug.org</c> below a sample; <paramref name="At"/> is its column, from 0.</summary>
internal sealed record SampleField(int At, string Name, string Value);
