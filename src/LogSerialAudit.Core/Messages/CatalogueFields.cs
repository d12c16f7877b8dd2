using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Messages;

/// <summary>The names of fields: in catalogues a serial can also be <c>offered</c> or <c>held</c>.</summary>
public static class CatalogueFields
{
    /// <summary>Whether two names are of one field: <c>offered</c> is <c>serial</c>.</summary>
    public static bool Same(string one, string other) =>
        FieldNames.TryParse(one, out var first) && FieldNames.TryParse(other, out var second) && first == second;
}
