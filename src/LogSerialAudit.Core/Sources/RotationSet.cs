namespace LogSerialAudit.Sources;

/// <summary>Files of one log: same folder, same base name, same observer. They are one sequence in time.</summary>
/// <param name="Folder">The folder they are in, in full; empty for standard input.</param>
/// <param name="BaseName">The name they share, such as <c>daemon.log</c>.</param>
/// <param name="Observer">The NAME of a <c>NAME=PATH</c> argument; null where none was given.</param>
/// <param name="Files">The files in <see cref="RotationOrder"/>: a hint, to be settled by the stamps inside.</param>
public sealed record RotationSet(string Folder, string BaseName, string? Observer, IReadOnlyList<SourceFile> Files)
{
    /// <summary>
    /// What lines that name no host go by: NAME, or the base name, with as much of the folder before it as parts it from
    /// the other sets of that name.
    /// </summary>
    public string Name { get; internal init; } = Observer ?? (Folder.Length == 0 ? "stdin" : BaseName);

    /// <summary>Gives sets of one base name in several folders names of their own.</summary>
    internal static IReadOnlyList<RotationSet> Named(IReadOnlyList<RotationSet> sets)
    {
        var names = new SetNames(sets);
        return [.. sets.Select(names.Named)];
    }

    /// <summary>
    /// Whether the names leave the order open: more than one scheme beside the live file, a number 0 (savelog, or BIND under a
    /// logrotate that counts from 1), or two files at the same place.
    /// </summary>
    public bool IsOrderDoubtful
    {
        get
        {
            var rotated = Files.Where(file => !file.Name.IsLive).Select(file => file.Name).ToList();
            return rotated.Select(name => name.Scheme).Distinct().Count() > 1
                || (rotated.Count > 1 && rotated.Any(name => name is { Scheme: RotationScheme.Number, Number: 0 }))
                || Files.Select(file => (file.Name.Scheme, file.Name.Number, file.Name.NotAfter)).Distinct().Count() < Files.Count;
        }
    }
}
