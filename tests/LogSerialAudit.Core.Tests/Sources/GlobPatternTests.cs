using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("*", "daemon.log")]
    [InlineData("daemon.log*", "daemon.log")]
    [InlineData("daemon.log*", "daemon.log.1.gz")]
    [InlineData("*.log", "a.log.log")]
    [InlineData("d?emon.log", "daemon.log")]
    [InlineData("*.[0-9]", "daemon.log.7")]
    [InlineData("*.[!0-9]", "daemon.log.x")]
    [InlineData("*.[^0-9]", "daemon.log.x")]
    [InlineData("[]a]", "]")]
    [InlineData("[a-]", "-")]
    [InlineData("a[", "a[")]
    [InlineData("a[b", "a[b")]
    [InlineData("\\*", "*")]
    [InlineData(".*", ".hidden")]
    [InlineData("a*b*c", "aXbXbXc")]
    public void AMatchingNameIsFound(string pattern, string name) => Assert.True(GlobPattern.Matches(pattern, name));

    [Theory]
    [InlineData("*", ".hidden")]
    [InlineData("?", ".")]
    [InlineData("[.]x", ".x")]
    [InlineData("daemon.log*", "daemon.lo")]
    [InlineData("*.log", "a.log.1")]
    [InlineData("d?emon.log", "demon.log")]
    [InlineData("*.[0-9]", "daemon.log.x")]
    [InlineData("*.[0-9]", "daemon.log.12")]
    [InlineData("*.[!0-9]", "daemon.log.7")]
    [InlineData("[]a]", "b")]
    [InlineData("\\*", "x")]
    [InlineData("a", "A")]
    [InlineData("a*b*c", "aXbXb")]
    [InlineData("", "a")]
    [InlineData("a", "")]
    public void AnotherNameIsNot(string pattern, string name) => Assert.False(GlobPattern.Matches(pattern, name));

    [Fact]
    public void ManyStarsTakeNoTime() => Assert.False(GlobPattern.Matches(string.Concat(Enumerable.Repeat("*a", 40)) + "b", new string('a', 200)));
}
