namespace LogSerialAudit.Messages;

/// <summary>A sample that does not do what its catalogue says, or an entry that has none.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Sample">The sample; null where the entry has none.</param>
/// <param name="Problem">What is wrong, in a sentence without its end.</param>
public sealed record CatalogueFailure(CatalogueEntry Entry, CatalogueSample? Sample, string Problem)
{
    /// <summary><c>FILE:LINE: PROBLEM</c>, and the sample's text.</summary>
    public override string ToString() => Sample is null
        ? $"{Entry.File}:{Entry.Line}: {Problem}"
        : $"{Entry.File}:{Sample.Line}: {Problem}\n    {Sample.Text}";
}
