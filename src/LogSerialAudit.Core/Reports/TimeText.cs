using System.Text;
using LogSerialAudit.Dating;
using LogSerialAudit.Findings;
using NodaTime;
using NodaTime.TimeZones;

namespace LogSerialAudit.Reports;

/// <summary>
/// Writes instants as text in ASCII, in UTC and in one local time zone, without allocating. It remembers the zone
/// interval and days that were written, since rows share them: use one for each thread.
/// </summary>
/// <param name="local">The time zone of the local times.</param>
/// <param name="style">How times are written.</param>
public sealed class TimeText(DateTimeZone local, DateStyle style)
{
    /// <summary>Room enough for any time, in bytes.</summary>
    public const int MaxLength = 48;

    /// <summary>Room enough for any time without a fraction.</summary>
    internal const int MostOfSecond = 32;

    private const int SecondsADay = 86_400;

    /// <summary>Serials are of many days, so more than one is remembered; a power of two.</summary>
    private const int KnownDays = 64;

    /// <summary>The last two instants without a fraction, the texts of both, and which of them was the last one.</summary>
    private readonly (Instant Instant, int Length)[] _last = new (Instant, int)[2];
    private readonly byte[] _lastTexts = new byte[2 * MostOfSecond];
    private int _hit;
    private readonly byte[] _fine = new byte[MaxLength];
    private readonly WrittenDay[] _days = [.. Enumerable.Range(0, KnownDays).Select(_ => new WrittenDay())];
    private ZoneInterval? _interval;

    /// <summary>The time zone of the local times.</summary>
    public DateTimeZone LocalZone => local;

    /// <summary>Writes <paramref name="instant"/> in UTC.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="fractionDigits">How many digits of the second's fraction are written, 0 to 9; the rest is cut off, not rounded.</param>
    /// <param name="into">Room for at least <see cref="MaxLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fractionDigits"/> is not 0 to 9.</exception>
    public int WriteUtc(Instant instant, int fractionDigits, Span<byte> into)
    {
        UtcText(instant, fractionDigits, out var length)[..length].CopyTo(into);
        return length;
    }

    /// <summary>The text of <see cref="WriteUtc"/>, to be used before the next one is asked for; behind it there is room, <see cref="MostOfSecond"/> bytes in all.</summary>
    internal ReadOnlySpan<byte> UtcText(Instant instant, int fractionDigits, out int length)
    {
        if (fractionDigits != 0)
        {
            length = WriteAnew(instant, instant.ToUnixTimeSeconds(), fractionDigits, _fine);
            return _fine;
        }

        if (instant != _last[_hit].Instant || _last[_hit].Length == 0)
        {
            // Rows have a time that comes again and again, and that of a serial: each stays while the other one changes.
            _hit = 1 - _hit;
            if (instant != _last[_hit].Instant || _last[_hit].Length == 0)
            {
                _last[_hit] = (instant, WriteAnew(instant, instant.ToUnixTimeSeconds(), 0, _lastTexts.AsSpan(_hit * MostOfSecond, MostOfSecond)));
            }
        }

        length = _last[_hit].Length;
        return _lastTexts.AsSpan(_hit * MostOfSecond, MostOfSecond);
    }

    /// <summary>Writes <paramref name="instant"/> in the local zone, with its offset unless the style is for spreadsheets.</summary>
    /// <inheritdoc cref="WriteUtc"/>
    public int WriteLocal(Instant instant, int fractionDigits, Span<byte> into)
    {
        if (_interval is null || !_interval.Contains(instant))
        {
            _interval = local.GetZoneInterval(instant);
        }

        var offset = _interval.WallOffset.Seconds;
        var length = Write(instant, instant.ToUnixTimeSeconds(), offset, fractionDigits, into);
        return style == DateStyle.Iso ? length + WriteOffset(offset, into[length..]) : length;
    }

    /// <summary>The local time for people: the text of <see cref="Local"/>, but UTC, where it is the local zone, is said as <c>Z</c>.</summary>
    public string Here(Instant instant, int fractionDigits = 0) =>
        local.MinOffset == Offset.Zero && local.MaxOffset == Offset.Zero ? Utc(instant, fractionDigits) : Local(instant, fractionDigits);

    /// <summary>The same of a line's time, and what is not sure of it.</summary>
    public string Here(in Dated at) => at.Exists ? Here(at.At, at.FractionDigits) + Said.Doubt(at) : at.Words();

    /// <summary>The text of <see cref="WriteUtc"/>, where speed does not matter.</summary>
    public string Utc(Instant instant, int fractionDigits = 0)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..WriteUtc(instant, fractionDigits, text)]);
    }

    /// <summary>The text of <see cref="WriteLocal"/>, where speed does not matter.</summary>
    public string Local(Instant instant, int fractionDigits = 0)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..WriteLocal(instant, fractionDigits, text)]);
    }

    private int WriteAnew(Instant instant, long unixSeconds, int fractionDigits, Span<byte> into)
    {
        var length = Write(instant, unixSeconds, 0, fractionDigits, into);
        if (style == DateStyle.Iso)
        {
            into[length++] = (byte)'Z';
        }

        return length;
    }

    private int Write(Instant instant, long unixSeconds, int offset, int fractionDigits, Span<byte> into)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)fractionDigits, 9u, nameof(fractionDigits));
        var (day, second) = Math.DivRem(unixSeconds + offset, SecondsADay);
        if (second < 0)
        {
            (day, second) = (day - 1, second + SecondsADay);
        }

        var length = _days[(int)day & (KnownDays - 1)].CopyTo((int)day, into);
        WriteClock((int)second, into.Slice(length, 9));
        length += 9;
        if (fractionDigits > 0)
        {
            var nanoseconds = (instant - Instant.FromUnixTimeSeconds(unixSeconds)).SubsecondNanoseconds;
            WriteFraction(nanoseconds, into.Slice(length, fractionDigits + 1));
            length += fractionDigits + 1;
        }

        return length;
    }

    private void WriteClock(int second, Span<byte> into)
    {
        var (minutes, seconds) = Math.DivRem((uint)second, 60);
        var (hours, minute) = Math.DivRem(minutes, 60);
        into[0] = style == DateStyle.Iso ? (byte)'T' : (byte)' ';
        WriteTwoDigits((int)hours, into[1..]);
        into[3] = (byte)':';
        WriteTwoDigits((int)minute, into[4..]);
        into[6] = (byte)':';
        WriteTwoDigits((int)seconds, into[7..]);
    }

    private static void WriteFraction(int nanoseconds, Span<byte> into)
    {
        into[0] = (byte)'.';
        var unit = 100_000_000;
        foreach (ref var digit in into[1..])
        {
            digit = (byte)('0' + (nanoseconds / unit % 10));
            unit /= 10;
        }
    }

    /// <summary>Offsets of old local mean times have seconds; they are written, or the text would name another instant.</summary>
    private static int WriteOffset(int offset, Span<byte> into)
    {
        var magnitude = Math.Abs(offset);
        into[0] = offset < 0 ? (byte)'-' : (byte)'+';
        WriteTwoDigits(magnitude / 3600, into[1..]);
        into[3] = (byte)':';
        WriteTwoDigits(magnitude / 60 % 60, into[4..]);
        if (magnitude % 60 == 0)
        {
            return 6;
        }

        into[6] = (byte)':';
        WriteTwoDigits(magnitude % 60, into[7..]);
        return 9;
    }

    private static void WriteTwoDigits(int number, Span<byte> into)
    {
        var tens = (int)((uint)number * 103 >> 10);
        into[1] = (byte)('0' + number - (tens * 10));
        into[0] = (byte)('0' + tens);
    }

    /// <summary>The text of a day that was written, <c>2019-05-25</c>.</summary>
    private sealed class WrittenDay
    {
        private readonly byte[] _text = new byte[16];
        private int _length;
        private int _day;

        public int CopyTo(int day, Span<byte> into)
        {
            if (_length == 0 || day != _day)
            {
                Render(day);
            }

            // A fixed length is a single move.
            _text.CopyTo(into);
            return _length;
        }

        private void Render(int day)
        {
            var date = NodaConstants.UnixEpoch.InUtc().Date.PlusDays(day);
            var length = 0;
            var year = date.Year;
            if (year < 0)
            {
                _text[length++] = (byte)'-';
                year = -year;
            }

            WriteTwoDigits(year / 100, _text.AsSpan(length));
            WriteTwoDigits(year % 100, _text.AsSpan(length + 2));
            _text[length + 4] = (byte)'-';
            WriteTwoDigits(date.Month, _text.AsSpan(length + 5));
            _text[length + 7] = (byte)'-';
            WriteTwoDigits(date.Day, _text.AsSpan(length + 8));
            (_length, _day) = (length + 10, day);
        }
    }
}
