using System.Collections.Concurrent;

namespace LogSerialAudit.History;

/// <summary>
/// Hands over rows in their order, on another thread while the next ones are made. What is done with a row must not look at what its
/// history has in service: that is further on.
/// </summary>
internal sealed class RowBatches : IDisposable
{
    /// <summary>As many rows are handed over together: enough that nobody waits for long, and few enough that they stay in a processor's cache.</summary>
    internal const int Length = 512;

    /// <summary>As many batches are made, handed over, or looked at.</summary>
    private const int Most = 6;

    private readonly RowVisitor _onRow;
    private readonly BlockingCollection<(EventRow[] Rows, int Count)> _made = [];
    private readonly BlockingCollection<EventRow[]> _spare = [];
    private readonly Task? _following;
    private EventRow[] _rows;
    private int _count;

    /// <summary>Begins.</summary>
    /// <param name="onRow">What to do with each row.</param>
    /// <param name="isAside">Whether that is done on another thread.</param>
    public RowBatches(RowVisitor onRow, bool isAside)
    {
        _onRow = onRow;
        _rows = new EventRow[isAside ? Length : 1];
        if (isAside)
        {
            for (var batch = 1; batch < Most; batch++)
            {
                _spare.Add(new EventRow[Length]);
            }

            _following = Task.Factory.StartNew(Follow, TaskCreationOptions.LongRunning);
        }
    }

    /// <summary>Where the next row is to be made: rows are large, so none is copied. What stood there is no longer needed.</summary>
    public ref EventRow Next => ref _rows[_count];

    /// <summary>Takes the row that was made; what it throws that is done with rows may be thrown here.</summary>
    public void Add()
    {
        if (_following is null)
        {
            _onRow(_rows[0]);
        }
        else if (++_count == Length)
        {
            HandOver();
        }
    }

    /// <summary>Waits until all rows are handed over.</summary>
    public void Finish()
    {
        _made.Add((_rows, _count));
        _made.CompleteAdding();
        _following?.GetAwaiter().GetResult();
    }

    /// <summary>Waits for what goes on, where the making of rows was given up.</summary>
    public void Dispose()
    {
        _made.CompleteAdding();
        if (_following is not null)
        {
            Task.WaitAny(_following);
        }

        _made.Dispose();
        _spare.Dispose();
    }

    private void HandOver()
    {
        _made.Add((_rows, _count));
        _count = 0;
        if (!_spare.TryTake(out _rows!, Timeout.Infinite))
        {
            // Nobody looks at rows any more.
            _following!.GetAwaiter().GetResult();
        }
    }

    private void Follow()
    {
        try
        {
            foreach (var (rows, count) in _made.GetConsumingEnumerable())
            {
                foreach (ref readonly var row in rows.AsSpan(0, count))
                {
                    _onRow(row);
                }

                _spare.Add(rows);
            }
        }
        finally
        {
            _spare.CompleteAdding();
        }
    }
}
