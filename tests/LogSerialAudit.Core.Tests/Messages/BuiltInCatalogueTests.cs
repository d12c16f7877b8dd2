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

    [Fact]
    public void ItSaysWhatItsFilesSayReadAsAWhole()
    {
        var whole = Catalogue.Read(Catalogue.BuiltInFiles);

        Assert.Empty(whole.Errors);
        Assert.Equal(whole.Catalogue.Programs, Catalogue.BuiltIn.Programs);
        Assert.Equal(whole.Catalogue.Entries.Select(Text), Catalogue.BuiltIn.Entries.Select(Text));

        static string Text(CatalogueEntry entry) =>
            $"{entry.Place} {entry.Server} {entry.Kind} {entry.Pattern} {entry.Since} {string.Join("; ", entry.Samples.Select(sample => $"{sample.Line} {sample.Text} {string.Join(",", sample.Fields)}"))}";
    }

    [Fact]
    public void EveryEntrySaysSinceWhenItIsWritten()
    {
        Assert.True(Catalogue.BuiltIn.Entries.Count > 100);
        Assert.All(Catalogue.BuiltIn.Entries, entry => Assert.NotEmpty(entry.Since));
    }

    [Fact]
    public void EveryKindHasAMessage()
    {
        var kinds = Catalogue.BuiltIn.Entries.Select(entry => entry.Kind).Distinct().ToList();

        Assert.Equal(Enum.GetValues<EventKind>(), kinds.Order());
    }

    /// <summary>Every line of a zone may come in debug form, with a view, or for a zone without a name.</summary>
    [Fact]
    public void EveryZoneLineIsKnownInEachOfItsForms()
    {
        var samples = Catalogue.BuiltIn.Entries
            .SelectMany(entry => entry.Samples)
            .Where(sample => sample.Text.StartsWith("zone example.test/IN: ", StringComparison.Ordinal))
            .ToList();
        Assert.True(samples.Count > 50);

        foreach (var sample in samples)
        {
            var kind = Found.In(sample.Text).Split(' ')[0];
            var message = sample.Text["zone example.test/IN: ".Length..];
            Assert.StartsWith($"{kind} zone=0/25.2.0.192.in-addr.arpa class=CH view=a view side=signed", Found.In($"zone 0/25.2.0.192.in-addr.arpa/CH/a view (signed): {message}"));
            Assert.StartsWith($"{kind} zone=. class=IN", Found.In($"some_function: zone ./IN: {message}"));
            Assert.Contains("detail=managed-keys-zone", Found.In($"managed-keys-zone/internal: {message}"));
            Assert.Contains("detail=redirect-zone", Found.In($"redirect-zone: {message}"));
        }
    }
}
