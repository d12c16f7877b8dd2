using System.Buffers.Binary;
using LogSerialAudit.Dating;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>
/// Shows a file's clock every line that could tell it something: while day, ten minutes and host stand still and the time
/// of day does not go back, a line costs four comparisons and no parsing.
/// </summary>
internal sealed class LineClock
{
    /// <summary>No stamp is longer than this.</summary>
    private const int MostOfStamp = 64;

    private readonly FileClock _clock;
    private readonly byte[] _lastCopy = new byte[MostOfStamp];
    private byte[] _host = [];
    private byte[] _within = [];
    private byte[] _day = [];
    private StampForm _form;
    private ulong _time;
    private int _lastStart;
    private long _lastLine;
    private bool _seesNext;
    private HostClock? _hostClock;

    public LineClock(FileClock clock) => _clock = clock;

    /// <summary>Takes a line of the block.</summary>
    /// <param name="block">The block of lines.</param>
    /// <param name="envelope">The line's parts.</param>
    /// <param name="line">The line's number.</param>
    public void See(ReadOnlySpan<byte> block, in Envelope envelope, long line)
    {
        if (envelope.StampForm == StampForm.None)
        {
            return;
        }

        var stamp = envelope.StampText;
        var dayLength = DayLength(envelope.StampForm, stamp);
        var time = TimeOf(envelope.StampForm, stamp, dayLength);
        if (!_seesNext && envelope.StampForm == _form && time >= _time && IsNear(time) && stamp[..dayLength].SequenceEqual(_day) && IsOfLastHost(envelope))
        {
            _time = time;
            Remember(block, stamp, line);
            return;
        }

        Flush(block);
        var read = envelope.ReadStamp();
        if (!read.Exists)
        {
            return;
        }

        if (_hostClock is null || !IsOfLastHost(envelope))
        {
            _hostClock = _clock.Of(envelope);
            (_host, _within) = (envelope.Host.ToArray(), envelope.Within.ToArray());
        }

        // The line after a step is looked at too: it tells a late line from a clock that was set.
        _seesNext = envelope.StampForm != _form || time < _time || !stamp[..dayLength].SequenceEqual(_day);
        _hostClock.Observe(read, line);
        (_form, _time, _day) = (envelope.StampForm, time, stamp[..dayLength].ToArray());
        Remember(block, stamp, line);
    }

    /// <summary>Shows the clock the last line seen; to be called before the block goes away.</summary>
    public void Flush(ReadOnlySpan<byte> block)
    {
        if (_hostClock is null || _lastLine == 0)
        {
            return;
        }

        if (StampReader.TryRead(_form, _lastStart < 0 ? _lastCopy : block[_lastStart..], out var stamp, out _))
        {
            _hostClock.Observe(stamp, _lastLine);
        }

        _lastLine = 0;
    }

    private bool IsOfLastHost(in Envelope envelope) => envelope.Host.SequenceEqual(_host) && envelope.Within.SequenceEqual(_within);

    private void Remember(ReadOnlySpan<byte> block, ReadOnlySpan<byte> stamp, long line)
    {
        _lastLine = line;
        if (block.Overlaps(stamp, out _lastStart))
        {
            return;
        }

        // The line was put together from parts, or decoded.
        _lastCopy.AsSpan().Clear();
        stamp[..Math.Min(stamp.Length, _lastCopy.Length)].CopyTo(_lastCopy);
        _lastStart = -1;
    }

    private static int DayLength(StampForm form, ReadOnlySpan<byte> stamp) => form switch
    {
        StampForm.Classic => 6,
        StampForm.Iso => 10,
        StampForm.Bind => 11,
        StampForm.Full => 14,
        StampForm.Named => StampReader.NamedDayLength(stamp),

        // A hundred thousand seconds, a little more than a day.
        _ => 5,
    };

    /// <summary>
    /// Whether a time of day has the same <c>HH:M</c> as the last one: no longer silence hides between them. A count of
    /// seconds knows no repeated hour that a silence could hide.
    /// </summary>
    private bool IsNear(ulong time) => _form == StampForm.Unix || (time ^ _time) >> 32 == 0;

    /// <summary>The eight characters of <c>HH:MM:SS</c>, or of a count of seconds and less, as a number that grows with the time of day.</summary>
    private static ulong TimeOf(StampForm form, ReadOnlySpan<byte> stamp, int dayLength)
    {
        var start = form == StampForm.Unix ? dayLength : dayLength + 1;
        return stamp.Length >= start + 8 ? BinaryPrimitives.ReadUInt64BigEndian(stamp[start..]) : 0;
    }
}
