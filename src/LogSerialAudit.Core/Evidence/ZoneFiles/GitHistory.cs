using System.ComponentModel;
using System.Globalization;
using LogSerialAudit.History;
using Process = System.Diagnostics.Process;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>The versions of a zone file in a git repository, under all the names that it has had.</summary>
internal static class GitHistory
{
    /// <summary>Bytes of all versions at most.</summary>
    private const long MostBytes = 1L << 30;

    /// <summary>Whether a folder is the top of a work tree, or a bare repository.</summary>
    public static bool IsRepository(string folder) => Path.Exists(Path.Combine(folder, ".git"))
        || (File.Exists(Path.Combine(folder, "HEAD")) && Directory.Exists(Path.Combine(folder, "objects")) && Directory.Exists(Path.Combine(folder, "refs")));

    /// <summary>Whether a file lies in a work tree.</summary>
    public static bool IsInside(string path)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>REPO:path</c> in its parts, where REPO is a folder; null for anything else.</summary>
    public static (string Repository, string File)? Split(string path)
    {
        for (var colon = path.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = path.IndexOf(':', colon + 1))
        {
            if (colon > 0 && colon + 1 < path.Length && Directory.Exists(path[..colon]))
            {
                return (path[..colon], path[(colon + 1)..]);
            }
        }

        return null;
    }

    /// <summary>The versions, newest first, as git orders them.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="path">The path as given.</param>
    /// <param name="folder">The repository, or a folder in it.</param>
    /// <param name="file">The file, relative to that folder.</param>
    /// <param name="errors">Takes what can't be read.</param>
    public static IReadOnlyList<ZoneRevision> Read(string zone, string path, string folder, string file, ICollection<EvidenceError> errors)
    {
        if (GitProgram.Find() is not { } program)
        {
            errors.Add(new EvidenceError(path, 0, 0, "the history is in git, and there is no program git in PATH: install it, or give a folder of dated copies"));
            return [];
        }

        try
        {
            return Read(zone, path, program, folder, file, errors);
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            errors.Add(new EvidenceError(path, 0, 0, $"git can't be run: {error.Message.TrimEnd('.')}"));
            return [];
        }
    }

    private static List<ZoneRevision> Read(string zone, string path, string program, string folder, string file, ICollection<EvidenceError> errors)
    {
        string output;
        using (var log = GitProgram.Start(program, folder, GitLog.Arguments.Append(file)))
        {
            log.StandardInput.Close();
            var complaint = log.StandardError.ReadToEndAsync();
            output = log.StandardOutput.ReadToEnd();
            log.WaitForExit();
            if (log.ExitCode != 0)
            {
                var said = complaint.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
                errors.Add(new EvidenceError(path, 0, 0, $"git can't tell the history: {(said.Length > 0 ? said[0].TrimEnd('.') : $"it ended with {log.ExitCode}")}"));
                return [];
            }
        }

        if (GitLog.Read(output) is not { } commits)
        {
            errors.Add(new EvidenceError(path, 0, 0, "what git log printed is not understood"));
            return [];
        }

        if (commits.Count == 0)
        {
            errors.Add(new EvidenceError(path, 0, 0, "git knows no version of this file"));
            return [];
        }

        if (commits.Count >= GitLog.MostCommits)
        {
            errors.Add(new EvidenceError(path, 0, 0, $"only the newest {GitLog.MostCommits} versions are read"));
        }

        return Revisions(zone, path, program, folder, commits, errors);
    }

    private static List<ZoneRevision> Revisions(string zone, string path, string program, string folder, IReadOnlyList<GitCommit> commits, ICollection<EvidenceError> errors)
    {
        using var contents = GitProgram.Start(program, folder, ["cat-file", "--batch"]);
        contents.ErrorDataReceived += static (_, _) => { };
        contents.BeginErrorReadLine();
        try
        {
            var (revisions, faults, left) = (new List<ZoneRevision>(), new RepeatedErrors(errors), MostBytes);
            foreach (var commit in commits)
            {
                var (soa, position, text) = ((SoaRecord?)null, 0, "");
                if (commit.Blob is { } blob)
                {
                    text = Content(contents, blob, ref left, out var problem);
                    Fault? fault = null;
                    soa = problem is null ? ZoneFile.ReadSoa(text, zone, out position, out fault) : null;
                    if (problem is not null)
                    {
                        faults.Add(new EvidenceError(path, 0, 0, problem));
                    }
                    else if (fault is { } wrong)
                    {
                        faults.Add($"{path} (commit {commit.Id[..10]})", text, wrong);
                    }
                }

                revisions.Add(new ZoneRevision(
                    zone, commit.Id, soa?.Serial, soa, commit.At, RevisionTime.Commit, commit.Author, new SourceLine(path, new TextPlaces(text).Of(position).Line)));
            }

            faults.Say();
            return revisions;
        }
        finally
        {
            contents.StandardInput.Close();
            if (!contents.WaitForExit(1000))
            {
                contents.Kill();
            }
        }
    }

    /// <summary>What <c>cat-file --batch</c> answers: hash, type and size in a line, the content, a line end.</summary>
    private static string Content(Process contents, string blob, ref long left, out string? problem)
    {
        if (left <= 0)
        {
            problem = "the versions are too long and too many; this and older ones are left out";
            return "";
        }

        contents.StandardInput.Write($"{blob}\n");
        contents.StandardInput.Flush();
        var answer = contents.StandardOutput.ReadLine() ?? "";
        var parts = answer.Split(' ');
        if (parts.Length != 3 || parts[1] != "blob" || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size > EvidenceBytes.MostBytes)
        {
            // What was announced would have to be read away; a missing one has nothing that follows.
            (left, problem) = parts is [_, "missing"]
                ? (left, "git does not have the content of a version")
                : (0, $"a version is no file of at most {EvidenceBytes.MostBytes} bytes; it and older ones are left out");
            return "";
        }

        left -= size;
        var text = new char[(int)size + 1];
        var count = contents.StandardOutput.ReadBlock(text);
        problem = count == text.Length ? null : "git ended before all of a version was read";
        return new string(text, 0, Math.Min(count, (int)size));
    }
}
