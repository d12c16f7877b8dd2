using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Evidence;

/// <summary>Reads files of evidence line by line, plain or compressed, in the order in which they were rotated.</summary>
public static class EvidenceLines
{
    /// <summary>A longer line is no evidence of any kind that is read; it is said, and left out.</summary>
    private const int LongestLine = 64 * 1024;

    /// <summary>The lines of what a path means: a file, a glob, or a folder.</summary>
    /// <param name="path">The path as given.</param>
    /// <param name="errors">Takes what can't be read.</param>
    public static IEnumerable<EvidenceLine> Of(string path, ICollection<EvidenceError> errors)
    {
        var sources = SourceFinder.Find([path]);
        foreach (var problem in sources.Problems.Where(problem => problem.Severity == ProblemSeverity.Error))
        {
            errors.Add(new EvidenceError(problem.Path, 0, 0, problem.Sentence));
        }

        return sources.Files.SelectMany(file => Of(file, errors));
    }

    private static IEnumerable<EvidenceLine> Of(SourceFile file, ICollection<EvidenceError> errors)
    {
        using var reader = BlockReader.Open(file);
        var block = new LineBlock();
        while (reader.Read(block))
        {
            var number = block.FirstLine;
            for (var start = 0; start < block.Length; number++)
            {
                var end = block.Span[start..].IndexOf((byte)'\n');
                end = end < 0 ? block.Length : start + end;
                if (end - start > LongestLine)
                {
                    errors.Add(new EvidenceError(file.Path, number, LongestLine, $"a line longer than {LongestLine} bytes is left out"));
                }
                else
                {
                    yield return new EvidenceLine(LogText.Decode(block.Span[start..end].TrimEnd((byte)'\r')), new SourceLine(file.Path, number));
                }

                start = end + 1;
            }
        }

        if (reader.Damage is { } damage)
        {
            errors.Add(new EvidenceError(file.Path, 0, 0, damage.Sentence));
        }
    }
}
