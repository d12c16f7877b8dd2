using LogSerialAudit.Evidence;
using NodaTime;

namespace LogSerialAudit.Cli.Cases;

/// <summary>
/// A case as one folder: <c>case.toml</c> in it names the logs, their zones and the evidence, and says which parts are not
/// original.
/// </summary>
/// <param name="Path">The description, as given.</param>
/// <param name="Values">The values by key, each as it would be typed on the command line.</param>
/// <param name="Asked">When the servers of a transcript were asked, by its path.</param>
/// <param name="Reconstructions">The parts that are not original.</param>
internal sealed record CaseFile(
    string Path,
    IReadOnlyDictionary<string, IReadOnlyList<CaseValue>> Values,
    IReadOnlyDictionary<string, Instant> Asked,
    IReadOnlyList<Reconstruction> Reconstructions)
{
    /// <summary>What the description is called.</summary>
    public const string Name = "case.toml";

    /// <summary>The values of a key; none where it is not there.</summary>
    public IReadOnlyList<CaseValue> Of(string key) => Values.GetValueOrDefault(key, []);

    /// <summary>The case among some paths, and the paths that are none.</summary>
    /// <param name="paths">Paths as typed: one may be a folder with a description, or the description.</param>
    /// <param name="mayLeave">Whether paths in it may lead out of its folder.</param>
    /// <exception cref="CaseException">There is more than one, or its description is wrong.</exception>
    public static (CaseFile? Case, IReadOnlyList<string> Others) Among(IReadOnlyList<string> paths, bool mayLeave)
    {
        var files = paths.Select(path => (Path: path, File: In(path))).ToList();
        var cases = files.Where(file => file.File is not null).Select(file => file.File!).Distinct().ToList();
        return cases.Count switch
        {
            0 => (null, paths),
            1 => (new CaseReader(cases[0], mayLeave).Read(), [.. files.Where(file => file.File is null).Select(file => file.Path)]),
            _ => throw new CaseException($"more than one case is given: {Reports.SafeText.Of(string.Join(" and ", cases))}"),
        };
    }

    private static string? In(string path) =>
        System.IO.Path.GetFileName(path) == Name && File.Exists(path) ? path
        : path.Length > 0 && File.Exists(System.IO.Path.Combine(path, Name)) ? System.IO.Path.Combine(path, Name)
        : null;
}
