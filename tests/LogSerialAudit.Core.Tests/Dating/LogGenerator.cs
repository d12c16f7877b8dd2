using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>Makes log sets of which the truth is known. The same seed makes the same set.</summary>
internal sealed class LogGenerator
{
    /// <summary>Two shifts a year, one of half an hour, at midnight, below the equator; rules that changed; a day that was left out.</summary>
    private static readonly string[] Zones =
    [
        "UTC", "Asia/Kolkata", "America/Los_Angeles", "America/Los_Angeles", "Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe",
        "Pacific/Auckland", "America/Santiago", "America/Sao_Paulo", "Europe/Istanbul", "America/Havana", "Atlantic/Azores",
        "Europe/Moscow", "Africa/Casablanca", "America/Caracas", "Pacific/Apia", "Asia/Gaza", "Asia/Pyongyang", "Antarctica/Troll", "America/St_Johns",
    ];

    private readonly MadeChoice _choice;
    private readonly DateTimeZone _zone;
    private readonly List<string> _settings = [];

    public LogGenerator(int seed)
    {
        _choice = new MadeChoice(seed);
        _zone = DateTimeZoneProviders.Tzdb[_choice.Of(Zones)];
    }

    public TrueSet Make()
    {
        var times = new LogTimes(_choice, _settings, _zone).Make();
        var hosts = Hosts(times);
        var writer = new LogWriter(_choice, hosts, MadeZones(times));
        var lines = times.Select(at => writer.Line(at, at, at)).ToList();
        lines = new LogDisorder(_choice.Random, _settings, writer.Line).Apply(lines, _zone);
        var files = new LogRotation(_choice.Random, _settings, _zone).Rotate(lines, out var now);
        files = new LogMishaps(_choice, _settings).Apply(files, now, Stranger);
        return new TrueSet(_settings, _zone, now, files)
        {
            HostZones = hosts.Skip(1).Where(host => host.Zone != _zone).ToDictionary(host => host.Name, host => host.Zone),
            Declared = _choice.Happens(0.08) ? DateTimeZoneProviders.Tzdb[_choice.Of(Zones)] : _zone,
        };
    }

    private List<MadeHost> Hosts(List<Instant> times)
    {
        var isAlone = _choice.Happens(0.8);
        _settings.Add(isAlone ? "one-host" : "two-hosts");
        var form = Form(times[times.Count / 2]);
        var hosts = new List<MadeHost> { new("ns1", _zone, Duration.Zero, form) };
        if (!isAlone)
        {
            var isElsewhere = _choice.Happens(0.25);
            var other = isElsewhere ? DateTimeZoneProviders.Tzdb[_choice.Of(Zones)] : _zone;
            hosts.Add(new MadeHost("ns2", other, Duration.Zero, _choice.Happens(0.2) ? _ => LineForm.Iso : form));
            if (isElsewhere)
            {
                _settings.Add("host-elsewhere");
            }
        }

        if (_choice.Happens(0.08))
        {
            // A minute, an hour to the second, some hours: not so much that another year would fit.
            _settings.Add("clock-off");
            var ahead = Duration.FromSeconds((_choice.Happens(0.5) ? 1 : -1) * _choice.Of([_choice.Between(20, 4000), 3600, _choice.Between(3600, 40_000)]));
            hosts[^1] = hosts[^1] with { Ahead = ahead };
        }

        return hosts;
    }

    private Func<Instant, LineForm> Form(Instant middle)
    {
        var form = _choice.Of(["classic", "classic", "classic", "classic", "classic", "classic", "classic", "iso", "inner", "upgraded"]);
        _settings.Add("form:" + form);
        return form switch
        {
            "iso" => _ => LineForm.Iso,
            "inner" => _ => LineForm.Inner,
            "upgraded" => at => at < middle ? LineForm.Classic : LineForm.Iso,
            _ => _ => LineForm.Classic,
        };
    }

    private List<MadeZone> MadeZones(List<Instant> times)
    {
        var mode = _choice.Of(["unixtime", "unixtime", "date", "counter", "mixed", "odd"]);
        _settings.Add("serials:" + mode);
        var middle = times[times.Count / 2];
        return [.. Enumerable.Range(0, _choice.Between(1, 6)).Select(zone => new MadeZone($"z{zone}.example", Scheme(mode, zone), _choice.Random, middle))];
    }

    private string Scheme(string mode, int zone) => mode switch
    {
        "mixed" => _choice.Of(["unixtime", "date", "counter", "changing"]),
        "odd" => zone == 0 || _choice.Happens(0.2) ? _choice.Of(["epoch-like", "future", "day-first", "still"]) : _choice.Of(["unixtime", "date"]),
        _ => mode,
    };

    /// <summary>A file of another host that has come into the folder, of any years before.</summary>
    private TrueFile Stranger(Instant now)
    {
        var settings = new List<string>();
        var times = new LogTimes(_choice, settings, _zone).Make();
        var back = Duration.Max(Duration.Zero, times[^1] - now) + Duration.FromSeconds(Math.Floor(_choice.LogUniform(3600, 1000 * 86400)));
        times = [.. times.Select(at => at - back)];
        var writer = new LogWriter(_choice, [new MadeHost("ns9", _zone, Duration.Zero, _ => LineForm.Classic)], MadeZones(times));
        return new TrueFile("", [.. times.Select(at => writer.Line(at, at, at))], times[^1], null);
    }
}
