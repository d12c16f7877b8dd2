using LogSerialAudit.Cli.Tests.World;

[assembly: AssemblyFixture(typeof(Repository))]

namespace LogSerialAudit.Cli.Tests.World;

/// <summary>
/// The working copy that these tests were built from. All tests start from its root: paths are printed as they were
/// typed, and so expected outputs hold for any clone.
/// </summary>
public sealed class Repository
{
    /// <summary>Made once, before the first test.</summary>
    public Repository() => Directory.SetCurrentDirectory(Root);

    /// <summary>The folder of <c>LogSerialAudit.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LogSerialAudit.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests must run from within the repository.");
    }
}
