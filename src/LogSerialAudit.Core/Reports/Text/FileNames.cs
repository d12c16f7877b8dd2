using LogSerialAudit.History;

namespace LogSerialAudit.Reports.Text;

/// <summary>Short names for files: the last part of the path where no other input has the same.</summary>
internal sealed class FileNames
{
    /// <summary>What stands behind a line that is no original evidence.</summary>
    public const string ReconstructedMark = "[r]";

    private readonly Func<SourceLine, bool> _isReconstructed;
    private readonly HashSet<string> _unique;

    public FileNames(IEnumerable<string> paths, Func<SourceLine, bool>? isReconstructed = null)
    {
        _isReconstructed = isReconstructed ?? (_ => false);
        _unique = [.. paths.Distinct(StringComparer.Ordinal).GroupBy(Path.GetFileName, StringComparer.Ordinal).Where(same => same.Count() == 1).Select(same => same.Single())];
    }

    public string Of(string path) => _unique.Contains(path) ? Path.GetFileName(path) : path;

    public string Of(SourceLine line) => new SourceLine(Of(line.File), line.Line) + (_isReconstructed(line) ? ReconstructedMark : "");
}
