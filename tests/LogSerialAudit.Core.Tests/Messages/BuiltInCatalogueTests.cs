using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Messages;

public sealed class BuiltInCatalogueTests
{
    [Fact]
    public void EverySampleMatchesItsEntryAndYieldsItsFields()
    {
        Assert.True(Catalogue.BuiltIn.Entries.Sum(entry => entry.Samples.Count) > 100);
        Assert.Empty(CatalogueChecker.Check(Catalogue.BuiltIn).Select(failure => failure.ToString()));
    }
}
