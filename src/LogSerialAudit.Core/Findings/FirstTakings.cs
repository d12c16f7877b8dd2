using LogSerialAudit.History;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings;

/// <summary>
/// Which taking first brought a serial into service, to be looked up by history and serial. A dense log has hundreds of thousands
/// of takings, so the numbers of those of each history stand side by side, by serial and time.
/// </summary>
internal sealed class FirstTakings
{
    private const int SerialShift = 32;

    /// <summary>By the number of a history, where its takings begin and how many there are.</summary>
    private readonly (int Start, int Count)[] _ofHistory;

    /// <summary>The takings: the serial, and below it the number.</summary>
    private readonly ulong[] _takings;

    /// <summary>Makes room.</summary>
    /// <param name="takings">All takings.</param>
    /// <param name="histories">The histories of which takings are looked up.</param>
    public FirstTakings(Takings takings, IReadOnlyCollection<SerialHistory> histories)
    {
        _ofHistory = new (int, int)[histories.Select(history => history.Number + 1).DefaultIfEmpty().Max()];
        var room = 0;
        foreach (var history in histories)
        {
            _ofHistory[history.Number].Start = room;
            room += takings.CountOf(history);
        }

        _takings = new ulong[room];
    }

    /// <summary>Adds the next taking of one of the histories, in time order.</summary>
    public void Add(TakingWalk walk)
    {
        ref var place = ref _ofHistory[walk.History.Number];
        _takings[place.Start + place.Count++] = KeyOf(walk.Serial) | (uint)walk.Number;
    }

    /// <summary>Ends the adding.</summary>
    public void Sort()
    {
        foreach (var (start, count) in _ofHistory)
        {
            _takings.AsSpan(start, count).Sort();
        }
    }

    /// <summary>The number of the taking that first brought a serial into service at an observer; null where no line shows it.</summary>
    public int? Find(SerialHistory history, SerialNumber serial)
    {
        if (history.Number >= _ofHistory.Length)
        {
            return null;
        }

        var (start, count) = _ofHistory[history.Number];
        var takings = _takings.AsSpan(start, count);
        var place = takings.BinarySearch(KeyOf(serial));
        place = place < 0 ? ~place : place;
        return place < count && takings[place] >> SerialShift == serial.Value ? (int)takings[place] : null;
    }

    /// <summary>The number of the taking of the next larger number at an observer; null where no line shows one.</summary>
    public int? FindNext(SerialHistory history, SerialNumber serial)
    {
        if (history.Number >= _ofHistory.Length || serial.Value == uint.MaxValue)
        {
            return null;
        }

        var (start, count) = _ofHistory[history.Number];
        var takings = _takings.AsSpan(start, count);
        var place = takings.BinarySearch(KeyOf(new SerialNumber(serial.Value + 1)));
        place = place < 0 ? ~place : place;
        return place < count ? (int)takings[place] : null;
    }

    private static ulong KeyOf(SerialNumber serial) => (ulong)serial.Value << SerialShift;
}
