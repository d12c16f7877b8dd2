using LogSerialAudit.Events;
using LogSerialAudit.Sources;

namespace LogSerialAudit;

/// <summary>The rotated sets of the logs that were found within other sources.</summary>
internal static class InnerSets
{
    /// <summary>The sets, each with the scans of its files in the order of the names.</summary>
    /// <param name="outer">The set of the sources that they are within.</param>
    /// <param name="scans">The scans of these.</param>
    /// <param name="known">All sets so far, so that each has a name of its own; these are added.</param>
    public static IReadOnlyList<(RotationSet Set, IReadOnlyList<InnerScan> Scans)> Of(RotationSet outer, IEnumerable<SourceScan> scans, SetNames known)
    {
        var sets = new List<(RotationSet Set, IReadOnlyList<InnerScan> Scans)>();
        var found = scans.SelectMany(scan => scan.Inner.Select(inner => (Folder: $"{scan.File.Path}/{inner.Log.Folder.Trim('/')}".TrimEnd('/'), Inner: inner)));
        foreach (var set in found.GroupBy(log => (log.Folder, log.Inner.Log.File.Name.BaseName)))
        {
            var files = WithoutCopies([.. set.Select(log => log.Inner)
                .OrderBy(log => log.Log.File.Name, RotationOrder.Instance).ThenBy(log => log.Log.File.Path, StringComparer.Ordinal)]);
            sets.Add((new RotationSet(set.Key.Folder, set.Key.BaseName, outer.Observer, [.. files.Select(file => file.Log.File)]), files));
            known.Add(sets[^1].Set);
        }

        return [.. sets.Select(set => (known.Named(set.Set), set.Scans))];
    }

    /// <summary>Leaves out <c>X.gz</c> beside <c>X</c> with the same lines: a rotation that was interrupted.</summary>
    private static List<InnerScan> WithoutCopies(List<InnerScan> files)
    {
        var byName = files.Index().ToLookup(file => file.Item.Log.File.Name.PlainName, StringComparer.Ordinal);
        return [.. files.Where((file, place) => !(file.Log.IsPacked && byName[file.Log.File.Name.PlainName].Any(other =>
            other.Index != place && (!other.Item.Log.IsPacked || other.Index < place) && IsCopy(file, other.Item))))];
    }

    private static bool IsCopy(InnerScan file, InnerScan other) =>
        file.Scan.Totals == other.Scan.Totals
        && file.Scan.Scan.Events.All.Select(line => (line.Line, line.Kind, line.Stamp, line.Serial, line.Previous))
            .SequenceEqual(other.Scan.Scan.Events.All.Select(line => (line.Line, line.Kind, line.Stamp, line.Serial, line.Previous)));
}
