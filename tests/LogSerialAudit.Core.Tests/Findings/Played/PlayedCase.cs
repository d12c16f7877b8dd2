using System.Globalization;
using LogSerialAudit.Findings;
using LogSerialAudit.Findings.Causes;

namespace LogSerialAudit.Core.Tests.Findings.Played;

/// <summary>
/// A week of a primary, its disks and a secondary, played by chance minute by minute: one cause of a rollback, or none, is what
/// really happened. What each of them would log is a case, told as <see cref="MadeCase"/> tells one, of which only a part is at hand.
/// </summary>
internal sealed class PlayedCase
{
    private const int Days = 7;
    private const long Day = 86400;
    private static readonly long Epoch = new DateTimeOffset(2019, 5, 20, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private readonly Random _random;
    private readonly string[] _zones;
    private readonly HashSet<string> _edited;
    private readonly List<PlayedServer> _live = [];
    private readonly List<(long At, string Step)> _secondary = [];
    private readonly List<(string Host, long At, string Word)> _machine = [];
    private readonly Dictionary<string, long> _held = [];
    private readonly Dictionary<string, long> _nextLook = [];
    private readonly bool _isLogRemote;
    private PlayedScheme _scheme;
    private string _asked = "A";
    private long _now;

    /// <param name="seed">Chooses all that is left to chance.</param>
    /// <param name="cause">What happens; null for nothing.</param>
    public PlayedCase(int seed, Cause? cause)
    {
        _random = new Random(seed);
        _zones = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(number => $"{(char)('a' + number)}.example")];
        _scheme = cause switch
        {
            Cause.SerialScheme => (PlayedScheme)_random.Next(2),
            Cause.Clock => (PlayedScheme)_random.Next(2),
            _ => (PlayedScheme)_random.Next(3),
        };
        _edited = cause == Cause.Journal ? [] : cause is Cause.ZoneFile or Cause.SerialScheme or Cause.Clock ? [.. _zones] : [.. _zones.Where(_ => _random.Next(2) == 0)];
        _isLogRemote = _random.Next(3) == 0;
        var server = new PlayedServer("A", _zones.ToDictionary(zone => zone, _ => FirstSerial()));
        Start(server, "v");
        Act(cause, server);
        Run(Days * Day);
    }

    /// <summary>What follows from what is at hand of it.</summary>
    /// <param name="seed">Chooses what is at hand.</param>
    public Diagnosis Diagnosis(int seed)
    {
        var random = new Random(seed);
        var log = random.Next(2) == 0 ? _live[0].Log : [];
        var steps = _secondary.Concat(log).OrderBy(line => line.At).Select(line => $"{Time(line.At)} {line.Step}");
        var machine = random.Next(2) == 0 ? _machine.GroupBy(entry => entry.Host).Select(host => $"{host.Key} {string.Join(' ', host.Select(entry => entry.Word[..1] + Time(entry.At) + entry.Word[1..]))}") : [];
        var files = random.Next(2) == 0 ? _live[0].Revisions.Select(zone => $"{zone.Key} {string.Join(' ', zone.Value)}") : [];
        return MadeCase.Of(string.Join("; ", steps), string.Join("; ", machine), string.Join("; ", files));
    }

    private void Act(Cause? cause, PlayedServer server)
    {
        var early = (long)(1 + _random.NextDouble()) * Day + _random.Next((int)Day);
        var late = early + Day + _random.Next((int)Day);
        Run(early);
        switch (cause)
        {
            case Cause.DiskImage:
                var image = server.Copy();
                Move(server, "v", "t");
                Run(late);
                Stop(server, "t", "shutdown");
                Lose(server, image);
                Start(image, "v");
                break;
            case Cause.Snapshot:
                var snapshot = server.Copy();
                Run(late);
                Stop(server, "v", _random.Next(2) == 0 ? "from_snapshot" : "destroyed");
                Lose(server, snapshot);
                Start(snapshot, "v");
                break;
            case Cause.ZoneFile:
                Run(late);
                var zone = _zones[_random.Next(_zones.Length)];
                var old = server.Past[zone];
                Load(server, zone, old.Count > 1 && _random.Next(2) == 0 ? old[^2] : old[^1] - _random.Next(1, 50));
                break;
            case Cause.SerialScheme:
                Run(late);
                _scheme = _scheme == PlayedScheme.Date ? PlayedScheme.UnixTime : PlayedScheme.Counter;
                foreach (var changed in _zones)
                {
                    Load(server, changed, _scheme == PlayedScheme.UnixTime ? Epoch + _now : 1);
                    Run(_now + _random.Next(60, 3600));
                }

                break;
            case Cause.Journal:
                Run(late);
                Journal(server);
                break;
            case Cause.Clock:
                // A date of yesterday may as well be typed, and one of tomorrow may be written ahead: only seconds show so much of a clock.
                server.ClockAhead = _random.Next(_scheme == PlayedScheme.UnixTime ? 2 : 3, 5) * Day * (_scheme == PlayedScheme.UnixTime && _random.Next(4) == 0 ? -1 : 1);
                server.ByClockAlone = true;
                Run(server.ClockAhead < 0 ? Days * Day : late + Day);
                server.ClockAhead = 0;
                break;
            case Cause.TwoCopies:
                var copy = server.Copy();
                Start(copy, "t");
                Run(late);
                Stop(copy, "t", "destroyed");
                _live.Remove(copy);
                break;
            case Cause.WrongPrimary:
                var other = server.Copy();
                other.Address = "B";
                Run(late);
                other.IsIdle = true;
                _live.Add(other);
                _asked = "B";
                Run(late + Day);
                _asked = "A";
                _live.Remove(other);
                break;
            default:
                Move(server, "v", "t");
                Run(late);
                Stop(server, "t", "shutdown");
                Run(_now + 300);
                Start(server, "t");
                break;
        }
    }

    private void Run(long until)
    {
        for (; _now < until && _now < Days * Day; _now += 60)
        {
            foreach (var server in _live.Where(server => !server.IsIdle).ToList())
            {
                foreach (var zone in _zones.Where(_ => _random.Next(600) == 0))
                {
                    Mint(server, zone);
                }
            }

            foreach (var zone in _zones.Where(zone => _nextLook.GetValueOrDefault(zone) <= _now))
            {
                Look(zone);
                _nextLook[zone] = _now + (60 * _random.Next(20, 60));
            }
        }
    }

    private long FirstSerial() => _scheme switch
    {
        PlayedScheme.UnixTime => Epoch - _random.Next(3600, (int)Day),
        PlayedScheme.Date => 2019051901,
        _ => _random.Next(100, 5000),
    };

    private void Mint(PlayedServer server, string zone)
    {
        var (before, time) = (server.Serials[zone], _now + server.ClockAhead);
        var serial = _scheme switch
        {
            PlayedScheme.UnixTime => Epoch + time,
            PlayedScheme.Date => (long.Parse(DateTimeOffset.FromUnixTimeSeconds(Epoch + time).ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) * 100) + 1,
            _ => before + 1,
        };
        serial = serial > before || server.ByClockAlone ? serial : before + 1;
        if (serial == before)
        {
            return;
        }

        if (_edited.Contains(zone))
        {
            Load(server, zone, serial);
        }
        else
        {
            server.Serials[zone] = serial;
            server.Past[zone].Add(serial);
            Notify(server, zone, serial);
            if (_random.Next(3) == 0)
            {
                server.Files[zone] = serial;
            }
        }
    }

    /// <summary>Loads a zone file with a serial, whatever was there.</summary>
    private void Load(PlayedServer server, string zone, long serial)
    {
        var before = server.Serials[zone];
        (server.Serials[zone], server.Files[zone]) = (serial, serial);
        server.Past[zone].Add(serial);
        if (serial < before)
        {
            Log(server, $"| zone {zone}/IN: zone serial ({serial}/{before}) has gone backwards", zone);
        }

        Log(server, $"loaded {serial}", zone);
        (server.Revisions.TryGetValue(zone, out var revisions) ? revisions : server.Revisions[zone] = []).Add($"{serial}@{Time(_now)}");
        Notify(server, zone, serial);
    }

    private void Notify(PlayedServer server, string zone, long serial)
    {
        Log(server, $"| zone {zone}/IN: sending notifies (serial {serial})", zone);
        if (server.Address == _asked && _random.Next(4) > 0 && serial > _held.GetValueOrDefault(zone))
        {
            Take(server, zone, 2);
        }
    }

    /// <summary>The secondary asks for a zone's serial, and one of those that run at the address answers.</summary>
    private void Look(string zone)
    {
        var answering = _live.Where(server => server.Address == _asked).ToList();
        if (answering.Count == 0)
        {
            return;
        }

        var server = answering[_random.Next(answering.Count)];
        var (offered, held) = (server.Serials[zone], _held.GetValueOrDefault(zone));
        if (offered > held)
        {
            Take(server, zone, 5);
        }
        else if (offered < held)
        {
            _secondary.Add((_now + 5, $"s: {server.Address} {offered}<{held} @{zone}/IN"));
        }
    }

    private void Take(PlayedServer server, string zone, int after)
    {
        _held[zone] = server.Serials[zone];
        _secondary.Add((_now + after, $"s: {server.Address} gives {server.Serials[zone]} @{zone}/IN"));
    }

    private void Start(PlayedServer server, string host)
    {
        _live.Add(server);
        _machine.Add((host, _now, "+"));
        Log(server, "starts", "");
        foreach (var zone in _zones)
        {
            Log(server, $"loaded {server.Serials[zone]}", zone);
        }
    }

    private void Stop(PlayedServer server, string host, string reason)
    {
        _machine.Add((host, _now, $"-/{reason}"));
        Log(server, "exits", "");
        _live.Remove(server);
    }

    private void Move(PlayedServer server, string from, string to)
    {
        Stop(server, from, "shutdown");
        Run(_now + _random.Next(60, 600));
        Start(server, to);
    }

    /// <summary>What was on a disk is gone; the log too, unless it is another machine's.</summary>
    private void Lose(PlayedServer lost, PlayedServer image)
    {
        if (_isLogRemote)
        {
            image.Log = lost.Log;
        }

        Run(_now + _random.Next(60, 600));
    }

    private void Journal(PlayedServer server)
    {
        Log(server, "exits", "");
        Log(server, "starts", "");
        foreach (var zone in _zones)
        {
            if (_random.Next(2) == 0)
            {
                Log(server, $"| zone {zone}/IN: journal rollforward failed: journal out of sync with zone", zone);
            }

            server.Serials[zone] = server.Files[zone];
            Log(server, $"loaded {server.Serials[zone]}", zone);
        }
    }

    private void Log(PlayedServer server, string what, string zone) => server.Log.Add((_now, $"p: {what}{(zone.Length == 0 ? "" : $" @{zone}/IN")}"));

    private static string Time(long at) => string.Create(CultureInfo.InvariantCulture, $"{20 + (at / Day):00}T{at % Day / 3600:00}:{at % 3600 / 60:00}:{at % 60:00}");
}
