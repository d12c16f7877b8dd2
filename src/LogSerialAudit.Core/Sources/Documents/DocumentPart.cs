using NodaTime;

namespace LogSerialAudit.Sources.Documents;

/// <summary>A part of a document, whose lines share a bound in time.</summary>
/// <param name="Message">Which message of the document it is of, from 0. Messages quote each other's lines.</param>
/// <param name="NotAfter">The date of the message that has or quotes the lines: they were logged before it. Null where there is none.</param>
public sealed record DocumentPart(int Message, Instant? NotAfter);
