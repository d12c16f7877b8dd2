using System.Text;
using LogSerialAudit.Lines;
using NodaTime;

namespace LogSerialAudit.Dating;

/// <summary>The stamps of one file, host by host.</summary>
public sealed class FileClock
{
    /// <summary>More hosts than this in one file share the last clock: a flood of invented names must not fill memory.</summary>
    internal const int MostHosts = 10_000;
    private readonly SilenceRoom _room = new();

    /// <summary>The clocks by name; null before the first one, and when no line follows.</summary>
    private Dictionary<byte[], HostClock>? _hosts;
    private List<HostClock> _inOrder = [];
    private Instant? _notAfter;

    /// <summary>The clocks of the hosts, in order of their first lines.</summary>
    public IReadOnlyList<HostClock> Hosts => _inOrder;

    /// <summary>How many runs all hosts have together.</summary>
    internal int Runs { get; private set; }

    /// <summary>Whether all of the file was read, and at once.</summary>
    internal bool IsWhole { get; private set; }

    /// <summary>What the file shows of the order of day and month in dates with slashes.</summary>
    internal SlashOrder Slashes { get; set; }

    /// <summary>Whether it has both orders: then no line shows what another one means.</summary>
    internal bool HasBothSlashOrders => Slashes == SlashOrder.Both;

    /// <summary>Counts one more run of a host.</summary>
    internal void CountRun() => Runs++;

    /// <summary>The clock of a line's host, and of the file that it names; a new one at its first line.</summary>
    public HostClock Of(in Envelope line) => Of(line.Host, line.Within);

    /// <summary>The clock of a host, and of the file that its lines name.</summary>
    internal HostClock Of(ReadOnlySpan<byte> host, ReadOnlySpan<byte> within)
    {
        if (within.IsEmpty)
        {
            return Of(host);
        }

        var length = host.Length + 1 + within.Length;
        var name = length <= 512 ? stackalloc byte[length] : new byte[length];
        host.CopyTo(name);
        name[host.Length] = (byte)'\n';
        within.CopyTo(name[(host.Length + 1)..]);
        return Of(name);
    }

    /// <summary>Goes on behind the runs that an earlier run of the program knew.</summary>
    internal void GoOn(ClockMemory memory)
    {
        var clock = Of(Encoding.UTF8.GetBytes(memory.Name));
        foreach (var run in memory.Runs)
        {
            clock.GoOn(run);
        }
    }

    /// <summary>Lets go of what only lines need: none follows.</summary>
    /// <param name="isWhole">Whether all of the file was read, and at once.</param>
    internal void Close(bool isWhole)
    {
        IsWhole = isWhole;
        _hosts = null;
        _inOrder.ForEach(clock => clock.Close());
    }

    /// <summary>Lets go of the clocks: no event is dated by them any more.</summary>
    internal void End() => (_hosts, _inOrder) = (null, []);

    private HostClock Of(ReadOnlySpan<byte> name)
    {
        var hosts = (_hosts ??= new(ByteComparer.Instance)).GetAlternateLookup<ReadOnlySpan<byte>>();
        if (hosts.TryGetValue(name, out var clock))
        {
            return clock;
        }

        if (_inOrder.Count >= MostHosts)
        {
            return _inOrder[^1];
        }

        clock = new HostClock(Encoding.UTF8.GetString(name), this, _room);
        clock.BeginPart(_notAfter);
        _inOrder.Add(clock);
        hosts[name] = clock;
        return clock;
    }

    /// <summary>Begins a part of the file whose lines are dated by themselves: those of another mail.</summary>
    /// <param name="notAfter">When that mail was sent; null where that is not known.</param>
    public void BeginPart(Instant? notAfter)
    {
        _notAfter = notAfter;
        _inOrder.ForEach(clock => clock.BeginPart(notAfter));
    }
}
