using System.Diagnostics;
using System.Globalization;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Cli.Commands;

/// <summary>A line on standard error that tells how far the reading is, at most ten times a second.</summary>
internal sealed class ProgressLine
{
    private readonly TextWriter _error;
    private readonly long[] _read;
    private readonly long _total;
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private bool _isShown;

    public ProgressLine(TextWriter error, IReadOnlyList<SourceFile> files)
    {
        _error = error;
        _read = new long[files.Count];
        _total = files.Sum(file => file.Size ?? 0);
    }

    /// <summary>Takes note of bytes read; from any thread.</summary>
    public void Report(int file, long bytes)
    {
        lock (_lock)
        {
            _read[file] = bytes;
            if (_since.ElapsedMilliseconds < 100)
            {
                return;
            }

            _since.Restart();
            _isShown = true;
            var read = _read.Sum();
            var part = _total > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Min(100, read * 100 / _total)} %)") : "";
            _error.Write(string.Create(CultureInfo.InvariantCulture, $"\rreading {_read.Length} files: {read / 1e6:0} MB{part}   "));
            _error.Flush();
        }
    }

    /// <summary>Wipes the line.</summary>
    public void End()
    {
        if (_isShown)
        {
            _error.Write("\r" + new string(' ', 60) + "\r");
            _error.Flush();
        }
    }
}
