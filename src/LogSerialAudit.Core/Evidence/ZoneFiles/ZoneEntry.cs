namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>An entry of a zone file: a directive or a record.</summary>
/// <param name="HasOwner">Whether it begins at the first column, with its owner; else it has that of the entry before.</param>
/// <param name="Words">Its first words.</param>
/// <param name="End">Where it ends.</param>
internal sealed record ZoneEntry(bool HasOwner, IReadOnlyList<ZoneWord> Words, int End)
{
    /// <summary>More words than an SOA record can have; those past them are looked at and not kept.</summary>
    public const int MostWords = 16;
}
