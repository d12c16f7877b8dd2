using System.Runtime.CompilerServices;
using NodaTime;

namespace LogSerialAudit.Serials;

/// <summary>
/// Judges which scheme the serials of one history follow. It keeps counts only, so a history of any length costs the
/// same. Not thread-safe.
/// </summary>
/// <remarks>
/// Every new value votes once; a serial that is repeated says nothing new. One odd value, such as a serial set by hand
/// far into the future, is outvoted; two successive values of another scheme are a change of scheme.
/// </remarks>
public sealed class SerialSchemeJudge
{
    /// <summary>A clock or a time zone that is wrong moves a log line by less than this.</summary>
    private static readonly Duration Ahead = Duration.FromDays(2);

    /// <summary>A zone may rest untouched for this long and still be served.</summary>
    private static readonly Duration Untouched = Duration.FromDays(3653);

    /// <summary>Dates are written by hand, ahead of their day too; a serial of next year is a date, one of 2087 is not.</summary>
    private static readonly Duration DatedAhead = Duration.FromDays(400);

    /// <summary>Dates were in use long before logs had been kept; a zone may rest for decades.</summary>
    private static readonly Duration DatedBehind = Duration.FromDays(14610);

    /// <summary>Serials that go up by a few, long after the second that they would name, are counted and not minted.</summary>
    private static readonly Duration LongAgo = Duration.FromDays(30);

    private const uint FewSteps = 100;
    private const uint CounterSteps = 1_000_000;

    private Votes _votes;
    private SerialNumber? _previous;
    private SerialScheme _latest;
    private SerialScheme _candidate;
    private SerialNumber _candidateFirst;

    /// <summary>The scheme of more than half of the values; <see cref="SerialScheme.Unknown"/> where there is none.</summary>
    public SerialScheme Scheme { get; private set; }

    /// <summary>The scheme in use at the last value: the new one after a change.</summary>
    public SerialScheme LatestScheme => _latest;

    /// <summary>The last change of scheme; null where there was none.</summary>
    public SerialSchemeChange? LastChange { get; private set; }

    /// <summary>How many times the scheme changed.</summary>
    public int Changes { get; private set; }

    /// <summary>Takes the next value of the history.</summary>
    /// <param name="serial">The serial that was seen.</param>
    /// <param name="loggedAt">When its line was logged (UTC); null where that is not known.</param>
    public void Add(SerialNumber serial, Instant? loggedAt)
    {
        if (_previous == serial)
        {
            return;
        }

        var scheme = SchemeOf(serial, loggedAt);
        _votes[(int)scheme]++;
        _previous = serial;
        Follow(serial, scheme);
        Scheme = MostVoted();
    }

    /// <summary>What is known so far.</summary>
    internal SchemeMemory Keep() => new([.. _votes[..]], _previous, _latest, _candidate, _candidateFirst, LastChange, Changes);

    /// <summary>Goes on from what another judge knew.</summary>
    internal void GoOn(SchemeMemory memory)
    {
        memory.Votes.CopyTo(_votes[..]);
        (_previous, _latest, _candidate, _candidateFirst) = (memory.Previous, memory.Latest, memory.Candidate, memory.CandidateFirst);
        (LastChange, Changes) = (memory.LastChange, memory.Changes);
        Scheme = MostVoted();
    }

    private SerialScheme MostVoted()
    {
        long all = 0;
        var most = SerialScheme.Unknown;
        for (var scheme = SerialScheme.Unknown; scheme <= SerialScheme.Counter; scheme++)
        {
            all += _votes[(int)scheme];
            most = _votes[(int)scheme] > _votes[(int)most] ? scheme : most;
        }

        return _votes[(int)most] * 2 > all ? most : SerialScheme.Unknown;
    }

    private void Follow(SerialNumber serial, SerialScheme scheme)
    {
        if (scheme == SerialScheme.Unknown || scheme == _latest)
        {
            _candidate = SerialScheme.Unknown;
        }
        else if (_latest == SerialScheme.Unknown)
        {
            _latest = scheme;
        }
        else if (_candidate != scheme)
        {
            (_candidate, _candidateFirst) = (scheme, serial);
        }
        else if (_latest == SerialScheme.UnixTime && scheme == SerialScheme.Counter && _votes[(int)SerialScheme.UnixTime] == 1)
        {
            // Only its followers show that the very first value was counted too.
            _votes[(int)SerialScheme.UnixTime]--;
            _votes[(int)SerialScheme.Counter]++;
            (_latest, _candidate) = (scheme, SerialScheme.Unknown);
        }
        else
        {
            LastChange = new SerialSchemeChange(_latest, scheme, _candidateFirst);
            Changes++;
            (_latest, _candidate) = (scheme, SerialScheme.Unknown);
        }
    }

    private SerialScheme SchemeOf(SerialNumber serial, Instant? loggedAt)
    {
        var reading = new SerialReading(serial);
        if (loggedAt is not { } at)
        {
            return reading.Scheme == SerialScheme.Counter ? Counted(serial) : reading.Scheme;
        }

        var sinceMinted = at - reading.AsUnixTime;
        var minted = serial.Value >= SerialReading.FirstUnixTime && sinceMinted >= -Ahead && sinceMinted <= Untouched;
        var dated = false;
        if (reading.Date is { } date)
        {
            var sinceDay = at - date.AtMidnight().InUtc().ToInstant();
            dated = sinceDay >= -DatedAhead && sinceDay <= DatedBehind;

            // Both fit only in logs from 2032 on; the nearer one is meant.
            minted &= !dated || Magnitude(sinceMinted) < Magnitude(sinceDay);
        }

        return minted
            ? sinceMinted > LongAgo && StepIsAtMost(serial, FewSteps) ? SerialScheme.Counter : SerialScheme.UnixTime
            : dated ? SerialScheme.DateCounter
            : Counted(serial);
    }

    private SerialScheme Counted(SerialNumber serial) =>
        _previous is null || StepIsAtMost(serial, CounterSteps) ? SerialScheme.Counter : SerialScheme.Unknown;

    private bool StepIsAtMost(SerialNumber serial, uint largest) =>
        _previous is { } previous
        && (unchecked(serial.Value - previous.Value) <= largest || unchecked(previous.Value - serial.Value) <= largest);

    private static Duration Magnitude(Duration duration) => duration < Duration.Zero ? -duration : duration;

    /// <summary>The values counted for each scheme; a judge is kept for each of perhaps a million zones.</summary>
    [InlineArray((int)SerialScheme.Counter + 1)]
    private struct Votes
    {
        private long _first;
    }
}
