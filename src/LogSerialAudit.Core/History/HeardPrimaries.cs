using LogSerialAudit.Events;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>When the primaries of episodes were last heard of, by who heard them. Most lines name one, so no string is made of it.</summary>
internal sealed class HeardPrimaries
{
    /// <summary>So many servers are found without their names being looked at.</summary>
    private const int Recent = 256;

    private readonly Dictionary<Observer, Dictionary<string, Heard>> _last = [];
    private readonly (Observer? Observer, EventText Peer, Heard? Heard)[] _recent = new (Observer?, EventText, Heard?)[Recent];

    /// <summary>Begins to listen for a primary.</summary>
    /// <param name="observer">Who hears it.</param>
    /// <param name="primary">The primary as logged.</param>
    /// <param name="heard">When it was heard before, if that is known; it then counts instead of what this knows.</param>
    public void Follow(Observer observer, string primary, Instant? heard)
    {
        if (!_last.TryGetValue(observer, out var last))
        {
            _last.Add(observer, last = new Dictionary<string, Heard>(StringComparer.Ordinal));
        }

        var primaries = last.GetAlternateLookup<ReadOnlySpan<char>>();
        var address = PeerAddress.WithoutPort(primary.AsSpan());
        if (!primaries.TryGetValue(address, out var known))
        {
            primaries[address] = known = new Heard();
            Array.Clear(_recent);
        }

        known.At = heard ?? known.At;
    }

    /// <summary>Hears a server, which may be one of them.</summary>
    public void Hear(Observer observer, EventText peer, Instant at)
    {
        if (Find(observer, peer) is { } heard)
        {
            heard.At = at;
        }
    }

    /// <summary>When a primary was last heard of; null where it was not.</summary>
    public Instant? Last(Observer observer, string primary) =>
        _last.TryGetValue(observer, out var last) && last.TryGetValue(PeerAddress.WithoutPort(primary), out var heard) && heard.At > Instant.MinValue ? heard.At : null;

    private Heard? Find(Observer observer, EventText peer)
    {
        if (peer.Kept is not { } number)
        {
            return LookUp(observer, peer);
        }

        ref var recent = ref _recent[number % Recent];
        if (recent.Observer != observer || recent.Peer != peer)
        {
            recent = (observer, peer, LookUp(observer, peer));
        }

        return recent.Heard;
    }

    private Heard? LookUp(Observer observer, EventText peer) => _last.TryGetValue(observer, out var last)
        ? last.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(PeerAddress.WithoutPort(peer, stackalloc char[PeerAddress.MostChars]), out var heard) ? heard : null
        : null;

    private sealed class Heard
    {
        public Instant At { get; set; } = Instant.MinValue;
    }
}
