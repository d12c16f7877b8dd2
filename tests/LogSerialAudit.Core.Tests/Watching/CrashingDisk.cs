using LogSerialAudit.Watching.State;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>A disk before one of whose steps the process is killed, or the machine loses its power: then what was not synced is lost.</summary>
/// <param name="lastStep">So many steps are done; a negative number is before anything is told.</param>
/// <param name="losesPower">Whether it is the machine that ends.</param>
internal sealed class CrashingDisk(int lastStep, bool losesPower) : StateDisk
{
    private readonly List<Action> _unsynced = [];

    /// <summary>Whether not even what was found is told.</summary>
    public bool EndsBeforeTelling => lastStep < 0;

    /// <summary>How many steps were done.</summary>
    public int Steps { get; private set; }

    public override void Delete(string path) => Step(() => base.Delete(path));

    public override Stream Create(string path)
    {
        Stream? file = null;
        Step(() => file = base.Create(path));

        // Of what was written half is there: a length without its bytes, as a file system leaves it that syncs names alone.
        _unsynced.Add(() =>
        {
            var bytes = File.ReadAllBytes(path);
            bytes.AsSpan(bytes.Length / 2).Clear();
            File.WriteAllBytes(path, bytes);
        });
        return file!;
    }

    public override void Write(Stream file, ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        Step(() => base.Write(file, copy));
    }

    public override void Sync(Stream file) => Step(() =>
    {
        base.Sync(file);
        _unsynced.Clear();
    });

    public override void Rename(string from, string to)
    {
        var (before, after) = (File.Exists(to) ? File.ReadAllBytes(to) : null, File.ReadAllBytes(from));
        Step(() => base.Rename(from, to));
        _unsynced.Add(() =>
        {
            File.WriteAllBytes(from, after);
            if (before is null)
            {
                File.Delete(to);
            }
            else
            {
                File.WriteAllBytes(to, before);
            }
        });
    }

    public override void SyncFolder(string folder) => Step(() =>
    {
        base.SyncFolder(folder);
        _unsynced.Clear();
    });

    /// <summary>What is on the disk when the machine is up again.</summary>
    public void Restart()
    {
        if (losesPower)
        {
            _unsynced.Reverse();
            _unsynced.ForEach(loss => loss());
        }
    }

    private void Step(Action step)
    {
        if (Steps == lastStep)
        {
            throw new CrashException();
        }

        step();
        Steps++;
    }
}
