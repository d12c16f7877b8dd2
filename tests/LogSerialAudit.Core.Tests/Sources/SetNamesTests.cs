using LogSerialAudit.Sources;

namespace LogSerialAudit.Core.Tests.Sources;

public sealed class SetNamesTests
{
    [Theory]
    [InlineData("/srv/one/logs /srv/two/logs", "one/logs two/logs")]
    [InlineData("/srv/logs /srv/logs/old", "logs old")]
    [InlineData("/logs /srv/logs", "/logs srv/logs")]
    [InlineData("/srv/logs /srv/xlogs", "logs xlogs")]
    [InlineData("/srv/logs", "")]
    [InlineData("/srv/logs /srv/logs", "/srv/logs /srv/logs")]
    [InlineData("logs.zip/a logs.zip/b", "a b")]
    [InlineData("a/x b/x", "a/x b/x")]
    [InlineData("/a//x /b/x /a/x", "/a//x b/x a/x")]
    [InlineData("x /x /y/x", "x /x y/x")]
    public void AsMuchOfTheFolderStandsBeforeANameAsPartsIt(string folders, string expected)
    {
        var sets = folders.Split(' ').Select(folder => Set(folder)).ToList();

        var names = RotationSet.Named(sets).Select(set => set.Name);

        Assert.Equal(expected.Split(' ').Select(name => name.Length == 0 ? "named.log" : $"{name}/named.log"), names);
    }

    [Fact]
    public void NamesAreThoseThatHoldingEachAgainstEachOtherGives()
    {
        var random = new Random(7);
        var odd = 0;
        for (var round = 0; round < 500; round++)
        {
            var sets = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Set(Folder(random))).ToList();

            Assert.Equal(sets.Select(set => Slowly(set, sets)), RotationSet.Named(sets).Select(set => set.Name));
            odd += sets.Count(set => !set.Folder.StartsWith('/') || set.Folder.Contains("//", StringComparison.Ordinal));
        }

        Assert.True(odd > 500);
    }

    [Fact]
    public void ASetThatTheOperatorNamedStandsByItself()
    {
        var (named, other) = (Set("/a", observer: "ns1"), Set("/b"));

        Assert.Equal(["ns1", "named.log"], RotationSet.Named([named, other]).Select(set => set.Name));
    }

    private static RotationSet Set(string folder, string? observer = null) => new(folder, "named.log", observer, []);

    private static string Folder(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.Next(3) switch { 0 => "/", 1 => "/a", _ => "b" })) is var folder && folder.Trim('/').Length > 0 ? folder.TrimEnd('/') : "/c";

    /// <summary>What the name means, word for word.</summary>
    private static string Slowly(RotationSet set, List<RotationSet> sets)
    {
        var others = sets.FindAll(other => !ReferenceEquals(other, set));
        if (others.Count == 0)
        {
            return set.BaseName;
        }

        var parts = set.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var depth = 1; depth <= parts.Length; depth++)
        {
            var end = string.Join('/', parts[^depth..]);
            if (others.TrueForAll(other => !other.Folder.EndsWith($"/{end}", StringComparison.Ordinal)))
            {
                return $"{end}/{set.BaseName}";
            }
        }

        return $"{set.Folder}/{set.BaseName}";
    }
}
