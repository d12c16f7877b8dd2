using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Watching;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>A log is found at every moment of a rotation; what is not there is an error.</summary>
public sealed class WatchedPathsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => ["", "ns2="];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ALogIsFoundWhileItIsRotatedWithoutRest(string name)
    {
        var (log, isOver) = (_folder.Path + "/daemon.log", false);
        File.WriteAllText(log, "a\n");
        var rotating = Task.Run(
            () =>
            {
                while (!Volatile.Read(ref isOver))
                {
                    File.Move(log, log + ".1");
                    Thread.Yield();
                    File.WriteAllText(log, "a\n");
                    File.Move(log + ".1", log + ".2");
                    File.Delete(log + ".2");
                    Thread.Yield();
                }
            },
            TestContext.Current.CancellationToken);
        var problems = new List<string>();
        for (var check = 0; check < 2000; check++)
        {
            problems.AddRange(WatchedPaths.Find([name + log]).Problems.Select(problem => problem.Sentence));
        }

        Volatile.Write(ref isOver, true);
        await rotating;
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("daemon.log.1", true)]
    [InlineData("daemon.log.9.gz", true)]
    [InlineData("daemon.log-20190601", true)]
    [InlineData("other.log.1", false)]
    [InlineData("daemon.logs", false)]
    public void ALogThatIsNotThereIsKnownByItsRotatedFiles(string rotated, bool isKnown)
    {
        File.WriteAllText($"{_folder.Path}/{rotated}", "a\n");
        var found = WatchedPaths.Find([_folder.Path + "/daemon.log"]);
        Assert.Equal(isKnown, !found.HasErrors);
        Assert.Equal(isKnown ? [$"{_folder.Path}/{rotated}"] : [], found.Files.Select(file => file.Path));
    }

    public void Dispose() => _folder.Dispose();
}
