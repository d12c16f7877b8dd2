using System.IO.Compression;
using System.Text;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Sources.Archives;

public sealed class ArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static readonly (string Name, string Text)[] Members =
    [
        ("var/log/daemon.log", Gz.Lines(40, 1)),
        ("var/log/daemon.log.1", Gz.Lines(60, 2)),
        ("other/daemon.log", Gz.Lines(3, 3)),
        ("var/log/daemon.log.3", Gz.Lines(20, 4)),
        ("var/log/daemon.log.2", Gz.Lines(20, 5)),
        ("var/log/empty.log", ""),
    ];

    private static readonly Func<byte[], byte[]>[] Packs = [data => data, Gz.Member];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.tar")]
    [InlineData("a.tar.gz")]
    [InlineData("a.zip")]
    [InlineData("nested.tar")]
    [InlineData("nested.zip")]
    public void MembersAreSetsByFolderAndBaseNameInTheOrderOfRotation(string name)
    {
        var path = _folder.Write(name, Made(name));
        var found = SourceFinder.Find([path]);
        var within = name.StartsWith("nested", StringComparison.Ordinal) ? $"{path}:inner.tar.gz:" : $"{path}:";

        Assert.Empty(found.Problems);
        Assert.Equal(
            [$"{within}other/daemon.log", $"{within}var/log/daemon.log.3", $"{within}var/log/daemon.log.2", $"{within}var/log/daemon.log.1", $"{within}var/log/daemon.log", $"{within}var/log/empty.log"],
            found.Files.Select(file => file.Path));
        Assert.Equal(["other/daemon.log", "log/daemon.log", "empty.log"], found.Sets.Select(set => set.Name));
        foreach (var shared in new[] { false, true })
        {
            // In the order of the set, once with one cursor for all and once with one for each.
            using var cursor = new ArchiveCursor();
            foreach (var file in found.Files)
            {
                var read = Reading.All(BlockReader.Open(file, null, shared ? cursor : null));

                Assert.Null(read.Damage);
                Assert.Equal(Members.Single(member => file.Path == within + member.Name).Text, read.Text);
            }
        }
    }

    [Fact]
    public void TimesOfMembersAreThoseOfFiles()
    {
        var tar = SourceFinder.Find([_folder.Write("a.tar", new TarMaker().Add("a.log", "text\n").Add("b.log", "text\n", modified: 0).Whole)]);
        Assert.Equal([Instant.FromUnixTimeSeconds(1_559_210_000), null], tar.Files.Select(file => file.Modified));

        // No zone in a zip: the latest instant that 10:00 can be.
        var zip = SourceFinder.Find([_folder.Write("a.zip", Zip([("a.log", "text\n")], new DateTimeOffset(2019, 5, 30, 10, 0, 0, TimeSpan.Zero)))]);
        Assert.Equal([Instant.FromUtc(2019, 5, 30, 22, 0)], zip.Files.Select(file => file.Modified));
    }

    [Fact]
    public void WhatIsNoLogIsCountedAndTheFirstAreNamed()
    {
        var tar = new TarMaker()
            .Add("a.log", "text\n").Add("passwd", "", '2').Add("hard", "", '1').Add("sda", "", '3').Add("pipe", "", '6')
            .Add("dir/", "", '5').Add("x.png", "text\n").Add("tool", [1, 2, 3, 4, 5, 6, 7]).Add("wtmp", "x").Add(".hidden", "text\n").Whole;
        var path = _folder.Write("a.tar", tar);
        var found = SourceFinder.Find([path]);

        Assert.Equal([$"{path}:a.log"], found.Files.Select(file => file.Path));
        Assert.Equal([$"Note: {path}: 8 members left out: passwd (a link), hard (a link), sda (a device) and 5 more"], found.Problems.Select(problem => problem.ToString()));
    }

    public static TheoryData<string, string> HostileNames => new()
    {
        { "/etc/shadow.log", "/etc/shadow.log" },
        { "../../up.log", "../../up.log" },
        { "./here.log", "here.log" },
        { "a\nb\u001b[2J.log", "a\nb\u001b[2J.log" },
        { "a:5.log", "a:5.log" },
        { "C:\\x.log", "C:\\x.log" },
    };

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void ANameIsNothingButAName(string name, string shown)
    {
        var path = _folder.Write("a.tar", new TarMaker().Add(name, "text\n").Whole);
        var found = SourceFinder.Find([path]);

        Assert.Equal([$"{path}:{shown}"], found.Files.Select(file => file.Path));
        Assert.Equal("text\n", Reading.All(BlockReader.Open(found.Files.Single())).Text);
        Assert.Equal(["a.tar"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void LongNamesOfBothKindsAreTaken()
    {
        var name = string.Concat(Enumerable.Repeat("folder/", 40)) + "daemon.log.1";
        var record = $" path={name}\n";
        var length = record.Length + 3;
        foreach (var tar in new[] { new TarMaker().Add("././@LongLink", name + "\0", 'L'), new TarMaker().Add("x", $"{length}{record}", 'x') })
        {
            var path = _folder.Write("a.tar", tar.Add("cut", "text\n").Add("b.log", "more\n").Whole);

            Assert.Equal([$"{path}:b.log", $"{path}:{name}"], SourceFinder.Find([path]).Files.Select(file => file.Path).Order());
        }
    }

    [Fact]
    public void HeadersThatAskForMuchGetNothing()
    {
        var path = _folder.Write("a.tar", new TarMaker()
            .Add("long", "x", 'L', size: "77777777777").Open);
        Assert.Equal($"Error: {path}: the archive ends early at byte 1024; which members stand behind is not known", SourceFinder.Find([path]).Problems[0].ToString());

        path = _folder.Write("b.tar", new TarMaker().Add("sparse.log", "x\n", 'S').Add(new string('n', 99), "y\n").Add("l", new string('m', 5000), 'L').Add("z", "z\n").Whole);
        Assert.Equal(
            [$"Error: {path}: 2 members cannot be read: sparse.log (a sparse file), {new string('m', 100)}... (a name of over 4096 characters)"],
            SourceFinder.Find([path]).Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void OfTwoMembersOfOneNameTheLastIsRead()
    {
        var path = _folder.Write("a.tar", new TarMaker().Add("a.log", "old\n").Add("b.log", "other\n").Add("a.log", "old\nnew\n").Whole);
        var found = SourceFinder.Find([path]);

        Assert.Equal(["old\nnew\n", "other\n"], found.Files.Select(file => Reading.All(BlockReader.Open(file)).Text));
        Assert.Equal([$"Note: {path}: 1 member left out: a.log (it stands there again further on)"], found.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void ARotatedMemberBesideItsCompressedSelfIsReadOnce()
    {
        var path = _folder.Write("a.tar", new TarMaker().Add("a.log.1", Gz.Lines(9)).Add("a.log.1.gz", Gz.Member(Gz.Lines(9))).Add("a.log", "now\n").Whole);

        Assert.Equal([$"{path}:a.log.1", $"{path}:a.log"], SourceFinder.Find([path]).Files.Select(file => file.Path));
    }

    [Fact]
    public void ATarCutAnywhereGivesTheLinesBefore()
    {
        var (whole, text) = (new TarMaker().Add("a.log", Gz.Lines(30, 1)).Add("b.log", Gz.Lines(30, 2)).Whole, Gz.Lines(30, 1) + Gz.Lines(30, 2));
        foreach (var packs in Packs)
        {
            var (file, end, longest) = (packs(whole), packs == Packs[0] ? whole.Length - 1030 : packs(whole).Length, 0);
            for (var cut = file.Length / 4; cut < end; cut += 37)
            {
                var found = SourceFinder.Find([_folder.Write("a.tar", file[..cut])]);
                var got = string.Concat(found.Files.Select(member => Reading.All(BlockReader.Open(member)).Text));

                Assert.True(found.HasErrors, $"{cut}");
                Assert.StartsWith(got, text, StringComparison.Ordinal);
                longest = Math.Max(longest, got.Length);
            }

            Assert.True(longest > text.Length / 2, $"{longest}");
        }
    }

    [Fact]
    public void ADamagedHeaderLosesItsMemberOnly()
    {
        var tar = new TarMaker().Add("a.log", "a\n").Add("b.log", "b\n").Add("c.log", "c\n").Whole;
        tar[1024 + 3] ^= 1;
        var path = _folder.Write("a.tar", tar);
        var found = SourceFinder.Find([path]);

        Assert.Equal([$"{path}:a.log", $"{path}:c.log"], found.Files.Select(file => file.Path));
        Assert.Equal([$"Error: {path}: the tar header at byte 1024 is damaged; what stands there was left out"], found.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void TarsBehindATarAreReadAndGarbageIsSaid()
    {
        var path = _folder.Write("a.tar", [.. new TarMaker().Add("a.log", "a\n").Whole, .. new TarMaker().Add("b.log", "b\n").Whole, .. new byte[9000]]);
        Assert.Equal(2, SourceFinder.Find([path]).Files.Count());
        Assert.Empty(SourceFinder.Find([path]).Problems);

        path = _folder.Write("b.tar", [.. new TarMaker().Add("a.log", "a\n").Whole, .. Encoding.ASCII.GetBytes(new string('x', 512))]);
        Assert.Equal([$"Error: {path}: what stands after the end of the archive, from byte 2048 of it on, is no tar data and was left out"], SourceFinder.Find([path]).Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void ADamagedZipIsSaidMemberByMember()
    {
        var zip = Zip([("a.log", Gz.Lines(300)), ("b.log", Gz.Lines(5))], DateTimeOffset.UnixEpoch);
        Assert.Contains("the directory at the end of the zip archive is missing or damaged", SourceFinder.Find([_folder.Write("cut.zip", zip[..^30])]).Problems[0].Sentence, StringComparison.Ordinal);

        var damaged = 0;
        for (var at = 100; at < zip.AsSpan(4).IndexOf("PK\x03\x04"u8); at += 100)
        {
            var bad = (byte[])zip.Clone();
            bad[at] ^= 0x55;
            var files = SourceFinder.Find([_folder.Write("bad.zip", bad)]).Files.ToList();
            var (a, b) = (Reading.All(BlockReader.Open(files[0])), Reading.All(BlockReader.Open(files[1])));

            Assert.True(a.Damage is not null || a.Text == Gz.Lines(300), $"{at}");
            Assert.Equal((null, Gz.Lines(5)), (b.Damage, b.Text));
            damaged += a.Damage is null ? 0 : 1;
        }

        Assert.True(damaged > 20, $"{damaged}");
    }

    [Fact]
    public void AnEncryptedMemberIsRefusedByName()
    {
        var zip = Zip([("a.log", "text\n"), ("b.log", "text\n")], DateTimeOffset.UnixEpoch);
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        var path = _folder.Write("a.zip", zip);

        Assert.Equal([$"Error: {path}: 1 member cannot be read: a.log (encrypted)"], SourceFinder.Find([path]).Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void ArchivesInArchivesAreOpenedOneLevelDeep()
    {
        var zip = Zip([("a.log", "a\n"), ("c/a.log.1", "a\n")], DateTimeOffset.UnixEpoch);
        var inner = new TarMaker().Add("deep.tar", new TarMaker().Add("a.log", "a\n").Whole).Add("b.log", "b\n").Add("deep.zip", zip).Whole;
        var path = _folder.Write("a.tar", new TarMaker().Add("inner.tar.gz", Gz.Member(inner)).Add("x.zip", zip).Add("y.zip", zip[..^25]).Whole);
        var found = SourceFinder.Find([path]);

        Assert.Equal([$"{path}:inner.tar.gz:b.log", $"{path}:x.zip:a.log", $"{path}:x.zip:c/a.log.1"], found.Files.Select(file => file.Path));
        using var cursor = new ArchiveCursor();
        Assert.Equal(["a\n", "a\n", "b\n"], found.Files.Reverse().Select(file => Reading.All(BlockReader.Open(file, null, cursor)).Text));
        Assert.Equal(
            [$"Error: {path}:y.zip: the directory at the end of the zip archive is missing or damaged, as of one cut short; zip -FF may repair it", $"Error: {path}: 2 members cannot be read: inner.tar.gz:deep.tar (a tar archive in an archive in an archive), inner.tar.gz:deep.zip (a zip archive in an archive in an archive)"],
            found.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void ABombOfManyMembersIsMeasuredAgainstTheWholeArchive()
    {
        var bomb = Gz.Member(new byte[400_000].Select(_ => (byte)'\n').ToArray());
        var tar = new TarMaker();
        for (var member = 0; member < 40; member++)
        {
            tar.Add($"a{member}.log", bomb);
        }

        var found = SourceFinder.Find([_folder.Write("a.tar", tar.Whole)], new ExpandLimit(50, 5_000_000));
        using var cursor = new ArchiveCursor();
        var damages = found.Files.OrderBy(file => file.Member!.Place).Select(file => Reading.All(BlockReader.Open(file, null, cursor)).Damage?.Kind).ToList();

        Assert.Equal(40, damages.Count);
        Assert.Null(damages[0]);
        Assert.Equal(DamageKind.Refused, damages[^1]);
    }

    [Fact]
    public void AHundredThousandMembersAreNoTrouble()
    {
        var tar = new TarMaker();
        for (var member = 0; member < 100_000; member++)
        {
            tar.Add($"a{member % 50_000}.log", "");
        }

        var found = SourceFinder.Find([_folder.Write("a.tar", Gz.Member(tar.Whole))]);

        Assert.Equal(50_000, found.Sets.Count);
        Assert.Single(found.Problems);
    }

    private static byte[] Made(string name)
    {
        var tar = new TarMaker();
        foreach (var member in Members)
        {
            tar.Add(member.Name, member.Text);
        }

        return name switch
        {
            "a.tar" => tar.Whole,
            "a.tar.gz" => Gz.Member(tar.Whole),
            "a.zip" => Zip(Members, DateTimeOffset.UnixEpoch),
            "nested.tar" => new TarMaker().Add("inner.tar.gz", Gz.Member(tar.Whole)).Whole,
            _ => Zip([("inner.tar.gz", Encoding.Latin1.GetString(Gz.Member(tar.Whole)))], DateTimeOffset.UnixEpoch),
        };
    }

    private static byte[] Zip(IEnumerable<(string Name, string Text)> members, DateTimeOffset modified)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in members)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = modified.Year < 1980 ? new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : modified;
                using var content = entry.Open();
                content.Write(Encoding.Latin1.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
