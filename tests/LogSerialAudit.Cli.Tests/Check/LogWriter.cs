using System.Text;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>A server that logs a complaint of another zone every few milliseconds, into the file that it has open until it is told to open it anew.</summary>
/// <param name="log">The log.</param>
/// <param name="appends">Whether it writes at the end, wherever that is; else at the place where it was, also when the file was emptied.</param>
internal sealed class LogWriter(WatchedLog log, bool appends) : IDisposable
{
    private readonly ManualResetEventSlim _goesOn = new(initialState: true);
    private readonly Lock _writing = new();
    private Thread? _thread;
    private volatile bool _ends;

    /// <summary>How many events were written.</summary>
    public int Written { get; private set; }

    public void Start()
    {
        _thread = new Thread(Write);
        _thread.Start();
    }

    /// <summary>Writes nothing from here on.</summary>
    public void Pause()
    {
        _goesOn.Reset();
        lock (_writing)
        {
        }
    }

    /// <summary>Waits until so many are.</summary>
    public void Await(int written)
    {
        Assert.True(SpinWait.SpinUntil(() => Written >= written, TimeSpan.FromMinutes(1)), $"only {Written} events were written");
    }

    public void GoOn() => _goesOn.Set();

    public void Stop()
    {
        _ends = true;
        _thread?.Join();
    }

    public void Dispose()
    {
        Stop();
        _goesOn.Dispose();
    }

    private void Write()
    {
        var file = Open();
        while (!_ends)
        {
            lock (_writing)
            {
                if (File.Exists(log.Folder["reopen"]))
                {
                    file.Dispose();
                    file = Open();
                    File.Delete(log.Folder["reopen"]);
                }

                if (_goesOn.IsSet)
                {
                    file.Position = appends ? file.Length : file.Position;

                    // Not always a whole line at once.
                    var line = Encoding.ASCII.GetBytes(log.Line($"5<7@z{Written + 1}.example") + "\n");
                    file.Write(line.AsSpan(0, 30));
                    file.Write(line.AsSpan(30));
                    Written++;
                }
            }

            Thread.Sleep(5);
        }

        file.Dispose();
    }

    private FileStream Open() => new(log.Log, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
