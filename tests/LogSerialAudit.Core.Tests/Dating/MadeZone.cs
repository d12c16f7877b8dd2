using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>A zone of a made log, and how its serials are made.</summary>
internal sealed class MadeZone(string name, string scheme, Random random, Instant changesAt)
{
    private uint _serial;

    public string Name => name;

    public uint Previous { get; private set; }

    /// <summary>The serial in service.</summary>
    public uint At(Instant now) => _serial == 0 ? Mint(now - Duration.FromDays(random.Next(1, 90))) : _serial;

    /// <summary>A new serial.</summary>
    public uint Mint(Instant now)
    {
        Previous = _serial == 0 ? 4711 : _serial;
        var next = scheme switch
        {
            "unixtime" => (uint)now.ToUnixTimeSeconds(),
            "date" => Date(now),
            "counter" => _serial == 0 ? (uint)random.Next(1, 100_000) : _serial + 1,
            "epoch-like" => _serial == 0 ? 1_000_000_000 + (uint)random.Next(1_000_000_000) : _serial + (uint)random.Next(1, 3),
            "future" => _serial == 0 ? (uint)now.ToUnixTimeSeconds() + (uint)random.Next(86400 * 60, 86400 * 1500) : _serial + 1,
            "still" => _serial == 0 ? (uint)now.ToUnixTimeSeconds() - (uint)random.Next(86400 * 1000) : _serial,
            "day-first" => DayFirst(now),
            _ => now < changesAt ? Date(now) : (uint)now.ToUnixTimeSeconds(),
        };
        _serial = next == _serial && scheme != "still" ? _serial + 1 : next;
        return _serial;
    }

    private uint Date(Instant now)
    {
        var date = now.InUtc().Date;
        var first = (uint)((date.Year * 10000) + (date.Month * 100) + date.Day) * 100;
        return _serial >= first && _serial < first + 99 ? _serial + 1 : first;
    }

    private static uint DayFirst(Instant now)
    {
        var time = now.InUtc();
        return (uint)((((((((time.Day * 100L) + time.Month) * 100) + (time.Year % 100)) * 100) + time.Hour) * 100) + time.Minute);
    }
}
