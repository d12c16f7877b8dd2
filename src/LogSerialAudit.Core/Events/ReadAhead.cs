using System.Runtime.ExceptionServices;

namespace LogSerialAudit.Events;

/// <summary>
/// Reads and scans files on threads of its own, ahead of one consumer, which takes what is found file by file and block by block as if
/// it had read them itself. What lies ready is bounded.
/// </summary>
internal sealed class ReadAhead : IDisposable
{
    /// <summary>How much of later files may lie ready, in bytes.</summary>
    private const long MostReady = 1 << 20;

    /// <summary>How much of the file that is being taken may lie ready, in blocks: enough to go on while events held back are handed over.</summary>
    private const int MostOfCurrent = 16;

    /// <summary>Reading of it goes on when so few are left, not for each that is taken: who is woken takes a processor from somebody.</summary>
    private const int FewOfCurrent = MostOfCurrent / 2;

    private readonly object _lock = new();
    private readonly IReadOnlyList<Func<SourceReading>> _open;
    private readonly SourceReading?[] _readings;
    private readonly Queue<FoundLines>[] _ready;
    private readonly bool[] _isRead;
    private readonly Stack<FoundLines> _spare = new();
    private readonly int _most;
    private readonly Thread[] _threads;
    private ExceptionDispatchInfo? _failure;
    private bool _isStopped;
    private bool _isAwaited;

    /// <summary>How many threads are at work on files.</summary>
    private int _working;
    private long _readyBytes;
    private int _next;
    private int _current;

    /// <summary>Begins to read.</summary>
    /// <param name="open">Opens each file, in the order in which they are taken.</param>
    /// <param name="threads">How many are read at once.</param>
    public ReadAhead(IReadOnlyList<Func<SourceReading>> open, int threads)
    {
        (_open, _most) = (open, threads);
        (_readings, _isRead) = (new SourceReading?[open.Count], new bool[open.Count]);
        _ready = [.. open.Select(_ => new Queue<FoundLines>())];
        _threads = [.. Enumerable.Range(0, Math.Min(threads, open.Count)).Select(_ => new Thread(Work) { IsBackground = true })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>Takes what was found in the next block of a file, waiting for it; it is to be given back.</summary>
    /// <param name="file">The file; they are taken one after the other.</param>
    /// <returns>Null behind the last block.</returns>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public FoundLines? Take(int file)
    {
        lock (_lock)
        {
            if (_current != file)
            {
                // What lies ready of it does not count as read ahead any more.
                _readyBytes -= _ready[file].Sum(found => found.HeldBytes);
                _current = file;
                Monitor.PulseAll(_lock);
            }

            while (_ready[file].Count == 0 && !_isRead[file] && _failure is null)
            {
                // A thread that reads a later file may take the consumer's turn.
                Monitor.PulseAll(_lock);
                _isAwaited = true;
                Monitor.Wait(_lock);
            }

            _isAwaited = false;
            if (_ready[file].TryDequeue(out var next))
            {
                return next;
            }

            _failure?.Throw();
            return null;
        }
    }

    /// <summary>Gives back what was taken.</summary>
    public void GiveBack(FoundLines found)
    {
        lock (_lock)
        {
            _spare.Push(found);
            if (_ready[_current].Count == FewOfCurrent)
            {
                Monitor.PulseAll(_lock);
            }
        }
    }

    /// <summary>The reading of a file that was taken to its end.</summary>
    public SourceReading ReadingOf(int file) => _readings[file]!;

    /// <summary>Ends the threads and closes the files.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isStopped = true;
            Monitor.PulseAll(_lock);
        }

        Array.ForEach(_threads, thread => thread.Join());
        Array.ForEach(_readings, reading => reading?.Dispose());
    }

    private void Work()
    {
        try
        {
            while (TryBegin(out var file))
            {
                using var reading = _open[file]();
                _readings[file] = reading;
                while (Rent(file) is { } found && reading.Next(found))
                {
                    Put(file, found);
                }

                End(file);
            }
        }
        catch (Exception failure)
        {
            // The consumer's thread is the one to tell it.
            lock (_lock)
            {
                _failure ??= ExceptionDispatchInfo.Capture(failure);
                Monitor.PulseAll(_lock);
            }
        }
    }

    private bool TryBegin(out int file)
    {
        lock (_lock)
        {
            file = _next;
            if (_isStopped || _failure is not null || _next == _open.Count)
            {
                return false;
            }

            _next++;
            _working++;
            return true;
        }
    }

    /// <summary>Room for a block of a file, waited for; null where nothing more is wanted.</summary>
    private FoundLines? Rent(int file)
    {
        lock (_lock)
        {
            // The file that is taken from was begun before all later ones, so there is always one that goes on.
            _working--;
            var most = MostOfCurrent - 1;
            while (!_isStopped && _failure is null && (file == _current ? _ready[file].Count > most : IsFarAhead()))
            {
                if (most != FewOfCurrent)
                {
                    // Another one may go on instead.
                    most = FewOfCurrent;
                    Monitor.PulseAll(_lock);
                }

                Monitor.Wait(_lock);
            }

            _working++;
            return _isStopped || _failure is not null ? null
                : _spare.TryPop(out var spare) ? spare
                : new FoundLines();
        }
    }

    /// <summary>Whether enough of later files lies ready, or reading them would take a processor from who takes what is found: it counts as one of the threads while it has something.</summary>
    private bool IsFarAhead() => _readyBytes >= MostReady || _working >= _most - (_isAwaited ? 0 : 1);

    private void Put(int file, FoundLines found)
    {
        lock (_lock)
        {
            _ready[file].Enqueue(found);
            _readyBytes += file == _current ? 0 : found.HeldBytes;
            if (_isAwaited)
            {
                Monitor.PulseAll(_lock);
            }
        }
    }

    private void End(int file)
    {
        lock (_lock)
        {
            _isRead[file] = true;
            _working--;
            Monitor.PulseAll(_lock);
        }
    }
}
