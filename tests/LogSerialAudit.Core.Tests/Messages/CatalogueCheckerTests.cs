using LogSerialAudit.Messages;

namespace LogSerialAudit.Core.Tests.Messages;

public sealed class CatalogueCheckerTests
{
    [Theory]
    [InlineData("loaded a {serial}\n  sample a 5\n    serial=5", "")]
    [InlineData("loaded a {offered:serial} {held:serial}\n  sample a 5 6\n    offered=5 held=6", "")]
    [InlineData("loaded a '{detail:text}'\n  sample a 'x \"y\" \\z'\n    detail=\"x \\\"y\\\" \\\\z\"", "")]
    [InlineData("loaded a {serial}", "t:2: the entry has no sample")]
    [InlineData("loaded a {serial}\n  sample b 5\n    serial=5", "t:3: no entry matches\n    b 5")]
    [InlineData("loaded a {serial}\n  sample a 5\n    serial=6", "t:3: serial should be \"6\" and is \"5\"\n    a 5")]
    [InlineData("loaded a {serial}\n  sample a 5", "t:3: serial is \"5\", and the sample does not say so\n    a 5")]
    [InlineData("loaded a {serial}\n  sample a 5\n    serial=5 view=x", "t:3: view should be \"x\" and is missing\n    a 5")]
    [InlineData("loaded a\n  sample a\nexpired a\n  sample a", "t:5: the entry of t:2 matches first (loaded)\n    a")]
    public void ASampleMustYieldExactlyItsFields(string entries, string expected)
    {
        var catalogue = Catalogue.Read(new CatalogueText("t", "[bind] programs named\n" + entries)).Catalogue;

        Assert.Equal(expected, string.Join('\n', CatalogueChecker.Check(catalogue)));
    }
}
