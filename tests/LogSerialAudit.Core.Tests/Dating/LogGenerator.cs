using System.Globalization;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>Makes log sets of which the truth is known. The same seed makes the same set.</summary>
internal sealed class LogGenerator
{
    private const double Day = 86400;

    private static readonly string[] Zones =
    [
        "UTC", "Asia/Kolkata", "America/Los_Angeles", "America/Los_Angeles", "Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe",
        "Pacific/Auckland", "America/Santiago", "America/Sao_Paulo", "Europe/Istanbul", "America/Havana", "Atlantic/Azores",
    ];

    private readonly Random _random;
    private readonly DateTimeZone _zone;
    private readonly List<string> _settings = [];
    private readonly List<MadeZone> _zones = [];
    private readonly string[] _hosts;

    public LogGenerator(int seed)
    {
        _random = new Random(seed);
        _zone = DateTimeZoneProviders.Tzdb[Pick(Zones)];
        _hosts = Chance(0.2) ? ["ns1", "ns2"] : ["ns1"];
        _settings.Add(_hosts.Length == 1 ? "one-host" : "two-hosts");
    }

    public TrueSet Make()
    {
        var times = Times();
        MakeZones(times);
        var lines = times.Select(at => Line(at, at, at)).ToList();
        lines = new LogDisorder(_random, _settings, Line).Apply(lines, _zone);
        var rotation = new LogRotation(_random, _settings, _zone);
        var files = rotation.Rotate(lines, out var now);
        return new TrueSet(_settings, _zone, now, files);
    }

    /// <summary>When things happen: rarely, in bursts, or all the time for a while.</summary>
    private List<Instant> Times()
    {
        var start = Instant.FromUtc(2004, 1, 1, 0, 0) + Seconds(_random.NextDouble() * 365 * 15 * Day);
        var density = Pick(["sparse", "bursts", "dense"]);
        _settings.Add(density);
        var times = new List<Instant>();
        var years = 0.2 + (_random.NextDouble() * 4.8);
        switch (density)
        {
            case "sparse":
                var mean = Math.Max(LogUniform(0.25 * Day, 30 * Day), years * 365 * Day / 400);
                for (var at = start; at < start + Duration.FromDays(years * 365) || times.Count < 12; at += Seconds(-mean * Math.Log(1 - _random.NextDouble())))
                {
                    times.Add(at);
                }

                break;
            case "bursts":
                var period = Math.Max(Pick([0.5, 1, 1, 7, 7, 14]), years * 365 / 150);
                for (var at = start; at < start + Duration.FromDays(years * 365); at += Seconds(period * Day) + Seconds((_random.NextDouble() - 0.5) * 7200))
                {
                    var second = 0.0;
                    for (var line = _random.Next(1, 5); line > 0; line--, second += _random.NextDouble() * 60)
                    {
                        times.Add(at + Seconds(second));
                    }
                }

                break;
            default:
                var gap = LogUniform(1, 900);
                var from = Centre(start) - Seconds(gap * 200 * (0.2 + _random.NextDouble()));
                for (var line = 0; line < 400; line++, from += Seconds(-gap * Math.Log(1 - _random.NextDouble())))
                {
                    times.Add(from);
                }

                break;
        }

        return WithGap([.. times.Order()]);
    }

    /// <summary>A place where dating is hard: a change of the clocks, a New Year.</summary>
    private Instant Centre(Instant start)
    {
        if (Chance(0.5) && _zone.GetZoneInterval(start) is { HasEnd: true } interval)
        {
            return interval.End;
        }

        return Chance(0.5) ? Instant.FromUtc(start.InUtc().Year + 1, 1, 1, 0, 0) : start;
    }

    private List<Instant> WithGap(List<Instant> times)
    {
        if (!Chance(0.35) || times.Count < 4)
        {
            return times;
        }

        // A silence of a year and a usual one looks like a usual one; nothing in a log without serials could tell.
        var place = _random.Next(1, times.Count - 1);
        var silence = (times[place] - times[place - 1]).TotalDays;
        var usual = Math.Max(10, 1.2 * Enumerable.Range(1, times.Count - 1).Max(at => (times[at] - times[at - 1]).TotalDays));
        double days;
        do
        {
            days = LogUniform(2, 425);
        }
        while (silence + days > 355 && silence + days < 365 + usual);
        _settings.Add(days > 300 ? "gap-of-a-year" : "gap");
        return [.. times.Select((at, index) => index < place ? at : at + Seconds(days * Day))];
    }

    private void MakeZones(List<Instant> times)
    {
        var mode = Pick(["unixtime", "unixtime", "date", "counter", "mixed", "odd"]);
        _settings.Add("serials:" + mode);
        var middle = times[times.Count / 2];
        var count = _random.Next(1, 6);
        for (var zone = 0; zone < count; zone++)
        {
            var scheme = mode switch
            {
                "mixed" => Pick(["unixtime", "date", "counter", "changing"]),
                "odd" => zone == 0 || Chance(0.2) ? Pick(["epoch-like", "future", "day-first"]) : Pick(["unixtime", "date"]),
                _ => mode,
            };
            _zones.Add(new MadeZone($"z{zone}.example", scheme, _random, middle));
        }
    }

    private TrueLine Line(Instant minted, Instant clock, Instant received)
    {
        var host = _hosts.Length == 1 || Chance(0.7) ? 0 : 1;
        var local = clock.InZone(_zone).LocalDateTime;
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{local.ToString("MMM", CultureInfo.InvariantCulture)} {local.Day,2} {local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}");
        return new TrueLine($"{stamp} {_hosts[host]} {Message(minted)}", clock, received, clock < Instant.FromUtc(1980, 1, 1, 0, 0));
    }

    private string Message(Instant at)
    {
        if (Chance(0.25) || at < Instant.FromUtc(1980, 1, 1, 0, 0))
        {
            return "named[4711]: all zones loaded";
        }

        if (Chance(0.1))
        {
            return "CRON[99]: (root) CMD (true)";
        }

        var zone = Pick(_zones);
        var delay = Seconds(Chance(0.9) ? _random.Next(0, 60) : Chance(0.7) ? _random.Next(0, 7200) : _random.Next(0, 5 * 86400));
        return _random.Next(6) switch
        {
            0 or 1 => $"named[4711]: zone {zone.Name}/IN: transferred serial {zone.Mint(at - delay)}",
            2 => $"named[4711]: zone {zone.Name}/IN: notify from 192.0.2.1#5353: serial {zone.Mint(at - delay)}",
            3 => $"named[4711]: zone {zone.Name}/IN: loaded serial {zone.At(at)}",
            4 => $"named[4711]: zone {zone.Name}/IN: sending notifies (serial {zone.At(at)})",
            _ => $"named[4711]: zone {zone.Name}/IN: serial number ({(zone.At(at), zone.Previous).Previous}) received from master 192.0.2.1#53 < ours ({zone.At(at)})",
        };
    }

    private bool Chance(double share) => _random.NextDouble() < share;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private double LogUniform(double least, double most) => least * Math.Exp(_random.NextDouble() * Math.Log(most / least));

    private static Duration Seconds(double seconds) => Duration.FromSeconds(Math.Floor(seconds));
}
