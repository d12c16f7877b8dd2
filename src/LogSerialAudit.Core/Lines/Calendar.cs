namespace LogSerialAudit.Lines;

/// <summary>Days of the proleptic Gregorian calendar as numbers, for the hot path.</summary>
public static class Calendar
{
    /// <summary>Days from 0001-01-01 (day 0) to the given date. A day past the month's end runs on into the next.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 31.</param>
    public static long DayNumber(int year, int month, int day)
    {
        var past = year - 1;
        var leaps = (past / 4) - (past / 100) + (past / 400);
        var leapDay = month > 2 && DateTime.IsLeapYear(year) ? 1 : 0;
        return (past * 365L) + leaps + DaysBefore[month - 1] + leapDay + day - 1;
    }

    /// <summary>The date of a day number (the inverse of <see cref="DayNumber"/>).</summary>
    /// <param name="dayNumber">0 to that of 9999-12-31.</param>
    public static (int Year, int Month, int Day) DateOf(long dayNumber)
    {
        var date = new DateTime(dayNumber * TimeSpan.TicksPerDay, DateTimeKind.Utc);
        return (date.Year, date.Month, date.Day);
    }

    /// <summary>The last year that is read anywhere: the end of the next one is past the end of the calendar in some zones.</summary>
    public const int LastYear = 9998;

    /// <summary>The day number of 1970-01-01.</summary>
    public const long UnixEpochDay = 719162;

    /// <summary>Days before each month in a common year.</summary>
    private static readonly short[] DaysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
}
