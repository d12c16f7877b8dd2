using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>Goes through takings one after the other; those of one history are in time order, the others nearly so.</summary>
internal sealed class TakingWalk
{
    private readonly Takings _takings;
    private readonly IEnumerator<TakingRecord> _records;
    private TakingRecord _record;

    public TakingWalk(Takings takings, IEnumerable<TakingRecord> records) => (_takings, _records) = (takings, records.GetEnumerator());

    /// <summary>The number by which the taking is found again.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>Whose.</summary>
    public SerialHistory History { get; private set; } = null!;

    /// <summary>The serial.</summary>
    public SerialNumber Serial => _record.Serial;

    /// <summary>The serial in service before; null where no line shows it.</summary>
    public SerialNumber? Previous => _record.Previous;

    /// <summary>When the line was logged.</summary>
    public Dated At => _record.At;

    /// <summary>What the line says.</summary>
    public EventKind Kind => _record.Kind;

    /// <summary>The server it was transferred from.</summary>
    public EventText From => _record.From;

    /// <summary>Its place among all events in time order.</summary>
    public int Place => _record.Place;

    /// <summary>Whether it was taken at that time: a secondary loads after a restart what it took before, as does a primary where its log begins.</summary>
    public bool IsExact => _takings.IsExact(_record);

    /// <summary>Goes on to the next.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Read()
    {
        if (!_records.MoveNext())
        {
            return false;
        }

        _record = _records.Current;
        History = _takings.HistoryOf(_record);
        Number++;
        return true;
    }

    /// <summary>All of it.</summary>
    public SerialTaking Taking() => _takings.TakingOf(_record);
}
