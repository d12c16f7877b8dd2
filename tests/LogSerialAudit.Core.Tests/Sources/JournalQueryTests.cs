using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

public sealed class JournalQueryTests
{
    [Theory]
    [InlineData("journald:named", "--identifier=named")]
    [InlineData("journald:named.service", "--unit=named.service")]
    [InlineData("journald:named@internal.service", "--unit=named@internal.service")]
    [InlineData("journald:", "--identifier=named --identifier=nsd")]
    [InlineData("journald:/mnt/journal", "--directory=/mnt/journal --identifier=named --identifier=nsd")]
    [InlineData("journald:./journal", "--directory=./journal --identifier=named --identifier=nsd")]
    [InlineData("journald:named@/mnt/journal", "--directory=/mnt/journal --identifier=named")]
    [InlineData("journald:named@/mnt/a@b", "--directory=/mnt/a@b --identifier=named")]
    [InlineData("journald:named@i.service@./j", "--directory=./j --unit=named@i.service")]
    [InlineData("journald:-D", "--identifier=-D")]
    public void APathSaysWhatToAskFor(string path, string expected)
    {
        var query = JournalQuery.Of(path, ["named", "nsd"]);
        Assert.NotNull(query);
        Assert.Equal($"--output=json --no-pager --all {expected}", string.Join(' ', query.Arguments));
    }

    [Theory]
    [InlineData("")]
    [InlineData("journald")]
    [InlineData("journal:named")]
    [InlineData("Journald:named")]
    [InlineData(" journald:named")]
    [InlineData("/journald:named")]
    [InlineData("-")]
    public void OtherPathsAreNone(string path) => Assert.Null(JournalQuery.Of(path, ["named"]));

    [Fact]
    public void ItIsFoundBehindANameAndOnce()
    {
        var found = SourceFinder.Find(["journald:a", "ns1=journald:b", "journald:a"], servers: ["named"]);
        Assert.Equal([("journald:a", null), ("journald:b", "ns1")], found.Sets.SelectMany(set => set.Files.Select(file => (file.Path, set.Observer))));
        Assert.Equal("journald:a: named more than once, read once", Assert.Single(found.Problems).Sentence);
    }
}
