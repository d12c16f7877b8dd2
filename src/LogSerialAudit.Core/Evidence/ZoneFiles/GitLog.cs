using System.Globalization;
using System.Text;
using LogSerialAudit.Events;
using NodaTime;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>What <c>git log -z --raw</c> prints in the format asked for here.</summary>
internal static class GitLog
{
    /// <summary>Commits at most.</summary>
    public const int MostCommits = 100_000;

    /// <summary>The arguments; the path follows.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "log", "--follow", "-M", "--diff-merges=first-parent", "--raw", "--no-abbrev", "-z", "--format=%H%x00%ct%x00%an", "--encoding=UTF-8",
        "--no-color", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-relative", "--no-mailmap", $"--max-count={MostCommits}", "--",
    ];

    /// <summary>The commits, newest first; one without a change of the file (a merge) is left out. Null where the output is not as it should be.</summary>
    public static IReadOnlyList<GitCommit>? Read(string output)
    {
        var commits = new List<GitCommit>();
        var fields = output.Split('\0');
        for (var index = 0; index + 2 < fields.Length;)
        {
            var (id, seconds, author) = (fields[index].TrimStart('\n'), fields[index + 1], fields[index + 2]);
            if (!IsHash(id) || !long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
                || at < NodaConstants.UnixEpoch.PlusTicks(-1).ToUnixTimeSeconds() || at > Instant.MaxValue.ToUnixTimeSeconds())
            {
                return null;
            }

            for (index += 3; index < fields.Length && fields[index].TrimStart('\n').StartsWith(':');)
            {
                // :100644 100644 OLD NEW M, then the path, or for R and C both paths
                var change = fields[index].TrimStart('\n').Split(' ');
                if (change.Length != 5 || !IsHash(change[3]) || change[4].Length == 0)
                {
                    return null;
                }

                index += change[4][0] is 'R' or 'C' ? 3 : 2;
                commits.Add(new GitCommit(id, Instant.FromUnixTimeSeconds(at), LogText.Decode(Encoding.Latin1.GetBytes(author)), change[3].Trim('0').Length == 0 ? null : change[3]));
            }
        }

        return commits;
    }

    private static bool IsHash(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);
}
