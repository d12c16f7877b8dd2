using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>Collects the two ends of transfers: those that primaries give, and those that secondaries take.</summary>
internal sealed class TransferEnds
{
    /// <summary>Past this many nothing more is kept: clocks are long known, and memory must not grow.</summary>
    private const int Most = 100_000;
    private readonly Dictionary<SerialHistory, (Dated At, string Own)> _begun = [];
    private readonly Dictionary<(Observer Observer, string Client), Dictionary<Transfer, Given?>> _given = [];
    private readonly Dictionary<Observer, Dictionary<Transfer, Taken?>> _taken = [];
    private int _kept;

    /// <summary>What each primary gave to each client address. A transfer that came twice can't be told apart, and is null.</summary>
    public IReadOnlyDictionary<(Observer Observer, string Client), Dictionary<Transfer, Given?>> Givers => _given;

    /// <summary>What each secondary took.</summary>
    public IReadOnlyDictionary<Observer, Dictionary<Transfer, Taken?>> Takers => _taken;

    public void Follow(in EventRow row)
    {
        if (row.History.Zone.Name.Length == 0)
        {
            return;
        }

        switch (row.Kind)
        {
            case EventKind.TransferStarted:
                _begun[row.History] = (row.At, "");
                break;
            case EventKind.TransferConnected:
                _begun[row.History] = (row.At, row.Detail);
                break;
            case EventKind.Transferred when row.Serial is { } serial:
                var begun = _begun.Remove(row.History, out var known) ? known : (At: Dated.Undated, Own: "");
                if (!_taken.TryGetValue(row.History.Observer, out var taken))
                {
                    if (_kept >= Most)
                    {
                        break;
                    }

                    _taken.Add(row.History.Observer, taken = []);
                }

                Keep(taken, TransferOf(row, serial), IsSure(row.At) ? new Taken(IsSure(begun.At) ? begun.At : null, row.At, begun.Own) : null);
                break;
            case EventKind.TransferOutStarted when row.Serial is { } serial && row.Peer.LastIndexOf('#') is var port and > 0:
                var key = (row.History.Observer, row.Peer[..port]);
                if (!_given.TryGetValue(key, out var given))
                {
                    if (_kept >= Most)
                    {
                        break;
                    }

                    _given.Add(key, given = []);
                }

                Keep(given, TransferOf(row, serial), IsSure(row.At) ? new Given(row.At, row.Peer) : null);
                break;
        }
    }

    private void Keep<T>(Dictionary<Transfer, T?> ends, Transfer transfer, T? end)
        where T : class
    {
        if (_kept < Most && ends.TryAdd(transfer, end))
        {
            _kept++;
        }
        else if (ends.ContainsKey(transfer))
        {
            ends[transfer] = null;
        }
    }

    private static Transfer TransferOf(in EventRow row, SerialNumber serial) => new(row.History.Zone.Name, row.History.Zone.Class, serial);

    private static bool IsSure(Dated at) => at is { Exists: true, Mark: DatingMark.None };

    /// <summary>What is transferred.</summary>
    internal readonly record struct Transfer(string Zone, string Class, SerialNumber Serial);

    /// <summary>The primary's end.</summary>
    internal sealed record Given(Dated At, string Client);

    /// <summary>The secondary's end: when it had connected, when it had the serial, and from which address and port, where the line says.</summary>
    internal sealed record Taken(Dated? Begun, Dated At, string Own)
    {
        /// <summary>By how much the secondary's clock is ahead, as far as this transfer shows: more than one, less than the other.</summary>
        public (Duration? Least, Duration Most) Ahead(Given given) => (
            Begun is { } begun ? begun.At - given.At.At - Resolution(given.At) : null,
            At.At + Resolution(At) - given.At.At);

        private static Duration Resolution(Dated at) => Duration.FromNanoseconds(Math.Pow(10, 9 - Math.Min(9, (int)at.FractionDigits)));
    }
}
