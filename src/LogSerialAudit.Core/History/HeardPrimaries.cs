using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using LogSerialAudit.Events;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>When the primaries of episodes were last heard of, by who heard them. Most lines name one, so no string is made of it.</summary>
internal sealed class HeardPrimaries
{
    /// <summary>The addresses of the primaries, without ports.</summary>
    private readonly TextPool _addresses = new();

    /// <summary>
    /// The numbers of the addresses, each with 1 added, by those that the peers have in the pools of their files; where one is not
    /// among them, how many there were when it was looked for, negative.
    /// </summary>
    private readonly Dictionary<TextPool, int[]> _ofPeers = [];

    /// <summary>Neighbouring lines mostly are of one file.</summary>
    private (TextPool? Texts, int[] Numbers) _reading = (null, []);

    /// <summary>When each observer heard of those that it is asked about, by their numbers.</summary>
    private readonly Dictionary<Observer, Dictionary<int, Instant>> _last = [];

    /// <summary>Neighbouring lines mostly are of one observer.</summary>
    private (Observer? Observer, Dictionary<int, Instant> Last) _speaking = (null, []);

    /// <summary>The primaries of episodes, by their numbers, that are listened for.</summary>
    private readonly HashSet<(Observer Observer, int Primary)> _followed = [];

    /// <summary>Begins to listen for the primary of an episode.</summary>
    public void Follow(Episode episode)
    {
        if (_followed.Add((episode.History.Observer, episode.PrimaryNumber)))
        {
            Follow(episode.History.Observer, episode.Primary, null);
        }
    }

    /// <summary>Begins to listen for a primary.</summary>
    /// <param name="observer">Who hears it.</param>
    /// <param name="primary">The primary as logged.</param>
    /// <param name="heard">When it was heard before, if that is known; it then counts instead of what this knows.</param>
    public void Follow(Observer observer, string primary, Instant? heard)
    {
        if (!_last.TryGetValue(observer, out var last))
        {
            _last.Add(observer, last = []);
            _speaking = (observer, last);
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(last, _addresses.Add(BytesOf(primary)), out var isKnown);
        known = heard ?? (isKnown ? known : Instant.MinValue);
    }

    /// <summary>Hears a server, which may be one of them.</summary>
    public void Hear(Observer observer, EventText peer, Instant at)
    {
        if (observer != _speaking.Observer)
        {
            _speaking = (observer, _last.GetValueOrDefault(observer, []));
        }

        if (_speaking.Last.Count == 0)
        {
            return;
        }

        ref var heard = ref CollectionsMarshal.GetValueRefOrNullRef(_speaking.Last, NumberOf(peer));
        if (!Unsafe.IsNullRef(ref heard))
        {
            heard = at;
        }
    }

    /// <summary>When a primary was last heard of; null where it was not.</summary>
    public Instant? Last(Observer observer, string primary) =>
        _last.TryGetValue(observer, out var last) && last.TryGetValue(_addresses.Add(BytesOf(primary)), out var heard) && heard > Instant.MinValue ? heard : null;

    /// <summary>The number of an address; -1 where no episode is about it.</summary>
    private int NumberOf(EventText peer)
    {
        if (peer.Kept is not { Number: > 0 and var kept, Texts: var texts })
        {
            return Find(peer);
        }

        if (_reading.Texts != texts || kept >= _reading.Numbers.Length)
        {
            _reading = (texts, NumbersOf(texts));
        }

        ref var number = ref _reading.Numbers[kept];
        if (number <= 0 && number != -_addresses.Count)
        {
            number = Find(peer) is >= 0 and var found ? found + 1 : -_addresses.Count;
        }

        return number > 0 ? number - 1 : -1;
    }

    private int Find(EventText peer)
    {
        var address = PeerAddress.WithoutPort(peer, stackalloc byte[TextShape.MostBytes]);
        return address.IsEmpty ? 0 : _addresses.Find(address, TextPool.Hash(address));
    }

    private int[] NumbersOf(TextPool texts)
    {
        ref var numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofPeers, texts, out _);
        if (numbers is null || numbers.Length < texts.Count)
        {
            Array.Resize(ref numbers, texts.Count);
        }

        return numbers;
    }

    private static ReadOnlySpan<byte> BytesOf(string primary) => PeerAddress.WithoutPort<byte>(Encoding.UTF8.GetBytes(primary));
}
