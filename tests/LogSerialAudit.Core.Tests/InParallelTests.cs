namespace LogSerialAudit.Core.Tests;

public sealed class InParallelTests
{
    private static readonly ParallelOptions Two = new() { MaxDegreeOfParallelism = 2 };

    [Fact]
    public void AnErrorOfOneIsThrownAsItIs()
    {
        var error = new IOException("gone");
        Assert.Same(error, Assert.Throws<IOException>(() => InParallel.Invoke(Two, () => { }, () => throw error)));
        Assert.Same(error, Assert.Throws<IOException>(() => InParallel.For(0, 9, Two, place => Fail(place == 5, error))));
    }

    [Fact]
    public void WhereAllFailOneErrorIsThrown() =>
        Assert.Throws<IOException>(() => InParallel.For(0, 9, Two, _ => throw new IOException()));

    [Fact]
    public void WhereNothingFailsAllIsDone()
    {
        var done = 0;
        InParallel.For(0, 9, Two, place => Interlocked.Add(ref done, place));
        InParallel.Invoke(Two, () => Interlocked.Increment(ref done), () => Interlocked.Increment(ref done));
        Assert.Equal(38, done);
    }

    private static void Fail(bool fails, Exception error)
    {
        if (fails)
        {
            throw error;
        }
    }
}
