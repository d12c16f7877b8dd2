using LogSerialAudit.Events;

namespace LogSerialAudit.History;

/// <summary>The zones that are asked for, by the numbers that files have for them.</summary>
/// <param name="files">The files, by the index that events carry.</param>
/// <param name="zones">The zones; a line that names no class is taken for class IN.</param>
internal sealed class WantedZones(IReadOnlyList<ScannedFile> files, HashSet<ZoneName> zones)
{
    private readonly bool[]?[] _ofFile = new bool[files.Count][];
    private readonly Dictionary<ZonePool, bool[]> _ofPool = [];

    /// <summary>Whether a zone is one of them.</summary>
    /// <param name="file">The index of a file.</param>
    /// <param name="zone">The number of a zone of that file.</param>
    public bool Has(int file, int zone) => (_ofFile[file] ??= Look(files[file].Scan.Zones))[zone];

    private bool[] Look(ZonePool pool)
    {
        if (_ofPool.TryGetValue(pool, out var has))
        {
            return has;
        }

        _ofPool[pool] = has = new bool[pool.Count];
        for (var zone = 0; zone < has.Length; zone++)
        {
            has[zone] = zones.Contains(Histories.Whole(pool[zone]));
        }

        return has;
    }
}
