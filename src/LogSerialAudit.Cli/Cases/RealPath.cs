namespace LogSerialAudit.Cli.Cases;

/// <summary>Paths without symbolic links.</summary>
internal static class RealPath
{
    /// <summary>More links than these are a loop.</summary>
    private const int MostLinks = 40;

    /// <summary>The full path with all symbolic links followed; what does not exist is kept as it is.</summary>
    public static string Of(string path)
    {
        var (left, real, links) = (new Stack<string>(Path.GetFullPath(path).Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse()), "/", 0);
        while (left.TryPop(out var name))
        {
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? "/";
                continue;
            }

            var next = Path.Combine(real, name);
            if (LinkOf(next) is not { } target || ++links > MostLinks)
            {
                real = next;
                continue;
            }

            real = Path.IsPathRooted(target) ? "/" : real;
            foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse().Where(part => part != "."))
            {
                left.Push(part);
            }
        }

        return real;
    }

    private static string? LinkOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
