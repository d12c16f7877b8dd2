using LogSerialAudit.Events;
using LogSerialAudit.Sources;

namespace LogSerialAudit;

/// <summary>The rotated sets of the logs that were found within other sources.</summary>
internal static class InnerSets
{
    /// <summary>The sets, each with the scans of its files in the order of the names.</summary>
    /// <param name="outer">The set of the sources that they are within.</param>
    /// <param name="scans">The scans of these.</param>
    /// <param name="known">All sets so far, so that each has a name of its own.</param>
    public static IReadOnlyList<(RotationSet Set, IReadOnlyList<InnerScan> Scans)> Of(RotationSet outer, IEnumerable<SourceScan> scans, IReadOnlyList<RotationSet> known)
    {
        var sets = new List<(RotationSet Set, IReadOnlyList<InnerScan> Scans)>();
        var found = scans.SelectMany(scan => scan.Inner.Select(inner => (Folder: $"{scan.File.Path}/{inner.Log.Folder.Trim('/')}".TrimEnd('/'), Inner: inner)));
        foreach (var set in found.GroupBy(log => (log.Folder, log.Inner.Log.File.Name.BaseName)))
        {
            var files = WithoutCopies([.. set.Select(log => log.Inner)
                .OrderBy(log => log.Log.File.Name, RotationOrder.Instance).ThenBy(log => log.Log.File.Path, StringComparer.Ordinal)]);
            sets.Add((new RotationSet(set.Key.Folder, set.Key.BaseName, outer.Observer, [.. files.Select(file => file.Log.File)]), files));
        }

        // An archive may be ten thousands of sets, each asked for what is within it.
        if (sets.Count == 0)
        {
            return [];
        }

        var named = RotationSet.Named([.. known, .. sets.Select(set => set.Set)]);
        return [.. sets.Select((set, place) => (named[known.Count + place], set.Scans))];
    }

    /// <summary>Leaves out <c>X.gz</c> beside <c>X</c> with the same lines: a rotation that was interrupted.</summary>
    private static List<InnerScan> WithoutCopies(List<InnerScan> files) =>
        [.. files.Where(file => !(file.Log.IsPacked && files.Exists(other => other != file && IsCopy(file, other) && (!other.Log.IsPacked || files.IndexOf(other) < files.IndexOf(file)))))];

    private static bool IsCopy(InnerScan file, InnerScan other) =>
        file.Log.File.Name.PlainName == other.Log.File.Name.PlainName
        && file.Scan.Totals == other.Scan.Totals
        && file.Scan.Scan.Events.All.Select(line => (line.Line, line.Kind, line.Stamp, line.Serial, line.Previous))
            .SequenceEqual(other.Scan.Scan.Events.All.Select(line => (line.Line, line.Kind, line.Stamp, line.Serial, line.Previous)));
}
