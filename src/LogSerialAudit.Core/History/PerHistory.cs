namespace LogSerialAudit.History;

/// <summary>What is kept of each history, by its number; the default where nothing was.</summary>
internal sealed class PerHistory<T>
    where T : struct
{
    private T[] _items = [];

    /// <summary>What is kept of a history, to be changed.</summary>
    public ref T this[SerialHistory history]
    {
        get
        {
            if (history.Number >= _items.Length)
            {
                Array.Resize(ref _items, Math.Max(history.Number + 1, _items.Length * 2));
            }

            return ref _items[history.Number];
        }
    }

    /// <summary>What is kept of a history.</summary>
    public T Of(SerialHistory history) => history.Number < _items.Length ? _items[history.Number] : default;
}
