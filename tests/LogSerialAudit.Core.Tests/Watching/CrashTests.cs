using System.Text;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Watching;
using LogSerialAudit.Watching.State;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>
/// A check that ends, with its process or with the machine, before any of the steps that touch its state, while logs are rotated in
/// every way: the next check tells all that was not told, and again only what was told and could not be kept.
/// </summary>
/// <remarks>The tests of the whole program do the same to a process, system call by system call.</remarks>
public sealed class CrashTests
{
    /// <summary>The steps of a commit: delete, create, write three times, sync, rename, sync the folder.</summary>
    private const int Steps = 8;

    private const string Events = "Began a.example, Began b.example, Healed example.org";
    private static readonly DatingOptions Utc = new() { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2019, 6, 1, 0, 0) };

    /// <summary>How the log is rotated before the check that crashes, how after it, and whether it is the machine that does.</summary>
    public static TheoryData<string, string, bool> Crashes
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var before in Enum.GetNames<Rotation>())
            {
                foreach (var after in new[] { nameof(Rotation.None), nameof(Rotation.Compress), nameof(Rotation.CopyTruncateCompress) })
                {
                    data.Add(before, after, false);
                    data.Add(before, after, true);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Crashes))]
    public void EveryEventIsToldOnceOrWhereThatCanNotBeTwice(string before, string after, bool losesPower)
    {
        for (var step = -1; step <= Steps; step++)
        {
            using var folder = new TempFolder();
            var (log, state) = (new WrittenLog(folder.Path, "daemon.log"), Path.Combine(folder.Path, "state"));
            Append(log, "10:00 example.org: transferred serial 7", "10:10 example.org: serial number (5) received from primary 192.0.2.1#53 < ours (7)");
            Assert.Equal("Began example.org", Check(log, state, StateDisk.Real));
            Append(log, "10:20 a.example: transferred serial 7", "10:30 example.org: transferred serial 9");
            log.Rotate(Enum.Parse<Rotation>(before));
            Append(log, "10:40 a.example: serial number (5) received from primary 192.0.2.1#53 < ours (7)");
            Append(log, "10:50 b.example: serial number (5) received from master 2001:db8::1#53 < ours (7)");

            var disk = new CrashingDisk(step, losesPower);
            var told = Check(log, state, disk);
            disk.Restart();
            Assert.Equal(Math.Max(step, 0), disk.Steps);
            log.Rotate(Enum.Parse<Rotation>(after));
            Append(log, "11:00 b.example: Transfer started.");
            var again = Check(log, state, StateDisk.Real);

            // The state is there once it was renamed, and through the loss of power once its folder was synced.
            var isKept = step >= (losesPower ? Steps : Steps - 1);
            Assert.Equal($"{step}: {(step < 0 ? "" : Events)}", $"{step}: {told}");
            Assert.Equal($"{step}: {(isKept ? "" : Events)}", $"{step}: {again}");
            Assert.Empty(Check(log, state, StateDisk.Real));
        }
    }

    private static void Append(WrittenLog log, params string[] lines) => log.Append(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line =>
        $"2019-05-25T{line[..5]}:00Z ns2 named[7]: zone {line[6..line.IndexOf(": ", StringComparison.Ordinal)]}/IN{line[line.IndexOf(": ", StringComparison.Ordinal)..]}\n"))));

    /// <summary>Checks; what was told until it ended. A disk without steps ends it before anything is told.</summary>
    private static string Check(WrittenLog log, string state, StateDisk disk)
    {
        using var store = StateStore.TryOpen(state, isReadOnly: false, disk, out var error);
        Assert.True(store is not null, error);
        var watch = new Watch(store, Catalogue.BuiltIn, Utc, new WatchOptions());
        watch.Read(SourceFinder.Find([log.Path]), Stream.Null, TestContext.Current.CancellationToken);
        Assert.Empty(watch.Troubles);
        if (disk is CrashingDisk { EndsBeforeTelling: true })
        {
            return "";
        }

        try
        {
            store.Commit(watch);
        }
        catch (CrashException)
        {
            // What was told was told before.
        }

        return string.Join(", ", watch.Changes.Select(change => $"{change.Kind} {change.History.Zone.Name}").Order(StringComparer.Ordinal));
    }
}
