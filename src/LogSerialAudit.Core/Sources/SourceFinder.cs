namespace LogSerialAudit.Sources;

/// <summary>Finds the logs that the arguments of a command mean, and says what it leaves out and why.</summary>
public static class SourceFinder
{
    /// <summary>
    /// Each argument is a file, a folder (its logs; where it has none itself, those of the folders in it), a glob, <c>-</c> for standard input, a journal (<see cref="JournalQuery"/>), or
    /// <c>NAME=</c> before one of these, where NAME names the observer. An existing path with <c>=</c> in its name wins over the latter.
    /// The same file reached twice is taken once, at its first mention. Nothing is thrown for what is not there or may not be read.
    /// </summary>
    /// <param name="arguments">As they come from the command line; relative paths are relative to the current folder.</param>
    /// <param name="limit">How far compressed data may expand; null for the default.</param>
    /// <param name="servers">The identifiers that <c>journald:</c> without a name means.</param>
    public static SourceSelection Find(IEnumerable<string> arguments, ExpandLimit? limit = null, IEnumerable<string>? servers = null)
    {
        var search = new SourceSearch(limit ?? ExpandLimit.Default, [.. servers ?? []]);
        foreach (var argument in arguments)
        {
            search.Argument(argument);
        }

        return search.Finish();
    }

    /// <summary>What exists of the usual places of Debian's, Red Hat's and BSD's name servers, from <c>/var/log/daemon.log*</c> to <c>/var/named/log/*</c>.</summary>
    /// <param name="root">The folder that stands for <c>/</c>.</param>
    /// <param name="limit">How far compressed data may expand; null for the default.</param>
    public static SourceSelection FindUsual(string root = "/", ExpandLimit? limit = null)
    {
        var search = new SourceSearch(limit ?? ExpandLimit.Default, []);
        foreach (var pattern in UsualPlaces.Patterns)
        {
            search.UsualPlace(Path.Combine(root, pattern));
        }

        var found = search.Finish();
        return found.Sets.Count > 0 || found.HasErrors
            ? found
            : found with { Problems = [.. found.Problems, new SourceProblem(ProblemSeverity.Error, root, $"no log in the usual places below {root}, such as var/log/syslog: name a file or a folder")] };
    }
}
