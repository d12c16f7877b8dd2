namespace LogSerialAudit.History;

/// <summary>
/// Hands over rows in their order, on another thread while the next ones are made. What is done with a row must not look at what its
/// history has in service: that is further on.
/// </summary>
internal sealed class RowBatches : IDisposable
{
    /// <summary>As many rows are made while those before are looked at.</summary>
    internal const int Length = 2048;

    private readonly RowVisitor _onRow;
    private EventRow[] _made;
    private EventRow[] _followed;
    private int _count;

    /// <summary>What goes on with <see cref="_followed"/>.</summary>
    private Task _following = Task.CompletedTask;

    /// <summary>Begins.</summary>
    /// <param name="onRow">What to do with each row.</param>
    /// <param name="isAside">Whether that is done on another thread.</param>
    public RowBatches(RowVisitor onRow, bool isAside)
    {
        _onRow = onRow;
        (_made, _followed) = isAside ? (new EventRow[Length], new EventRow[Length]) : (new EventRow[1], []);
    }

    /// <summary>Where the next row is to be made: rows are large, so none is copied. What stood there is no longer needed.</summary>
    public ref EventRow Next => ref _made[_count];

    /// <summary>Takes the row that was made; what it throws that is done with rows may be thrown here.</summary>
    public void Add()
    {
        if (_made.Length == 1)
        {
            _onRow(_made[0]);
        }
        else if (++_count == Length)
        {
            HandOver();
        }
    }

    /// <summary>Waits until all rows are handed over.</summary>
    public void Finish()
    {
        HandOver();
        _following.GetAwaiter().GetResult();
    }

    /// <summary>Waits for what goes on, where the making of rows was given up.</summary>
    public void Dispose() => Task.WaitAny(_following);

    private void HandOver()
    {
        _following.GetAwaiter().GetResult();
        (_made, _followed, var count) = (_followed, _made, _count);
        _count = 0;
        _following = count == 0 ? Task.CompletedTask : Task.Run(() =>
        {
            for (var place = 0; place < count; place++)
            {
                _onRow(_followed[place]);
            }
        });
    }
}
