using NodaTime;

namespace LogSerialAudit.Serials;

/// <summary>
/// How one serial reads by itself, without its zone's other serials. A date-like value is also a number of seconds:
/// both readings are kept, so that a text can name the one not taken.
/// </summary>
/// <param name="Serial">The serial that is read.</param>
public readonly record struct SerialReading(SerialNumber Serial)
{
    /// <summary>The earliest year that YYYYMMDDnn is taken for: the DNS is younger (RFC 882 is of 1983).</summary>
    public const int FirstYear = 1980;

    /// <summary>The latest year that YYYYMMDDnn is taken for.</summary>
    public const int LastYear = 2099;

    /// <summary>
    /// The first value taken for seconds since 1970, 2001-09-09T01:46:40Z: from then on the clock has had ten digits.
    /// Fewer digits are far more often a counter than a zone last touched in the last century.
    /// </summary>
    public const uint FirstUnixTime = 1_000_000_000;

    /// <summary>
    /// The last value taken for seconds since 1970 without other evidence, 2038-01-19T03:14:07Z, where a signed
    /// 32-bit clock ends. Larger numbers are counters or other ways to write a date (DDMMYYhhmm).
    /// </summary>
    public const uint LastUnixTime = int.MaxValue;

    /// <summary>The scheme that the value suggests; never <see cref="SerialScheme.Unknown"/>.</summary>
    public SerialScheme Scheme => Date is not null ? SerialScheme.DateCounter
        : Serial.Value is >= FirstUnixTime and <= LastUnixTime ? SerialScheme.UnixTime
        : SerialScheme.Counter;

    /// <summary>When the serial was minted (UTC, whole seconds), where it reads as <see cref="SerialScheme.UnixTime"/>; else null.</summary>
    public Instant? MintedAt => Scheme == SerialScheme.UnixTime ? AsUnixTime : null;

    /// <summary>The value as seconds since 1970 (UTC), whether or not that is likely.</summary>
    public Instant AsUnixTime => Instant.FromUnixTimeSeconds(Serial.Value);

    /// <summary>The day in YYYYMMDDnn, years 1980 to 2099 of the calendar; null for anything else. It names no time zone.</summary>
    public LocalDate? Date
    {
        get
        {
            var digits = (int)(Serial.Value / 100);
            var year = digits / 10_000;
            if (year is < FirstYear or > LastYear)
            {
                return null;
            }

            var (month, day) = (digits / 100 % 100, digits % 100);
            var isDate = month is >= 1 and <= 12
                && day >= 1
                && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
            return isDate ? new LocalDate(year, month, day) : null;
        }
    }

    /// <summary>The last two digits, nn of YYYYMMDDnn; they mean something only where <see cref="Date"/> is not null.</summary>
    public int DayCount => (int)(Serial.Value % 100);
}
