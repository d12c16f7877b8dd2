using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;

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

    private long Allocated(int logs, bool isStream)
    {
        using var written = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(written, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var log = 0; log < logs; log++)
            {
                using var member = new StreamWriter(zip.CreateEntry($"logs/host{log}.log").Open());
                member.Write($"2026-03-01T00:00:00+00:00 ns1 named[812]: zone example.org/IN: loaded serial {2026030100 + log}\n");
            }
        }

        var found = SourceFinder.Find([_folder.Write($"{logs}.zip", written.ToArray())]);
        Assert.Equal(logs, found.Sets.Count);
        var dating = new DatingOptions { LogZone = NodaTime.DateTimeZone.Utc, Now = NodaTime.Instant.FromUtc(2026, 4, 1, 0, 0) };
        var before = GC.GetAllocatedBytesForCurrentThread();
        if (isStream)
        {
            using var archives = new ArchiveCursor();
            var rows = 0;
            var stream = new EventStream(Catalogue.BuiltIn, dating, (in _) => rows++, found.Sets) { Archives = archives };
            foreach (var set in found.Sets)
            {
                stream.Read(set, null, TestContext.Current.CancellationToken);
            }

            stream.End();
            Assert.Equal(logs, rows);
        }
        else
        {
            Assert.Equal(logs, Audit.Run(found, Catalogue.BuiltIn, dating, cancel: TestContext.Current.CancellationToken).Sequence.Count);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
