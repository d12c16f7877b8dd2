using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>Reads events of one file in the order in which they are stored, each with its instant.</summary>
internal sealed class DatedReader
{
    private readonly EventReader _events;
    private readonly FileDates _dates;
    private Dated _at;

    /// <summary>Reads a part of a file's events.</summary>
    /// <param name="events">The events.</param>
    /// <param name="dates">What dates them.</param>
    /// <param name="before">Where the events stand that come before the first with an instant.</param>
    public DatedReader(EventReader events, FileDates dates, Instant before) => (_events, _dates, OrderAt) = (events, dates, before);

    public ref readonly LogEvent Line => ref _events.Current;

    /// <summary>The event and some of those that follow it.</summary>
    public ReadOnlySpan<LogEvent> Ahead => _events.Ahead;

    public EventText Peer => _events.Peer;

    public EventText Detail => _events.Detail;

    public ref readonly Dated At => ref _at;

    public Instant OrderAt { get; private set; }

    public bool Read()
    {
        if (!ReadLine())
        {
            return false;
        }

        Date();
        return true;
    }

    /// <summary>Reads an event whose instant is not asked for unless <see cref="Date"/> follows.</summary>
    public bool ReadLine() => _events.Read();

    /// <summary>Passes events that are of one writer and in order, as far as the page goes.</summary>
    /// <returns>How many.</returns>
    public int PassEven() => _events.PassEven();

    public void Date()
    {
        _at = _dates.Date(_events.Current);
        if (_at.Exists)
        {
            OrderAt = _at.OrderAt;
        }
    }
}
