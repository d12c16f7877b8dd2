using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LogSerialAudit.Events;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>When the primaries of episodes were last heard of, by who heard them. Most lines name one, so no string is made of it.</summary>
internal sealed class HeardPrimaries
{
    private readonly Dictionary<Observer, Dictionary<string, Instant>> _last = [];

    /// <summary>Begins to listen for a primary.</summary>
    /// <param name="observer">Who hears it.</param>
    /// <param name="primary">The primary as logged.</param>
    /// <param name="heard">When it was heard before, if that is known; it then counts instead of what this knows.</param>
    public void Follow(Observer observer, string primary, Instant? heard)
    {
        if (!_last.TryGetValue(observer, out var last))
        {
            _last.Add(observer, last = new Dictionary<string, Instant>(StringComparer.Ordinal));
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(last.GetAlternateLookup<ReadOnlySpan<char>>(), PeerAddress.WithoutPort(primary.AsSpan()), out var isKnown);
        known = heard ?? (isKnown ? known : Instant.MinValue);
    }

    /// <summary>Hears a server, which may be one of them.</summary>
    public void Hear(Observer observer, EventText peer, Instant at)
    {
        if (!_last.TryGetValue(observer, out var last))
        {
            return;
        }

        ref var heard = ref CollectionsMarshal.GetValueRefOrNullRef(
            last.GetAlternateLookup<ReadOnlySpan<char>>(), PeerAddress.WithoutPort(peer, stackalloc char[PeerAddress.MostChars]));
        if (!Unsafe.IsNullRef(ref heard))
        {
            heard = at;
        }
    }

    /// <summary>When a primary was last heard of; null where it was not.</summary>
    public Instant? Last(Observer observer, string primary) =>
        _last.TryGetValue(observer, out var last) && last.TryGetValue(PeerAddress.WithoutPort(primary), out var heard) && heard > Instant.MinValue ? heard : null;
}
