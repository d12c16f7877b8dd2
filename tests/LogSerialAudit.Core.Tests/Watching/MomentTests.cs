using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Watching;
using LogSerialAudit.Watching.Logs;
using LogSerialAudit.Watching.State;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>A log that is rotated, emptied or replaced before any of the steps in which a check looks at it: nothing is told twice, and nothing is lost without a word.</summary>
public sealed class MomentTests
{
    private static readonly DatingOptions Utc = new() { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2019, 6, 1, 0, 0) };

    /// <summary>What is done in a moment, and whether all that was in the log is still somewhere.</summary>
    private static readonly Dictionary<string, (Action<WatchedZones> Do, bool KeepsAll)> Deeds = new()
    {
        ["copy and truncate"] = (log => log.CopyAndTruncate(), true),
        ["copy, truncate and write"] = (log => log.CopyAndTruncate().Write(1), true),
        ["copy, truncate and write as much"] = (log => log.CopyAndTruncate().Write(log.Lines), true),
        ["copy, truncate and write more"] = (log => log.CopyAndTruncate().Write(40), true),
        ["copy, truncate, write and compress"] = (log => log.CopyAndTruncate().Write(3).Compress(), true),
        ["rename and create"] = (log => log.Rename().Write(0), true),
        ["rename, create and write"] = (log => log.Rename().Write(3), true),
        ["rename, create, write and compress"] = (log => log.Rename().Write(3).Compress(), true),
        ["rename"] = (log => log.Rename(), true),
        ["replace by itself without the first line"] = (log => log.ReplaceWithoutFirstLine(), false),
        ["write"] = (log => log.Write(2), true),
        ["truncate"] = (log => log.Truncate(), false),
        ["truncate and write"] = (log => log.Truncate().Write(1), false),
        ["truncate and write as much"] = (log => log.Truncate().Write(log.Lines), false),
        ["truncate and write more"] = (log => log.Truncate().Write(40), false),
        ["remove, create and write"] = (log => log.Remove().Write(3), false),
        ["cut the last line off"] = (log => log.CutLastLine(), false),
    };

    /// <summary>What is done, how many lines were read before, and how many were written since.</summary>
    public static TheoryData<string, int, int> Moments
    {
        get
        {
            var data = new TheoryData<string, int, int>();
            foreach (var deed in Deeds.Keys)
            {
                data.Add(deed, 0, 1);
                data.Add(deed, 0, 30);
                data.Add(deed, 2, 1);
                data.Add(deed, 30, 3);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void NothingIsLostWithoutAWord(string deed, int before, int since)
    {
        var steps = 1;
        for (var step = 0; step < steps; step++)
        {
            using var folder = new TempFolder();
            var (log, state) = (new WatchedZones(folder.Path), Path.Combine(folder.Path, "state"));
            var (told, troubles) = (new List<string>(), new List<string>());
            Check(LogDisk.Real);
            log.Write(before);
            Check(LogDisk.Real);
            Assert.Empty(troubles);
            log.Write(since);
            var (disk, size) = (new MeddlingDisk(step, () => Deeds[deed].Do(log)), new FileInfo(log.Path).Length);
            Check(disk);
            steps = disk.Steps;
            log.Write(1);
            Check(LogDisk.Real);
            Check(LogDisk.Real);

            // What no check has ever seen is lost without a word: of a log that is not known yet, and where all that is known is still there.
            var lost = log.Zones.Except(told).ToList();
            var isUnseen = disk.Seen < size && (before == 0 || deed == "cut the last line off");
            Assert.Equal($"{step}: ", $"{step}: {string.Join(", ", told.GroupBy(zone => zone).Where(zone => zone.Count() > 1).Select(zone => zone.Key))}");
            Assert.True(lost.Count == 0 || !Deeds[deed].KeepsAll || isUnseen, $"{step}: {string.Join(", ", lost)} lost");
            Assert.True(lost.Count == 0 || isUnseen || troubles.Count == 1, $"{step}: {string.Join(", ", lost)} lost, and said: {string.Join("; ", troubles)}");
            Assert.True(troubles.Count == 0 || !Deeds[deed].KeepsAll, $"{step}: {string.Join("; ", troubles)}");
            if (before == 0 && lost.Count > 0 && !isUnseen && deed.StartsWith("truncate", StringComparison.Ordinal))
            {
                Assert.Contains($"at least {size / since * lost.Count} bytes", Assert.Single(troubles), StringComparison.Ordinal);
            }

            Assert.All(troubles, trouble => Assert.Matches("could not be recovered|can't be told|the file shrank", trouble));

            void Check(LogDisk on)
            {
                using var store = StateStore.TryOpen(state, isReadOnly: false, new UnsyncedDisk(), out var error);
                Assert.True(store is not null, error);
                var watch = new Watch(store, Catalogue.BuiltIn, Utc, new WatchOptions { Disk = on });
                watch.Read(SourceFinder.Find([WatchedPaths.Of(log.Path)]), Stream.Null, TestContext.Current.CancellationToken);
                troubles.AddRange(watch.Troubles);
                told.AddRange(watch.Changes.Select(change => $"{change.Kind} {change.History.Zone.Name}"));
                store.Commit(watch);
            }
        }

        Assert.True(steps > 8, $"only {steps} steps");
    }

    /// <summary>No machine crashes here.</summary>
    private sealed class UnsyncedDisk : StateDisk
    {
        public override void Sync(Stream file)
        {
        }

        public override void SyncFolder(string folder)
        {
        }
    }
}
