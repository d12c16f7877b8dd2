namespace LogSerialAudit.Cli.Tests;

public sealed class AppTests
{
    [Fact]
    public async Task AReaderThatWentAwayEndsItQuietly()
    {
        using var errors = new StringWriter();
        var world = Run.World() with { StandardOutput = new BrokenStream(new IOException("Broken pipe", 32)), StandardError = errors };

        Assert.Equal(ExitCode.Done, await App.RunAsync(["serial", "42"], world, TestContext.Current.CancellationToken));
        Assert.Empty(errors.ToString());
    }

    [Fact]
    public async Task AFullDiskIsToldOnce()
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var world = Run.World() with { StandardOutput = new BrokenStream(new IOException("No space left on device", 28)), StandardError = errors };

        Assert.Equal(ExitCode.Trouble, await App.RunAsync(["serial", "42"], world, TestContext.Current.CancellationToken));
        Assert.Equal("logserialaudit: No space left on device\n", errors.ToString());
    }

    [Theory]
    [InlineData("serial -")]
    [InlineData("serial - -o out.txt")]
    public async Task AnInterruptEndsItAndLeavesNoFile(string commandLine)
    {
        var folder = Directory.CreateTempSubdirectory("interrupt-");
        using var interrupt = new CancellationTokenSource();
        var world = Run.World() with { StandardInput = new EndlessStream(interrupt), CurrentDirectory = folder.FullName };

        Assert.Equal(ExitCode.Interrupted, await App.RunAsync(commandLine.Split(' '), world, interrupt.Token));
        Assert.Empty(folder.GetFileSystemInfos());
        folder.Delete();
    }

    [Fact]
    public void TheExitCodesAreFixed() =>
        Assert.Equal([0, 1, 2, 3, 130], Enum.GetValues<ExitCode>().Select(code => (int)code));

    private sealed class BrokenStream(IOException failure) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw failure;

        public override void Write(ReadOnlySpan<byte> buffer) => throw failure;
    }

    /// <summary>Input that never ends, like a terminal; somebody presses Ctrl-C when it is read.</summary>
    private sealed class EndlessStream(CancellationTokenSource interrupt) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await interrupt.CancelAsync();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return 0;
        }
    }
}
