using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.History;

/// <summary>
/// A primary with secondaries, each with its own clock and refresh, some of whose NOTIFYs are lost; one asks another primary,
/// one's log is rotated away, one is told by its operator to take the zone as it is. The primary goes back once. The lines are
/// as BIND writes them; what happened is kept beside them.
/// </summary>
internal sealed class Farm
{
    public const int AtOther = 1;
    public const int Forced = 2;
    public const int RotatedAway = 3;
    private const int Step = 5;
    private readonly Random _random;
    private readonly List<(int Server, double At, string Line)> _lines = [];
    private readonly int[] _clocks;
    private readonly uint[] _has;
    private readonly bool _namesPorts;
    private readonly double _cut;
    private int _port = 1024;

    public Farm(int seed, int secondaries, bool namesPorts)
    {
        _random = new Random(seed);
        _namesPorts = namesPorts;
        _clocks = [.. Enumerable.Range(0, secondaries + 1).Select(server => server == 0 ? 0 : _random.Next(-60, 61))];
        _has = new uint[secondaries + 1];
        var (rollback, over) = (30_000 + (Step * _random.Next(400)), 60_000 + (Step * _random.Next(400)));
        _cut = over + 10_000;
        var refresh = Enumerable.Range(0, secondaries + 1).Select(_ => Step * _random.Next(40, 180)).ToArray();

        // Who asks as often as another can't be told from it where the logs name no ports.
        refresh[AtOther] = Step * _random.Next(180, 200);
        uint other = 0;
        for (var at = 0; at < 100_000; at += Step)
        {
            var offered = _has[0];
            var next = at == rollback ? 1u : at is 0 or 10_000 or 20_000 or 80_000 or 90_000 ? (uint)(at / 10_000) + 1 : at == over ? 7u : offered;
            if (at is 0 || next != offered)
            {
                Publish(at, next, isBack: at == rollback);
                for (var server = 1; server < _has.Length; server++)
                {
                    if (at > 0 && server != AtOther && _random.Next(3) > 0)
                    {
                        Notify(server, at + 1 + _random.NextDouble());
                    }
                }
            }

            other = Math.Max(other, _has[0]);
            for (var server = 1; server < _has.Length; server++)
            {
                if (at % refresh[server] == Step)
                {
                    Refresh(server, at + 3, server == AtOther ? other : _has[0], server == AtOther ? "192.0.2.2" : "192.0.2.1");
                }
            }

            if (at == rollback + 15_000)
            {
                Transfer(Forced, at + 4, _has[0], "192.0.2.1");
            }
        }

        (Rollback, Over) = (rollback, over);
    }

    public double Rollback { get; }

    public double Over { get; }

    /// <summary>Who took which serial, by the clock of its own log, from where; only what the logs still hold.</summary>
    public List<(string Observer, uint Serial, long Milliseconds, string From, bool IsBack)> Taken { get; } = [];

    /// <summary>How often each secondary complained.</summary>
    public Dictionary<string, int> Complaints { get; } = [];

    /// <summary>By how many seconds the clock of an observer is ahead of the primary's.</summary>
    public int Ahead(string observer) => _clocks[observer == "p" ? 0 : observer[1] - '0'];

    /// <summary>The logs, a file a server, or all of them in a log host's one.</summary>
    public IEnumerable<(string Name, string Text)> Logs(bool inOneFile) => _lines
        .Where(line => line.Server != RotatedAway || line.At >= _cut)
        .GroupBy(line => inOneFile ? "all" : Name(line.Server))
        .OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => ($"{file.Key}.log", string.Concat(file.OrderBy(line => Milliseconds(line.Server, line.At)).Select(line => $"{Stamp(line.Server, line.At)} {Name(line.Server)} named[{100 + line.Server}]: {line.Line}\n"))));

    private static string Name(int server) => server == 0 ? "p" : $"s{server}";

    private long Milliseconds(int server, double at) => (long)Math.Round((at + _clocks[server]) * 1000);

    private string Stamp(int server, double at) =>
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'").Format(Instant.FromUtc(2026, 5, 1, 0, 0) + Duration.FromMilliseconds(Milliseconds(server, at)));

    private void Log(int server, double at, string line) => _lines.Add((server, at, line));

    private void Publish(double at, uint serial, bool isBack)
    {
        if (isBack)
        {
            Log(0, at, $"zone a.example/IN: zone serial ({serial}/{_has[0]}) has gone backwards");
        }

        Log(0, at, $"zone a.example/IN: loaded serial {serial}");
        Log(0, at + 0.5, $"zone a.example/IN: sending notifies (serial {serial})");
        if (at > 0)
        {
            Taken.Add(("p", serial, Milliseconds(0, at), "", isBack));
        }

        _has[0] = serial;
    }

    private void Notify(int server, double at)
    {
        Log(server, at, "client @0x7fac 192.0.2.1#40000: received notify for zone 'a.example'");
        Log(server, at, $"zone a.example/IN: notify from 192.0.2.1#40000: {(_has[0] > _has[server] ? $"serial {_has[0]}" : "zone is up to date")}");
        if (_has[0] > _has[server])
        {
            Transfer(server, at, _has[0], "192.0.2.1");
        }
    }

    private void Refresh(int server, double at, uint offered, string address)
    {
        if (offered > _has[server])
        {
            Transfer(server, at, offered, address);
        }
        else if (offered < _has[server])
        {
            Log(server, at, $"zone a.example/IN: serial number ({offered}) received from primary {address}#53 < ours ({_has[server]})");
            if (server != RotatedAway || at >= _cut)
            {
                Complaints[Name(server)] = Complaints.GetValueOrDefault(Name(server)) + 1;
            }
        }
    }

    private void Transfer(int server, double at, uint serial, string address)
    {
        var client = string.Create(CultureInfo.InvariantCulture, $"192.0.2.{10 + server}#{_port++}");
        var from = $"transfer of 'a.example/IN' from {address}#53:";
        Log(server, at + 0.01, "zone a.example/IN: Transfer started.");
        Log(server, at + 0.02, $"{from} connected using {(_namesPorts ? client : $"{address}#53")}");
        Log(server, at + 0.2, $"zone a.example/IN: transferred serial {serial}");
        Log(server, at + 0.21, $"{from} Transfer status: success");
        Log(server, at + 0.21, $"{from} Transfer completed: 1 messages, 6 records, 175 bytes, 0.001 secs (175000 bytes/sec) (serial {serial})");
        if (address == "192.0.2.1")
        {
            Log(0, at + 0.05, $"client @0x7f0b {client} (a.example): transfer of 'a.example/IN': AXFR started (serial {serial})");
            Log(0, at + 0.1, $"client @0x7f0b {client} (a.example): transfer of 'a.example/IN': AXFR ended: 1 messages, 6 records, 175 bytes, 0.001 secs (175000 bytes/sec) (serial {serial})");
        }

        if (server != RotatedAway || at >= _cut)
        {
            Taken.Add((Name(server), serial, Milliseconds(server, at + 0.2), $"{address}#53", serial < _has[server]));
        }

        _has[server] = serial;
    }
}
