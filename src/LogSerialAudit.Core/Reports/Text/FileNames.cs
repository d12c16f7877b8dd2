using LogSerialAudit.History;

namespace LogSerialAudit.Reports.Text;

/// <summary>Short names for files: as many last parts of the path as no other file has.</summary>
internal sealed class FileNames
{
    /// <summary>What stands behind a line that is no original evidence.</summary>
    public const string ReconstructedMark = "[r]";

    private readonly Func<SourceLine, bool> _isReconstructed;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public FileNames(IEnumerable<string> paths, Func<SourceLine, bool>? isReconstructed = null)
    {
        _isReconstructed = isReconstructed ?? (_ => false);
        for (var (left, parts) = (paths.Distinct(StringComparer.Ordinal).ToList(), 1); left.Count > 0; parts++)
        {
            var same = left.GroupBy(path => End(path, parts), StringComparer.Ordinal).ToList();
            foreach (var name in same.Where(name => name.Count() == 1 || name.Contains(name.Key, StringComparer.Ordinal)))
            {
                foreach (var path in name)
                {
                    _names[path] = name.Count() == 1 ? name.Key : path;
                }
            }

            left = [.. left.Where(path => !_names.ContainsKey(path))];
        }
    }

    public string Of(string path) => _names.GetValueOrDefault(path, path);

    public string Of(SourceLine line) => new SourceLine(Of(line.File), line.Line) + (_isReconstructed(line) ? ReconstructedMark : "");


    private static string End(string path, int parts)
    {
        var at = path.Length;
        for (var count = 0; count < parts && at > 0; count++)
        {
            at = path.LastIndexOf('/', at - 1);
        }

        return path[(at + 1)..];
    }
}
