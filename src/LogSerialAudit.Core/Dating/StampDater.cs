using LogSerialAudit.Lines;
using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>
/// Turns stamps into instants: with the year of their run, and with the zone's rules for the hours that occur twice
/// or never.
/// </summary>
public sealed class StampDater
{
    private readonly DateTimeZone _zone;
    private long _safeFrom = long.MaxValue;
    private long _safeTo = long.MinValue;
    private int _safeOffset;
    private int _safeWord;

    /// <summary>The last day that was looked at, and its first second since 1970.</summary>
    private (int Year, byte Month, byte Day) _day;
    private long _midnight;

    /// <summary>Makes a dater for stamps of one zone.</summary>
    public StampDater(DateTimeZone zone) => _zone = zone;

    /// <summary>Dates a stamp.</summary>
    /// <param name="stamp">The stamp of the line.</param>
    /// <param name="line">The line's number, which settles a repeated hour by order.</param>
    /// <param name="run">The run that the line belongs to; null for a line without a stamp.</param>
    public Dated Date(Stamp stamp, long line, ClockRun? run)
    {
        if (!stamp.Exists || run is null || (stamp.IsExchangeable && run.File is { HasBothSlashOrders: true }))
        {
            return Dated.Undated;
        }

        var year = stamp.HasYear ? stamp.Year : run.Year;
        var seconds = Midnight(stamp, year) + stamp.SecondOfDay;
        var unsure = !run.YearIsSure || IsNoDay(stamp, year) ? DatingMark.YearUnsure
            : stamp.IsExchangeable && run.File is not { IsWhole: true } ? DatingMark.DayUnsure
            : DatingMark.None;
        if (stamp.HasOffset)
        {
            return Standing(Make(seconds - (stamp.OffsetMinutes * 60L), stamp, unsure), stamp, run);
        }

        if (seconds >= _safeFrom && seconds < _safeTo)
        {
            return Standing(Unsure(Make(seconds - _safeOffset, stamp, MarkOf(stamp, _safeWord)), unsure), stamp, run);
        }

        var dated = Map(seconds, stamp, line, run);
        return unsure == DatingMark.None ? dated : Standing(Unsure(dated, unsure), stamp, run);
    }

    /// <summary>The same where year or day is not sure: what is uncertain about the hour stands beside that.</summary>
    private static Dated Unsure(Dated dated, DatingMark unsure) => unsure == DatingMark.None ? dated : dated with { Mark = unsure, HourMark = dated.Mark };

    /// <summary>Whether it is a 29 February, and the year that the line was given has none: so it is of another one.</summary>
    private static bool IsNoDay(in Stamp stamp, int year) => stamp is { Day: 29, Month: 2, HasYear: false } && !DateTime.IsLeapYear(year);

    private long Midnight(Stamp stamp, int year)
    {
        if (_day != (year, stamp.Month, stamp.Day))
        {
            (_day, _midnight) = ((year, stamp.Month, stamp.Day), (Calendar.DayNumber(year, stamp.Month, stamp.Day) - Calendar.UnixEpochDay) * 86400);
        }

        return _midnight;
    }

    /// <summary>The same with a place in the order of time by another year than the one that is written.</summary>
    private static Dated Standing(Dated dated, Stamp stamp, ClockRun run) => run.StandsInYear == 0 || !stamp.HasYear ? dated
        : dated with { StandsAsOther = true, Other = dated.At.PlusTicks((stamp.LocalSeconds(run.StandsInYear) - stamp.LocalSeconds(stamp.Year)) * NodaConstants.TicksPerSecond) };

    private Dated Map(long seconds, Stamp stamp, long line, ClockRun run)
    {
        var local = Instant.FromUnixTimeSeconds(seconds).InUtc().LocalDateTime;
        var mapping = _zone.MapLocal(local);
        switch (mapping.Count)
        {
            case 1:
                Remember(mapping.EarlyInterval);
                return Make(seconds - mapping.EarlyInterval.WallOffset.Seconds, stamp, MarkOf(stamp, ZoneWord.Of(mapping.EarlyInterval.Name)));
            case 0:
                return Make(seconds - mapping.EarlyInterval.WallOffset.Seconds, stamp, DatingMark.SkippedHour);
            default:
                var early = Make(seconds - mapping.EarlyInterval.WallOffset.Seconds, stamp, DatingMark.None);
                var late = Make(seconds - mapping.LateInterval.WallOffset.Seconds, stamp, DatingMark.None);
                var (isLate, standsLate) = IsLateByName(stamp, mapping) is { } named ? (named, named) : PassOf(run, stamp, line);
                return isLate switch
                {
                    true => late with { Mark = MarkOfPass(stamp) },
                    false => early with { Mark = MarkOfPass(stamp) },
                    null => early with { Mark = DatingMark.Ambiguous, Other = late.At, StandsAsOther = standsLate },
                };
        }
    }

    /// <summary>A short name of a zone is held against the log's zone; it never chooses one.</summary>
    private static DatingMark MarkOf(Stamp stamp, int word) =>
        stamp.ZoneWord == 0 || stamp.ZoneWord == word ? DatingMark.None : DatingMark.ZoneUnsure;

    private static DatingMark MarkOfPass(Stamp stamp) => stamp.ZoneWord == ZoneWord.Other ? DatingMark.ZoneUnsure : DatingMark.None;

    /// <summary>Whether a line in a repeated hour is of the second pass by the name of its zone; null where that does not say.</summary>
    private static bool? IsLateByName(Stamp stamp, NodaTime.TimeZones.ZoneLocalMapping mapping)
    {
        var (early, late) = (ZoneWord.Of(mapping.EarlyInterval.Name), ZoneWord.Of(mapping.LateInterval.Name));
        return stamp.ZoneWord == 0 || early == late ? null
            : stamp.ZoneWord == late ? true
            : stamp.ZoneWord == early ? false
            : null;
    }

    /// <summary>Whether a line in a repeated hour is of the second pass, null where nothing says; and as what it stands in the order of lines.</summary>
    private static (bool? IsLate, bool StandsLate) PassOf(ClockRun run, Stamp stamp, long line)
    {
        var local = stamp.LocalSeconds(stamp.HasYear ? stamp.Year : run.Year);
        return run.RepeatedHours.Find(hour => local >= hour.From && local < hour.To)?.PassOf(local, line) ?? (null, false);
    }

    /// <summary>Keeps the part of a zone interval in which every local time has one meaning.</summary>
    private void Remember(NodaTime.TimeZones.ZoneInterval interval)
    {
        const long NearAChange = 4 * 3600;
        _safeOffset = interval.WallOffset.Seconds;
        _safeWord = ZoneWord.Of(interval.Name);
        _safeFrom = interval.HasStart ? interval.Start.ToUnixTimeSeconds() + _safeOffset + NearAChange : long.MinValue;
        _safeTo = interval.HasEnd ? interval.End.ToUnixTimeSeconds() + _safeOffset - NearAChange : long.MaxValue;
    }

    private static Dated Make(long seconds, Stamp stamp, DatingMark mark)
    {
        var at = Instant.FromUnixTimeSeconds(seconds);
        return new(stamp.Nanosecond == 0 ? at : at.PlusNanoseconds(stamp.Nanosecond), stamp.FractionDigits, mark, default);
    }
}
