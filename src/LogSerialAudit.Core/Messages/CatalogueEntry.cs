using System.Globalization;

namespace LogSerialAudit.Messages;

/// <summary>One line shape of a server, as its catalogue describes it.</summary>
/// <param name="Server">The server the shape belongs to: <c>bind</c>.</param>
/// <param name="Kind">What a line of this shape says.</param>
/// <param name="Pattern">The shape in the catalogue's language, as written.</param>
/// <param name="Since">Versions and origin, as written after <c>since</c>; empty where the catalogue has none.</param>
/// <param name="Samples">Lines that must match, with the fields they must yield.</param>
/// <param name="File">The catalogue's file name.</param>
/// <param name="Line">Where the entry stands in it, from 1.</param>
public sealed record CatalogueEntry(
    string Server,
    EventKind Kind,
    string Pattern,
    string Since,
    IReadOnlyList<CatalogueSample> Samples,
    string File,
    int Line)
{
    /// <summary>Where it stands: <c>bind.messages:31</c>.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
}
