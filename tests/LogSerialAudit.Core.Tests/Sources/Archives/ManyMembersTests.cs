using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Archives;
using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Core.Tests.Sources.Archives;

/// <summary>An archive of ten thousands of small logs: a set must not cost more because there are others.</summary>
public sealed class ManyMembersTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ASetCostsTheSameHoweverManyThereAre(bool isStream)
    {
        _ = Allocated(20, isStream);
        var (few, many) = (Allocated(200, isStream), Allocated(1600, isStream));

        Assert.True(many < 16 * few, $"{many} bytes for 1600 logs, {few} for 200");
    }

    [Theory]
    [InlineData("loaded serial")]
    [InlineData("expects no event like")]
    public void OfALogWhoseEventsWereHandedOverTheAccountIsKeptAndNoMore(string says)
    {
        var found = SourceFinder.Find([_folder.Write("logs.zip", Zip(20, says))]);
        using var archives = new ArchiveCursor();
        var stream = new EventStream(Catalogue.BuiltIn, Dating, (in _) => { }, found.Sets) { Archives = archives, MostHeld = 5 };
        var inAll = 0;
        foreach (var set in found.Sets)
        {
            stream.Read(set, null, TestContext.Current.CancellationToken);
            Assert.Single(stream.Scans[^1].Scan.Clock.Hosts);
            inAll++;
            Assert.InRange(stream.Scans.Count(scan => scan.Scan.Clock.Hosts.Count > 0), 1, 6);
            Assert.InRange(stream.Scans.Count(scan => scan.Scan.Writers.All.Count > 0), 0, 6);
        }

        Assert.Equal(20, inAll);
        Assert.All(stream.Scans, scan => Assert.Equal(1, scan.Lines));
    }

    [Fact]
    public void ALogOutOfAPipeTakesNoBlockOfItsOwn()
    {
        var found = SourceFinder.Find(["-"]);
        using var input = new MemoryStream(Zip(100, "loaded serial"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var audit = Audit.Run(found, Catalogue.BuiltIn, Dating, standardInput: input, cancel: TestContext.Current.CancellationToken);

        Assert.Equal(100, audit.Sequence.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 100 * LineBlock.Capacity / 2);
    }

    [Fact]
    public void AMemberIsClosedWhenTheNextOneIsOpened()
    {
        using var walk = new ZipWalk(new MemoryStream(Zip(2, "expects no event like")), new Expansion(ExpandLimit.Default, () => 1 << 20));
        walk.Next();
        var first = walk.Open();
        Assert.NotEqual(-1, first.ReadByte());
        walk.Next();
        var second = walk.Open();

        Assert.NotEqual(-1, second.ReadByte());
        Assert.ThrowsAny<Exception>(() => first.ReadByte());
    }

    private static DatingOptions Dating { get; } = new() { LogZone = NodaTime.DateTimeZone.Utc, Now = NodaTime.Instant.FromUtc(2026, 4, 1, 0, 0) };

    private static byte[] Zip(int logs, string says)
    {
        using var written = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(written, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var log = 0; log < logs; log++)
            {
                using var member = new StreamWriter(zip.CreateEntry($"logs/host{log}.log").Open());
                member.Write($"2026-03-01T00:00:00+00:00 ns1 named[812]: zone example.org/IN: {says} {2026030100 + log}\n");
            }
        }

        return written.ToArray();
    }

    private long Allocated(int logs, bool isStream)
    {
        var found = SourceFinder.Find([_folder.Write($"{logs}.zip", Zip(logs, "loaded serial"))]);
        Assert.Equal(logs, found.Sets.Count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        if (isStream)
        {
            using var archives = new ArchiveCursor();
            var rows = 0;
            var stream = new EventStream(Catalogue.BuiltIn, Dating, (in _) => rows++, found.Sets) { Archives = archives };
            foreach (var set in found.Sets)
            {
                stream.Read(set, null, TestContext.Current.CancellationToken);
            }

            stream.End();
            Assert.Equal(logs, rows);
        }
        else
        {
            Assert.Equal(logs, Audit.Run(found, Catalogue.BuiltIn, Dating, cancel: TestContext.Current.CancellationToken).Sequence.Count);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
