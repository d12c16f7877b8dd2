using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
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
        ["copy, truncate and write at the old place"] = (log => log.CopyTruncateAndLeaveAHole().Write(3), true),
        ["copy, truncate and write at the old place and compress"] = (log => log.CopyTruncateAndLeaveAHole().Write(3).Compress(), true),
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

    /// <summary>What is done, how many lines were read before, how many were written since, and how many NUL bytes stand before them.</summary>
    public static TheoryData<string, int, int, long> Moments
    {
        get
        {
            var data = new TheoryData<string, int, int, long>();
            foreach (var deed in Deeds.Keys)
            {
                data.Add(deed, 0, 1, 0);
                data.Add(deed, 0, 30, 0);
                data.Add(deed, 2, 1, 0);
                data.Add(deed, 30, 3, 0);
                if (deed.StartsWith("copy", StringComparison.Ordinal))
                {
                    data.Add(deed, 2, 1, 5000);
                    data.Add(deed, 30, 3, 100_000);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void NothingIsLostWithoutAWord(string deed, int before, int since, long hole)
    {
        var steps = 1;
        for (var step = 0; step < steps; step++)
        {
            using var played = new Played();
            played.Log.BeginWithAHole(hole);
            played.Begin(before, since);
            var size = new FileInfo(played.Log.Path).Length;
            var disk = new MeddlingDisk((step, () => Deeds[deed].Do(played.Log)));
            played.End(disk);
            steps = disk.Steps;

            // What no check has ever seen is lost without a word: of a log that is not known yet, and where all that is known is still there.
            var (lost, troubles) = (played.Lost, played.Troubles);
            var isUnseen = disk.Seen < size && (before == 0 || deed == "cut the last line off");
            Assert.Equal($"{step}: ", $"{step}: {played.ToldTwice}");
            Assert.True(lost.Count == 0 || !Deeds[deed].KeepsAll || isUnseen, $"{step}: {string.Join(", ", lost)} lost");
            Assert.True(lost.Count == 0 || isUnseen || troubles.Count == 1, $"{step}: {string.Join(", ", lost)} lost, and said: {string.Join("; ", troubles)}");
            Assert.True(troubles.Count == 0 || !Deeds[deed].KeepsAll, $"{step}: {string.Join("; ", troubles)}");
            Assert.All(troubles, trouble => Assert.Matches("could not be recovered|can't be told|the file shrank", trouble));
            if (before == 0 && lost.Count > 0 && !isUnseen && deed.StartsWith("truncate", StringComparison.Ordinal))
            {
                Assert.Contains($"at least {size / since * lost.Count} bytes", Assert.Single(troubles), StringComparison.Ordinal);
            }
        }

        Assert.True(steps > 8, $"only {steps} steps");
    }

    /// <summary>logrotate copies piece by piece, and truncates when all is copied.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(30, 3)]
    public void ACopyThatIsMadeWhileTheLogIsLookedAtIsNeverTakenForWhole(int before, int since)
    {
        var steps = 1;
        for (var first = 0; first < steps; first++)
        {
            for (var second = first; second < steps; second++)
            {
                using var played = new Played();
                played.Begin(before, since);
                var (text, copy) = (File.ReadAllBytes(played.Log.Path), played.Log.Path + ".1");
                var disk = new MeddlingDisk(
                    (first, () => File.WriteAllBytes(copy, text[..(text.Length - 40)])),
                    (second, () => Finish(played.Log)));
                played.End(disk);
                steps = disk.Steps;
                Assert.Equal($"{first}, {second}: ", $"{first}, {second}: {string.Join("; ", [.. played.Lost, played.ToldTwice, .. played.Troubles])}");

                void Finish(WatchedZones log)
                {
                    using (var file = new FileStream(copy, FileMode.Append))
                    {
                        file.Write(text.AsSpan(text.Length - 40));
                    }

                    log.Truncate().Write(1);
                }
            }
        }

        Assert.True(steps > 8, $"only {steps} steps");
    }

    /// <summary>A log that is checked in peace, then meddled with, then checked again.</summary>
    private sealed class Played : IDisposable
    {
        private readonly TempFolder _folder = new();
        private readonly List<string> _told = [];

        public WatchedZones Log => field ??= new WatchedZones(_folder.Path);

        /// <summary>What went wrong, a sentence each.</summary>
        public List<string> Troubles { get; } = [];

        /// <summary>What was written and never told.</summary>
        public List<string> Lost => [.. Log.Zones.Except(_told)];

        /// <summary>What was told more than once.</summary>
        public string ToldTwice => string.Join(", ", _told.GroupBy(zone => zone).Where(zone => zone.Count() > 1).Select(zone => zone.Key));

        public void Begin(int before, int since)
        {
            Check(LogDisk.Real);
            Log.Write(before);
            Check(LogDisk.Real);
            Assert.Empty(Troubles);
            Log.Write(since);
        }

        public void End(LogDisk disk)
        {
            Check(disk);
            Log.Write(1);
            Check(LogDisk.Real);
            Check(LogDisk.Real);
        }

        public void Dispose() => _folder.Dispose();

        private void Check(LogDisk disk)
        {
            using var store = StateStore.TryOpen(Path.Combine(_folder.Path, "state"), isReadOnly: false, new UnsyncedDisk(), out var error);
            Assert.True(store is not null, error);
            var watch = new Watch(store, Catalogue.BuiltIn, Utc, new WatchOptions { Disk = disk });
            watch.Read(WatchedPaths.Find([Log.Path]), Stream.Null, TestContext.Current.CancellationToken);
            Troubles.AddRange(watch.Troubles);
            _told.AddRange(watch.Changes.Select(change => $"{change.Kind} {change.History.Zone.Name}"));
            store.Commit(watch);
        }
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
