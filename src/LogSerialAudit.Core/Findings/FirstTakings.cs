using System.Runtime.InteropServices;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings;

/// <summary>
/// How the serials that are asked for first came into service, to be looked up by zone and serial. A dense log has hundreds of
/// thousands of them, so they are records side by side, and a taking is made of one when it is asked for.
/// </summary>
/// <param name="takings">All takings.</param>
internal sealed class FirstTakings(Takings takings)
{
    private const int PageLength = 1024;
    private const int FirstSlots = 1024;

    private readonly List<Record[]> _pages = [];
    private readonly List<Dated> _oddDates = [];
    private int _count;

    /// <summary>The serials that are asked for, each with its zone; 0 where there is room.</summary>
    private ulong[] _keys = new ulong[FirstSlots];

    /// <summary>The number of the earliest record of each, whichever history it is of; 0 where there is none.</summary>
    private int[] _earliest = new int[FirstSlots];
    private int _wanted;

    /// <summary>A hash table of the numbers of records, by history and serial; 0 where there is room.</summary>
    private int[] _numbers = new int[FirstSlots];
    private int _numbered;

    /// <summary>Asks for a serial of a zone.</summary>
    /// <param name="zone">The number of the zone, from 1.</param>
    /// <param name="serial">The serial.</param>
    public void Want(int zone, SerialNumber serial)
    {
        var slot = SlotOf(_keys, KeyOf(zone, serial));
        if (_keys[slot] != 0)
        {
            return;
        }

        _keys[slot] = KeyOf(zone, serial);
        if (++_wanted * 4L > _keys.Length * 3L)
        {
            Grow();
        }
    }

    /// <summary>Keeps a taking, if its serial was asked for and is new to its history.</summary>
    /// <param name="walk">Where the taking is.</param>
    /// <param name="zone">The number of its zone.</param>
    public void Note(TakingWalk walk, int zone)
    {
        var slot = SlotOf(_keys, KeyOf(zone, walk.Serial));
        if (_keys[slot] == 0)
        {
            return;
        }

        ref var number = ref _numbers[SlotOf(walk.History.Number, walk.Serial)];
        if (number > 0)
        {
            return;
        }

        number = Keep(walk);
        ref var earliest = ref _earliest[slot];
        earliest = earliest == 0 || walk.Place < RecordOf(earliest).Place ? number : earliest;
        if (++_numbered * 4L > _numbers.Length * 3L)
        {
            GrowNumbers();
        }
    }

    /// <summary>Keeps a taking, whatever its serial.</summary>
    /// <param name="walk">Where the taking is.</param>
    /// <returns>The number by which it is found again, from 1.</returns>
    public int Keep(TakingWalk walk)
    {
        if (_count == _pages.Count * PageLength)
        {
            _pages.Add(new Record[PageLength]);
        }

        RecordOf(++_count) = new Record(walk.Record, walk.Previous) { At = default(ShortDated).With(walk.At, _oddDates) };
        return _count;
    }

    /// <summary>The taking of a number.</summary>
    public SerialTaking this[int number] => takings.TakingOf(RecordOf(number).Full(_oddDates), RecordOf(number).Before);

    /// <summary>How a serial that was asked for first came into service at an observer; null where no line shows it.</summary>
    public SerialTaking? Of(SerialHistory history, SerialNumber serial) => _numbers[SlotOf(history.Number, serial)] is > 0 and var number ? this[number] : null;

    /// <summary>When that was; null where no line shows it.</summary>
    public Dated? AtOf(SerialHistory history, SerialNumber serial) =>
        _numbers[SlotOf(history.Number, serial)] is > 0 and var number ? RecordOf(number).At.Of(_oddDates) : null;

    /// <summary>Which server gave it, as logged; empty where no line shows it, or none names a server.</summary>
    public EventText GiverOf(SerialHistory history, SerialNumber serial) =>
        _numbers[SlotOf(history.Number, serial)] is > 0 and var number ? RecordOf(number).From : default;

    /// <summary>How a serial that was asked for first came into service anywhere; null where no line shows it.</summary>
    public SerialTaking? Anywhere(int zone, SerialNumber serial) => _earliest[SlotOf(_keys, KeyOf(zone, serial))] is > 0 and var number ? this[number] : null;

    private ref Record RecordOf(int number) => ref _pages[(number - 1) / PageLength][(number - 1) % PageLength];

    private void Grow()
    {
        var (keys, earliest) = (new ulong[_keys.Length * 2], new int[_keys.Length * 2]);
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_keys[slot] != 0)
            {
                var place = SlotOf(keys, _keys[slot]);
                (keys[place], earliest[place]) = (_keys[slot], _earliest[slot]);
            }
        }

        (_keys, _earliest) = (keys, earliest);
    }

    private void GrowNumbers()
    {
        var old = _numbers;
        _numbers = new int[old.Length * 2];
        foreach (var number in old)
        {
            if (number > 0)
            {
                _numbers[SlotOf(RecordOf(number).History, RecordOf(number).Serial)] = number;
            }
        }
    }

    private static ulong KeyOf(int zone, SerialNumber serial) => ((ulong)zone << 32) | serial.Value;

    /// <summary>The hash is drawn for each process: who writes a log must not be able to make its serials collide.</summary>
    private static int SlotOf(ulong[] keys, ulong key)
    {
        var slot = HashCode.Combine(key) & (keys.Length - 1);
        while (keys[slot] != 0 && keys[slot] != key)
        {
            slot = (slot + 1) & (keys.Length - 1);
        }

        return slot;
    }

    private int SlotOf(int history, SerialNumber serial)
    {
        var slot = HashCode.Combine(history, serial.Value) & (_numbers.Length - 1);
        while (_numbers[slot] is > 0 and var number && (RecordOf(number).History != history || RecordOf(number).Serial != serial))
        {
            slot = (slot + 1) & (_numbers.Length - 1);
        }

        return slot;
    }

    /// <summary>A taking in some sixty bytes.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Record(in TakingRecord taking, SerialNumber? before)
    {
        private readonly uint _before = before?.Value ?? 0;
        private readonly bool _hasBefore = before is not null;
        private readonly EventKind _kind = taking.Kind;
        private readonly int _file = taking.File;
        private readonly long _line = taking.Line;

        /// <summary>The number of the history.</summary>
        public readonly int History = taking.History;

        /// <summary>The serial.</summary>
        public readonly SerialNumber Serial = taking.Serial;

        /// <summary>The place among all events.</summary>
        public readonly int Place = taking.Place;

        /// <summary>The server it was transferred from.</summary>
        public readonly EventText From = taking.From;

        /// <summary>When the line was logged.</summary>
        public ShortDated At;

        /// <summary>The serial in service before.</summary>
        public readonly SerialNumber? Before => _hasBefore ? new SerialNumber(_before) : null;

        /// <summary>All of it.</summary>
        public readonly TakingRecord Full(List<Dated> odd) => new(History, Serial, null, At.Of(odd), _kind, _file, _line, Place, From);
    }
}
