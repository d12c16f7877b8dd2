using LogSerialAudit.Dating;
using LogSerialAudit.Lines;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Events;

/// <summary>What the records of a page are written as differences from: the event before, and the last one of each kind.</summary>
internal sealed class EventContext
{
    /// <summary>As many kinds as six bits can tell apart.</summary>
    public const int MostKinds = 64;

    /// <summary>Of a form: no name of a zone has a number so large.</summary>
    private const ulong Exchangeable = 1UL << 63;

    public long Line { get; set; }

    /// <summary>The local time, as <see cref="SecondsOf"/> counts it.</summary>
    public long Seconds { get; set; }

    /// <summary>What <see cref="FormOf"/> says of the stamp; 0 for none.</summary>
    public ulong Form { get; set; }

    public int Writer { get; set; }

    public int Run { get; set; }

    public int Zone { get; set; }

    public int Message { get; set; }

    public SerialNumber Serial { get; set; }

    /// <summary>The number of the last peer of each kind, as far as it is of the pool.</summary>
    public int[] Peers { get; } = new int[MostKinds];

    /// <summary>The number of the last detail of each kind, as far as it is of the pool.</summary>
    public int[] Details { get; } = new int[MostKinds];

    /// <summary>Forgets all, at the beginning of a page.</summary>
    public void Reset()
    {
        (Line, Seconds, Form, Writer, Run, Zone, Message, Serial) = (0, 0, 0, 0, 0, 0, 0, default);
        Array.Clear(Peers);
        Array.Clear(Details);
    }

    /// <summary>All of a stamp but the time that it says, as a number; 0 for no stamp.</summary>
    public static ulong FormOf(in Stamp stamp) => !stamp.Exists ? 0
        : 1 | (stamp.HasOffset ? 2UL : 0) | ((ulong)stamp.FractionDigits << 2) | ((ulong)stamp.Year << 6)
            | ((ulong)(stamp.OffsetMinutes & 0xfff) << 20) | ((ulong)(uint)stamp.ZoneWord << 32)
            | (stamp.IsExchangeable ? Exchangeable : 0);

    /// <summary>The year by which <see cref="SecondsOf"/> counts the stamps of a form.</summary>
    public static int YearOf(ulong form) => ((int)(form >> 6) & 0x3fff) is not 0 and var year ? year : ClockRun.AnyLeapYear;

    /// <summary>How many digits of a fraction stamps of a form have.</summary>
    public static int DigitsOf(ulong form) => (int)(form >> 2) & 0xf;

    /// <summary>The stamp of a form, 0 excepted, at a time.</summary>
    public static Stamp StampOf(ulong form, int month, int day, int secondOfDay, int nanosecond)
    {
        var offset = ((int)(form >> 20) & 0xfff) << 20 >> 20;
        var stamp = new Stamp((int)(form >> 6) & 0x3fff, month, day, secondOfDay, nanosecond, DigitsOf(form), (form & 2) == 0 ? null : offset);
        stamp = (form & Exchangeable) == 0 ? stamp : stamp.AsExchangeable();
        return (int)((form & ~Exchangeable) >> 32) is not 0 and var word ? stamp.In(word) : stamp;
    }

    /// <summary>How many nanoseconds the last digit of a fraction stands for.</summary>
    public static int UnitOf(int fractionDigits) => Units[fractionDigits];

    /// <summary>The local time of a stamp in seconds; without a year, in a leap year.</summary>
    public static long SecondsOf(in Stamp stamp) => stamp.Exists ? stamp.LocalSeconds(stamp.HasYear ? stamp.Year : ClockRun.AnyLeapYear) : 0;

    private static readonly int[] Units = [1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
}
