using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Messages.Matching;

/// <summary>One way to read an entry: which capture fills which field.</summary>
/// <param name="Order">Its rank; the lowest that matches wins.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Fields">The field of each slot; <see cref="Field.None"/> where the value is not kept.</param>
/// <param name="HasZone">Whether one of the captures is a whole zone token.</param>
internal sealed record Row(int Order, CatalogueEntry Entry, Field[] Fields, bool HasZone);
