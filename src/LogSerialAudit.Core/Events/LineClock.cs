using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using LogSerialAudit.Dating;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>
/// Chooses the lines of a file whose stamps can tell its clock something: while day and ten minutes of a host stand still and
/// its time of day does not go back, that are the first line and the last one of a block. Most lines cost a few comparisons of
/// whole words and no parsing.
/// </summary>
internal sealed class LineClock
{
    private readonly Dictionary<byte[], HostSight> _sights = new(ByteComparer.Instance);
    private readonly Dictionary<byte[], HostSight>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<HostSight> _inOrder = [];
    private readonly List<HostSight> _unshown = [];
    private HostSight? _last;
    private int _lastHead;

    /// <summary>Of <see cref="_last"/>, while its next line may be near; the last line that was, it does not know yet.</summary>
    private NearStamp _near;
    private int _nearHost;
    private int _nearStart;
    private long _nearLine;
    private ulong _stampFirst;
    private ulong _stampSecond;
    private Stamp _stamp;

    public LineClock() => _lookup = _sights.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The host of a line; a new one is told to <paramref name="into"/>.</summary>
    public HostSight HostOf(in Envelope envelope, FoundLines into)
    {
        var hasLastHead = envelope.Head > 0 && envelope.Head == _lastHead;
        _lastHead = envelope.Head;
        if (_last is { } last && (hasLastHead || (envelope.Host.SequenceEqual(last.Host) && envelope.Within.SequenceEqual(last.Within))))
        {
            return last;
        }

        LeaveNear();
        if (envelope.Within.IsEmpty)
        {
            return _last = Find(envelope.Host, envelope, into);
        }

        var length = envelope.Host.Length + 1 + envelope.Within.Length;
        var name = length <= 512 ? stackalloc byte[length] : new byte[length];
        envelope.Host.CopyTo(name);
        name[envelope.Host.Length] = (byte)'\n';
        envelope.Within.CopyTo(name[(envelope.Host.Length + 1)..]);
        return _last = Find(name, envelope, into);
    }

    /// <summary>Takes a classic line of the host of the last one.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where it begins in its block.</param>
    /// <param name="number">The line's number.</param>
    /// <param name="knownHost">What <see cref="EnvelopeReader.KnownHost"/> says.</param>
    /// <returns>False where it must be looked at closer; then nothing is changed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool PassNear(ReadOnlySpan<byte> line, int start, long number, int knownHost)
    {
        if (knownHost != _nearHost || _near.IsNone || line.Length < EnvelopeReader.HostStart || !_near.Reaches(line, ref _near))
        {
            return false;
        }

        (_nearStart, _nearLine) = (start, number);
        return true;
    }

    /// <summary>The number of the host of the last line that was asked for: that of the lines that <see cref="PassNear"/> takes.</summary>
    public int LastHost => _last!.Number;

    /// <summary>The stamp that lines of a host may be near to.</summary>
    /// <param name="knownHost">What <see cref="EnvelopeReader.KnownHost"/> says.</param>
    public NearStamp NearTo(int knownHost) => knownHost == _nearHost ? _near : default;

    /// <summary>Takes a line of the last host, and those before it, whose stamps were near.</summary>
    /// <param name="near">Its stamp.</param>
    /// <param name="start">Where it begins in its block.</param>
    /// <param name="number">The line's number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pass(NearStamp near, int start, long number) => (_near, _nearStart, _nearLine) = (near, start, number);

    /// <summary>Takes a line.</summary>
    /// <param name="block">The block of lines.</param>
    /// <param name="envelope">The line's parts.</param>
    /// <param name="sight">Its host.</param>
    /// <param name="number">The line's number.</param>
    /// <param name="knownHost">What <see cref="EnvelopeReader.KnownHost"/> says of the line.</param>
    /// <param name="into">Where lines before it go that the clock has to see first.</param>
    /// <param name="stamp">Its stamp, where it is to be seen.</param>
    /// <returns>Whether the clock is to see it.</returns>
    public bool See(ReadOnlySpan<byte> block, in Envelope envelope, HostSight sight, long number, int knownHost, FoundLines into, out Stamp stamp)
    {
        stamp = default;
        LeaveNear();
        if (envelope.StampForm == StampForm.None)
        {
            return false;
        }

        var text = envelope.StampText;
        var dayLength = DayLength(envelope.StampForm, text);
        var time = TimeOf(envelope.StampForm, text, dayLength);
        var isNear = !sight.SeesNext && envelope.StampForm == sight.Form && time >= sight.Time && IsNear(sight, time) && text[..dayLength].SequenceEqual(sight.Day);
        if (!isNear)
        {
            Show(block, sight, into);
            stamp = envelope.ReadStamp();
            if (!stamp.Exists)
            {
                return false;
            }

            // The line after a step is looked at too: it tells a late line from a clock that was set.
            sight.SeesNext = envelope.StampForm != sight.Form || time < sight.Time || !text[..dayLength].SequenceEqual(sight.Day);
            sight.Form = envelope.StampForm;
            sight.SetDay(text[..dayLength]);
        }

        sight.Time = time;
        if (knownHost > 0 && !sight.SeesNext && sight == _last)
        {
            (_near, _nearHost) = (NearStamp.Of(text), knownHost);
        }

        if (isNear)
        {
            KeepUnshown(sight, block, text, number);
        }

        return !isNear;
    }

    /// <summary>Reads a stamp; the same classic one again costs two comparisons.</summary>
    public Stamp StampOf(in Envelope envelope)
    {
        var text = envelope.StampText;
        return envelope.StampForm != StampForm.Classic || text.Length <= EnvelopeReader.HostStart || text[15] != ' ' || text[9] != ':' || text[6] != ' '
            ? envelope.ReadStamp()
            : StampOf(text);
    }

    /// <summary>Reads the classic stamp that a line begins with.</summary>
    public Stamp StampOf(ReadOnlySpan<byte> line)
    {
        var (first, second) = (EnvelopeReader.FirstWord(line), EnvelopeReader.SecondWord(line));
        if (first != _stampFirst)
        {
            (_stampFirst, _stampSecond, _stamp) = (first, second, StampReader.TryRead(StampForm.Classic, line, out var stamp, out _) ? stamp : default);
        }
        else if (second != _stampSecond)
        {
            (_stampSecond, _stamp) = (second, _stamp.Exists ? StampReader.ReadClock(line, _stamp) : StampReader.TryRead(StampForm.Classic, line, out var stamp, out _) ? stamp : default);
        }

        return _stamp;
    }

    /// <summary>Shows the clock the last lines of all hosts; to be called before the block goes away.</summary>
    public void Flush(ReadOnlySpan<byte> block, FoundLines into)
    {
        KeepNear();
        foreach (var sight in _unshown)
        {
            Show(block, sight, into);
        }

        _unshown.Clear();
    }

    /// <summary>Sees the next line of each host whatever it says.</summary>
    public void BeginPart()
    {
        LeaveNear();
        _inOrder.ForEach(sight => sight.SeesNext = true);
    }

    private void LeaveNear()
    {
        KeepNear();
        _near = default;
    }

    /// <summary>Tells the last host of its lines that were near.</summary>
    private void KeepNear()
    {
        if (_nearLine > 0 && _last is { } sight)
        {
            sight.Time = _near.TimeAfter(sight.Time);
            KeepUnshown(sight, _nearStart, _nearLine);
            _nearLine = 0;
        }
    }

    private HostSight Find(ReadOnlySpan<byte> name, in Envelope envelope, FoundLines into)
    {
        if (_lookup.TryGetValue(name, out var sight))
        {
            return sight;
        }

        if (_inOrder.Count >= FileClock.MostHosts)
        {
            return _inOrder[^1];
        }

        sight = new HostSight(_inOrder.Count, envelope.Host.ToArray(), envelope.Within.ToArray());
        _inOrder.Add(sight);
        into.NewHosts.Add(sight);
        _lookup[name] = sight;
        return sight;
    }

    private void KeepUnshown(HostSight sight, ReadOnlySpan<byte> block, ReadOnlySpan<byte> stamp, long number)
    {
        if (block.Overlaps(stamp, out var start))
        {
            KeepUnshown(sight, start, number);
            return;
        }

        // The line was put together from parts, or decoded.
        var copy = sight.LastCopy ??= new byte[HostSight.MostOfStamp];
        copy.AsSpan().Clear();
        stamp[..Math.Min(stamp.Length, copy.Length)].CopyTo(copy);
        KeepUnshown(sight, -1, number);
    }

    private void KeepUnshown(HostSight sight, int start, long number)
    {
        if (sight.LastLine == 0)
        {
            _unshown.Add(sight);
        }

        (sight.LastStart, sight.LastLine) = (start, number);
    }

    private static void Show(ReadOnlySpan<byte> block, HostSight sight, FoundLines into)
    {
        if (sight.LastLine > 0 && StampReader.TryRead(sight.Form, sight.LastStart < 0 ? sight.LastCopy : block[sight.LastStart..], out var stamp, out _))
        {
            ref var line = ref into.Add(FoundAs.Sighting);
            (line.Host, line.Stamp, line.Line) = (sight.Number, stamp, sight.LastLine);
        }

        sight.LastLine = 0;
    }

    private static int DayLength(StampForm form, ReadOnlySpan<byte> stamp) => form switch
    {
        StampForm.Classic => 6,
        StampForm.YearLast or StampForm.Mail => stamp.IndexOf((byte)':') - 3,
        StampForm.Basic => 8,
        StampForm.Iso or StampForm.Svlogd => 10,
        StampForm.Bind or StampForm.YearFirst => 11,
        StampForm.Full => 14,
        StampForm.Named => StampReader.NamedDayLength(stamp),

        // A hundred thousand seconds, a little more than a day.
        _ => 5,
    };

    /// <summary>
    /// Whether a time of day has the same <c>HH:M</c> as the last one: no longer silence hides between them. A count of
    /// seconds knows no repeated hour that a silence could hide; of a stamp with the year behind the time the day does not say which, and
    /// the hours of half a day do not grow.
    /// </summary>
    private static bool IsNear(HostSight sight, ulong time) => sight.Form == StampForm.Unix || ((time ^ sight.Time) >> 32 == 0 && sight.Form is not (StampForm.YearLast or StampForm.DayFirst or StampForm.MonthFirst));

    /// <summary>The eight characters of <c>HH:MM:SS</c>, the six of <c>HHMMSS</c>, or a count of seconds and less, as a number that grows with the time of day.</summary>
    private static ulong TimeOf(StampForm form, ReadOnlySpan<byte> stamp, int dayLength)
    {
        var start = form == StampForm.Unix ? dayLength : dayLength + 1;
        var time = stamp.Length >= start + 8 ? BinaryPrimitives.ReadUInt64BigEndian(stamp[start..]) : 0;
        return form == StampForm.Basic ? time >> 16 << 16 : time;
    }
}
