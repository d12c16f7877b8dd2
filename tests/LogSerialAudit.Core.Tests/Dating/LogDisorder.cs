using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>What goes wrong with the order of lines.</summary>
internal sealed class LogDisorder(Random random, List<string> settings, Func<Instant, Instant, Instant, TrueLine> line)
{
    public List<TrueLine> Apply(List<TrueLine> lines, DateTimeZone zone)
    {
        var kind = random.NextDouble();
        if (kind < 0.12)
        {
            settings.Add("late-25h");
            return Late(lines, zone, Duration.FromHours(25));
        }

        if (kind < 0.22)
        {
            settings.Add("late-40d");
            return Late(lines, zone, Duration.FromDays(40));
        }

        if (kind < 0.3)
        {
            settings.Add("late-minutes");
            return Late(lines, zone, Duration.FromMinutes(random.Next(1, 90)));
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
    private List<TrueLine> Late(List<TrueLine> lines, DateTimeZone zone, Duration by)
    {
        var place = random.Next(lines.Count);
        if (by > Duration.FromHours(2) && zone.MapLocal(lines[place].At.InZone(zone).LocalDateTime).Count == 2)
        {
            // The last line of all, days late and of a repeated hour: nothing in the log could tell which pass.
            return lines;
        }

        var late = lines[place] with { Received = lines[place].Received + by };
        List<TrueLine> moved = [.. lines.Where((_, at) => at != place)];
        var to = moved.FindIndex(other => other.Received > late.Received);
        to = to < 0 ? moved.Count : to;

        // An hour late, a line of the first pass stands in the second as if it were of it: again nothing could tell.
        if (zone.MapLocal(Local(late)).Count == 2 && to > 0 && Local(moved[to - 1]).PlusSeconds(-20) <= Local(late)
            && (to == moved.Count || Local(late) <= Local(moved[to]).PlusSeconds(20)))
        {
            return lines;
        }

        moved.Insert(to, late);
        return moved;

        LocalDateTime Local(TrueLine each) => each.At.InZone(zone).LocalDateTime;
    }

    /// <summary>The clock is ahead for some hours and is then set back.</summary>
    private List<TrueLine> Stepped(List<TrueLine> lines, Duration ahead)
    {
        var from = lines[random.Next(lines.Count)].Received;
        var to = from + Duration.FromHours(random.Next(1, 6));
        return [.. lines.Select(each => each.Received >= from && each.Received < to ? line(each.Received, each.At + ahead, each.Received) : each)];
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
        var intervals = zone.GetZoneIntervals(new Interval(lines[0].At, lines[^1].At));
        return intervals.FirstOrDefault(interval => interval.HasEnd && interval.End < lines[^1].At
            && zone.GetUtcOffset(interval.End) > interval.WallOffset);
    }

    /// <summary>A program that learnt the zone's offset when it started writes times that never were.</summary>
    private static List<TrueLine> Unaware(List<TrueLine> lines, DateTimeZone zone, ZoneInterval before)
    {
        var shift = zone.GetUtcOffset(before.End) - before.WallOffset;
        return [.. lines.Select(each => each.At >= before.End && each.At < before.End + Duration.FromSeconds(shift.Seconds)
            ? each with { Text = Written(each.At, before) + each.Text[15..] }
            : each)];
    }

    private static string Written(Instant at, ZoneInterval zone)
    {
        var local = at.WithOffset(zone.WallOffset).LocalDateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{local.ToString("MMM", CultureInfo.InvariantCulture)} {local.Day,2} {local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}");
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
