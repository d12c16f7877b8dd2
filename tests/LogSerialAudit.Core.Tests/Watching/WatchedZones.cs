using System.Text;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>A log whose every line is the first complaint of another zone.</summary>
internal sealed class WatchedZones(string folder)
{
    private readonly WrittenLog _log = new(folder, "daemon.log");
    private readonly List<string> _zones = [];

    public string Path => _log.Path;

    /// <summary>What is to be told of all that was written.</summary>
    public IEnumerable<string> Zones => _zones.Select(zone => $"Began {zone}");

    /// <summary>How many lines are in the log.</summary>
    public int Lines => File.ReadAllLines(Path).Length;

    /// <summary>Writes lines, each as long as any other.</summary>
    public WatchedZones Write(int lines)
    {
        for (; lines > 0; lines--)
        {
            _zones.Add($"z{_zones.Count + 100}.example");
            _log.Append(Encoding.ASCII.GetBytes(
                $"2019-05-25T{10 + (_zones.Count / 60):00}:{_zones.Count % 60:00}:00Z ns2 named[7]: zone {_zones[^1]}/IN: serial number (5) received from master 192.0.2.1#53 < ours (7)\n"));
        }

        _log.Append([]);
        return this;
    }

    public WatchedZones CopyAndTruncate() => Rotate(Rotation.CopyTruncate);

    /// <summary>What a writer does that does not notice that its log was emptied: it goes on at the place where it was.</summary>
    public WatchedZones CopyTruncateAndLeaveAHole()
    {
        var size = new FileInfo(Path).Length;
        return CopyAndTruncate().BeginWithAHole(size);
    }

    public WatchedZones BeginWithAHole(long length)
    {
        using (var file = new FileStream(Path, FileMode.OpenOrCreate))
        {
            file.SetLength(length);
        }

        return this;
    }

    public WatchedZones Rename()
    {
        File.Move(Path, Path + ".1");
        return this;
    }

    public WatchedZones Compress()
    {
        WrittenLog.Compress(Path + ".1");
        return this;
    }

    public WatchedZones Truncate()
    {
        using var file = new FileStream(Path, FileMode.Truncate);
        return this;
    }

    public WatchedZones Remove()
    {
        File.Delete(Path);
        return this;
    }

    public WatchedZones ReplaceWithoutFirstLine()
    {
        File.WriteAllLines(Path + "~", File.ReadLines(Path).Skip(1));
        File.Move(Path + "~", Path, overwrite: true);
        return this;
    }

    public WatchedZones CutLastLine()
    {
        using var file = new FileStream(Path, FileMode.Open);
        file.SetLength(Encoding.ASCII.GetByteCount(string.Concat(File.ReadLines(Path).SkipLast(1).Select(line => line + "\n"))));
        return this;
    }

    private WatchedZones Rotate(Rotation how)
    {
        _log.Rotate(how);
        return this;
    }
}
