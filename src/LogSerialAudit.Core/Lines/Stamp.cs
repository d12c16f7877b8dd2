namespace LogSerialAudit.Lines;

/// <summary>
/// A time as a log line writes it: perhaps without a year, perhaps without an offset from UTC.
/// The default value is the stamp of a line that has none.
/// </summary>
public readonly record struct Stamp
{
    private const int MonthAt = 16;
    private const int DayAt = 24;
    private const int FractionAt = 32;
    private const int FlagsAt = 40;
    private const int OffsetAt = 48;
    private const ulong Existing = 1UL << FlagsAt;
    private const ulong WithOffset = 2UL << FlagsAt;
    private const ulong Exchangeable = 4UL << FlagsAt;

    /// <summary>All but the time of day and the name of the zone, side by side: most stamps have it from the one before.</summary>
    private readonly ulong _day;

    /// <summary>Makes a stamp. The caller has checked the ranges.</summary>
    /// <param name="year">The year, or 0 where the line has none.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 31.</param>
    /// <param name="secondOfDay">Seconds since local midnight; a leap second <c>:60</c> counts as the second after <c>:59</c>.</param>
    /// <param name="nanosecond">Fraction of the second, in nanoseconds.</param>
    /// <param name="fractionDigits">How many digits of a fraction the line has, 0 to 9.</param>
    /// <param name="offsetMinutes">Minutes east of UTC, or null where the line does not say.</param>
    public Stamp(int year, int month, int day, int secondOfDay, int nanosecond, int fractionDigits, int? offsetMinutes)
    {
        _day = (ushort)year | ((ulong)(byte)month << MonthAt) | ((ulong)(byte)day << DayAt) | ((ulong)(byte)fractionDigits << FractionAt)
            | (offsetMinutes is { } offset ? ((ulong)(ushort)offset << OffsetAt) | WithOffset : 0) | Existing;
        SecondOfDay = secondOfDay;
        Nanosecond = nanosecond;
    }

    private Stamp(in Stamp like, ulong flag)
    {
        this = like;
        _day |= flag;
    }

    /// <summary>The year, or 0 where the line has none.</summary>
    public short Year => (short)_day;

    /// <summary>1 to 12.</summary>
    public byte Month => (byte)(_day >> MonthAt);

    /// <summary>1 to 31.</summary>
    public byte Day => (byte)(_day >> DayAt);

    /// <summary>Seconds since local midnight, 0 to 86400.</summary>
    public int SecondOfDay { get; private init; }

    /// <summary>Fraction of the second, in nanoseconds.</summary>
    public int Nanosecond { get; }

    /// <summary>How many digits of a fraction the line has, 0 to 9.</summary>
    public byte FractionDigits => (byte)(_day >> FractionAt);

    /// <summary>Minutes east of UTC; only where <see cref="HasOffset"/>.</summary>
    public short OffsetMinutes => (short)(_day >> OffsetAt);

    /// <summary>The zone's short name, as <see cref="Lines.ZoneWord"/> numbers it; 0 where the line has none, or an offset.</summary>
    public int ZoneWord { get; private init; }

    /// <summary>Whether the line has a stamp at all.</summary>
    public bool Exists => _day != 0;

    /// <summary>Whether the line says its offset from UTC.</summary>
    public bool HasOffset => (_day & WithOffset) != 0;

    /// <summary>Whether the line says its year.</summary>
    public bool HasYear => Year != 0;

    /// <summary>Whether day and month could be exchanged, as in <c>10/07/2025</c>: only other lines show which is which.</summary>
    internal bool IsExchangeable => (_day & Exchangeable) != 0;

    /// <summary>Whether it is of the day and the form of another one.</summary>
    internal bool IsOfDayOf(in Stamp other) => _day == other._day && ZoneWord == other.ZoneWord;

    /// <summary>The same, and not before it.</summary>
    internal bool GoesOnFrom(in Stamp other) =>
        IsOfDayOf(other)
        && (SecondOfDay > other.SecondOfDay || (SecondOfDay == other.SecondOfDay && Nanosecond >= other.Nanosecond));

    /// <summary>The same day at another time.</summary>
    internal Stamp At(int secondOfDay) => this with { SecondOfDay = secondOfDay };

    /// <summary>The same stamp, whose day and month could be exchanged.</summary>
    internal Stamp AsExchangeable() => new(this, Exchangeable);

    /// <summary>The same stamp of a line that names its zone by a short name.</summary>
    internal Stamp In(int zoneWord) => this with { ZoneWord = zoneWord };

    /// <summary>
    /// Seconds from 0001-01-01T00:00:00 to this stamp's local time in a given year (proleptic Gregorian calendar).
    /// 29 February in a year that has none is taken as 1 March.
    /// </summary>
    public long LocalSeconds(int year) => (Calendar.DayNumber(year, Month, Day) * 86400L) + SecondOfDay;
}
