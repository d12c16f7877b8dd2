using System.Globalization;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Cli.Commands;

/// <summary>The arguments of <c>logserialaudit explain</c>, told apart.</summary>
/// <param name="Lines">Lines typed or pasted.</param>
/// <param name="ReadsInput">Whether lines are read from standard input.</param>
/// <param name="Places"><c>FILE:LINE</c>, as PATH (perhaps <c>NAME=PATH</c>) and number.</param>
/// <param name="Paths">Other logs: read for the dates, or explained line by line where nothing else is.</param>
internal sealed record ExplainArguments(
    IReadOnlyList<string> Lines, bool ReadsInput, IReadOnlyList<(string Path, long Line)> Places, IReadOnlyList<string> Paths)
{
    /// <summary>Tells the arguments apart: what exists is a path, what ends with a number behind a path is a place, all else is a line.</summary>
    /// <exception cref="UsageException">One is none of these.</exception>
    public static ExplainArguments Of(IReadOnlyList<string> arguments)
    {
        List<string> words = [.. arguments.Where(argument => argument != "-")];
        if (IsLineInWords(words))
        {
            words = [string.Join(' ', words)];
        }

        var lines = new List<string>();
        var places = new List<(string Path, long Line)>();
        var paths = new List<string>();
        foreach (var argument in words)
        {
            if (Exists(argument))
            {
                paths.Add(argument);
            }
            else if (TryPlace(argument, out var place))
            {
                places.Add(place);
            }
            else
            {
                lines.Add(argument);
            }
        }

        if (lines.Find(line => !line.Contains(' ', StringComparison.Ordinal)) is { } word)
        {
            throw new UsageException($"{SafeText.Of(word)} is neither a file, nor FILE:LINE, nor a log line; put a line in quotes", ExplainCommand.Name);
        }

        return new ExplainArguments(lines, arguments.Contains("-"), places, paths);
    }

    /// <summary>A line that was pasted without quotes comes as its words, of which none is a file.</summary>
    private static bool IsLineInWords(List<string> words) =>
        words.Count > 2 && !words.Exists(word => word.Contains(' ', StringComparison.Ordinal) || Exists(word) || Exists(word[..Math.Max(0, word.LastIndexOf(':'))]));

    /// <summary>A name that is no file, with a number behind it, is a mistyped place and not a line: lines have blanks.</summary>
    private static bool TryPlace(string argument, out (string Path, long Line) place)
    {
        place = default;
        var colon = argument.LastIndexOf(':');
        if (colon <= 0 || !long.TryParse(argument[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return false;
        }

        var path = argument[..colon];
        if (!Exists(path) && path.Contains(' ', StringComparison.Ordinal))
        {
            return false;
        }

        if (Directory.Exists(path) || (!File.Exists(path) && Directory.Exists(path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..])))
        {
            throw new UsageException($"{SafeText.Of(path)} is a folder; name the file that has line {line}", ExplainCommand.Name);
        }

        place = (path, line);
        return line > 0 ? true : throw new UsageException($"{SafeText.Of(argument)}: lines are counted from 1", ExplainCommand.Name);
    }

    /// <summary>Whether there is such a file or folder, perhaps behind <c>NAME=</c>.</summary>
    public static bool Exists(string path)
    {
        var equals = path.IndexOf('=', StringComparison.Ordinal);
        return path.Length > 0 && (Path.Exists(path) || (equals > 0 && Path.Exists(path[(equals + 1)..])));
    }
}
