using NodaTime;
using NodaTime.TimeZones;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>What goes wrong with the order of lines.</summary>
internal sealed class LogDisorder(Random random, List<string> settings, LogDisorder.LineMaker line)
{
    /// <summary>Writes a line, as <see cref="LogWriter.Line"/> does.</summary>
    internal delegate TrueLine LineMaker(Instant minted, Instant clock, Instant received, Offset? offset = null);

    public List<TrueLine> Apply(List<TrueLine> lines, DateTimeZone zone)
    {
        // In a handful of lines disorder is all that there is.
        var kind = lines.Count < 12 ? 1 : random.NextDouble();
        if (kind < 0.12)
        {
            settings.Add("late-25h");
            return Late(lines, Duration.FromHours(25));
        }

        if (kind < 0.22)
        {
            settings.Add("late-40d");
            return Late(lines, Duration.FromDays(40));
        }

        if (kind < 0.3)
        {
            settings.Add("late-minutes");
            return Late(lines, Duration.FromMinutes(random.Next(1, 90)));
        }

        if (kind < 0.4)
        {
            settings.Add("clock-step");
            return Stepped(lines, Duration.FromMinutes(random.Next(2) == 0 ? 180 : random.Next(1, 50)));
        }

        if (kind < 0.48)
        {
            settings.Add("boot-in-1970");
            return Booted(lines, zone);
        }

        if (kind < 0.56)
        {
            settings.Add("wrong-block");
            return Swapped(lines);
        }

        if (kind < 0.6 && SetForward(lines, zone) is { } change)
        {
            settings.Add("skipped-hour");
            return Unaware(lines, zone, change);
        }

        settings.Add("in-order");
        return lines;
    }

    /// <summary>A relay was down: a line comes into the file later than those that were logged after it.</summary>
    private List<TrueLine> Late(List<TrueLine> lines, Duration by)
    {
        var place = random.Next(lines.Count);
        if (by > Duration.FromHours(2) && lines[place].IsOfRepeatedHour)
        {
            // The last line of all, days late and of a repeated hour: nothing in the log could tell which pass.
            return lines;
        }

        var late = lines[place] with { Received = lines[place].Received + by };
        List<TrueLine> moved = [.. lines.Where((_, at) => at != place)];
        var to = moved.FindIndex(other => other.Received > late.Received);
        to = to < 0 ? moved.Count : to;

        // An hour late, a line of the first pass stands in the second as if it were of it: again nothing could tell.
        if (late.IsOfRepeatedHour && to > 0 && moved[to - 1].Local.PlusSeconds(-20) <= late.Local
            && (to == moved.Count || late.Local <= moved[to].Local.PlusSeconds(20)))
        {
            return lines;
        }

        moved.Insert(to, late);
        return moved;
    }

    /// <summary>The clock is ahead for some hours and is then set back.</summary>
    private List<TrueLine> Stepped(List<TrueLine> lines, Duration ahead)
    {
        var from = lines[random.Next(lines.Count)].Received;
        var to = from + Duration.FromHours(random.Next(1, 6));
        if (lines.Count(each => each.Received >= from && each.Received < to) * 2 > lines.Count)
        {
            // Most of the log is of that clock, which looks like another zone.
            settings.Add("clock-off");
        }

        return [.. lines.Select(each => each.Received >= from && each.Received < to ? line(each.Received, each.Received + ahead, each.Received) : each)];
    }

    /// <summary>A machine without a clock boots, and is told the time a little later.</summary>
    private List<TrueLine> Booted(List<TrueLine> lines, DateTimeZone zone)
    {
        var place = random.Next(1, lines.Count);
        var at = lines[place - 1].Received;
        if (at.InZone(zone).DayOfYear is 1 or 2 or > 363)
        {
            // On New Year's Day the first day of 1970 looks like today.
            return lines;
        }

        lines.InsertRange(place, Enumerable.Range(0, random.Next(2, 8)).Select(second =>
            line(Instant.FromUnixTimeSeconds(5 + (second * 9)), Instant.FromUnixTimeSeconds(5 + (second * 9)), at)));
        return lines;
    }

    /// <summary>The first change within the log by which the clocks are set forward.</summary>
    private static ZoneInterval? SetForward(List<TrueLine> lines, DateTimeZone zone)
    {
        var intervals = zone.GetZoneIntervals(new Interval(lines[0].Received, lines[^1].Received));
        return intervals.FirstOrDefault(interval => interval.HasEnd && interval.End < lines[^1].Received
            && zone.GetUtcOffset(interval.End) > interval.WallOffset);
    }

    /// <summary>A program that learnt the zone's offset when it started writes times that never were.</summary>
    private List<TrueLine> Unaware(List<TrueLine> lines, DateTimeZone zone, ZoneInterval before)
    {
        var shift = zone.GetUtcOffset(before.End).Seconds - before.WallOffset.Seconds;
        return [.. lines.Select(each => each.Received >= before.End && each.Received < before.End + Duration.FromSeconds(shift)
            ? line(each.Received, each.Received, each.Received, before.WallOffset)
            : each)];
    }

    private List<TrueLine> Swapped(List<TrueLine> lines)
    {
        var from = random.Next(lines.Count - 2);
        var length = random.Next(1, Math.Min(lines.Count - from - 1, 60));
        var to = random.Next(from + 1, Math.Min(lines.Count - length, from + 100) + 1);
        while (to > from + 1 && lines[to + length - 1].Received - lines[from].Received > Duration.FromDays(20))
        {
            // What a buffer holds back is days old, not years.
            (to, length) = (to - 1, Math.Max(1, length - 1));
        }

        if (lines[to + length - 1].Received - lines[from].Received > Duration.FromDays(20))
        {
            return lines;
        }

        var block = lines.GetRange(from, length);
        lines.RemoveRange(from, length);
        lines.InsertRange(to, block.Select(each => each with { Received = lines[to - 1].Received }));
        return lines;
    }
}
