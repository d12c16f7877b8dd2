using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Which serials came into service where, to be looked up by serial, by zone, and by who gave them.</summary>
internal sealed class TakingFacts
{
    /// <summary>A serial that names a time is taken within this of it, where both clocks are right and a NOTIFY came.</summary>
    public static readonly Duration Prompt = Duration.FromMinutes(10);

    private readonly Dictionary<(SerialHistory History, SerialNumber Serial), SerialTaking> _first = [];
    private readonly Dictionary<(string Zone, string Class, SerialNumber Serial), SerialTaking> _firstAnywhere = [];
    private readonly Dictionary<SerialHistory, SerialTaking> _oldest = [];
    private readonly Dictionary<SerialHistory, SerialTaking> _last = [];
    private readonly Dictionary<string, List<SerialTaking>> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SerialHistory>> _primaries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SerialHistory>> _secondaries = new(StringComparer.Ordinal);
    private readonly Dictionary<Observer, (int Ahead, int All)> _clocks = [];

    public TakingFacts(Propagation propagation)
    {
        foreach (var zone in propagation.Zones)
        {
            foreach (var history in zone.Histories)
            {
                foreach (var taking in zone.TakingsOf(history))
                {
                    Add(taking);
                }

                AddTo(zone.IsPrimary(history) ? _primaries : _secondaries, zone.IsPrimary(history) ? history.Zone.Name : Key(history), history);
            }
        }

        foreach (var given in _given.Values)
        {
            given.Sort((one, other) => one.Place.CompareTo(other.Place));
        }
    }

    /// <summary>How a serial first came into service at an observer; null where no line but a complaint shows it.</summary>
    public SerialTaking? Of(SerialHistory history, SerialNumber? serial) => serial is { } value ? _first.GetValueOrDefault((history, value)) : null;

    /// <summary>How a serial of a zone first came into service anywhere.</summary>
    public SerialTaking? Anywhere(SerialHistory history, SerialNumber? serial) =>
        serial is { } value ? _firstAnywhere.GetValueOrDefault((history.Zone.Name, history.Zone.Class, value)) : null;

    /// <summary>The serial with which a history begins; null where no line shows one.</summary>
    public SerialTaking? First(SerialHistory history) => _oldest.GetValueOrDefault(history);

    /// <summary>The serial that was last in service; null where no line shows one.</summary>
    public SerialTaking? Last(SerialHistory history) => _last.GetValueOrDefault(history);

    /// <summary>What an address gave to anyone, in time order.</summary>
    public IReadOnlyList<SerialTaking> GivenBy(string address) => _given.TryGetValue(address, out var given) ? given : [];

    /// <summary>The histories of a history's zone at servers that ask others for it.</summary>
    public IReadOnlyList<SerialHistory> SecondariesOf(SerialHistory history) => _secondaries.TryGetValue(Key(history), out var secondaries) ? secondaries : [];

    /// <summary>Histories of servers that make a zone's serials themselves.</summary>
    public IReadOnlyList<SerialHistory> PrimariesOf(string zone) => _primaries.TryGetValue(zone, out var primaries) ? primaries : [];

    /// <summary>Whether a server makes the serials of a zone.</summary>
    public bool IsPrimary(SerialHistory history) => PrimariesOf(history.Zone.Name).Contains(history);

    /// <summary>Whether most of an observer's serials name times after their lines: then it is the log's clock or zone that is off.</summary>
    public bool ClockIsOff(Observer observer) => _clocks.TryGetValue(observer, out var clock) && clock.Ahead * 2 > clock.All;

    private void Add(SerialTaking taking)
    {
        _last[taking.History] = taking;
        _oldest.TryAdd(taking.History, taking);
        if (taking.Kind is EventKind.RollbackOffered)
        {
            return;
        }

        _first.TryAdd((taking.History, taking.Serial), taking);
        var key = (taking.History.Zone.Name, taking.History.Zone.Class, taking.Serial);
        if (!_firstAnywhere.TryGetValue(key, out var first) || taking.Place < first.Place)
        {
            _firstAnywhere[key] = taking;
        }

        if (taking.From.Length > 0)
        {
            AddTo(_given, PeerAddress.WithoutPort(taking.From), taking);
        }

        if (taking.IsTimed && taking.History.InstantOf(taking.Serial) is { } minted)
        {
            var (ahead, all) = _clocks.GetValueOrDefault(taking.History.Observer);
            _clocks[taking.History.Observer] = (ahead + (minted - taking.At.At > Prompt ? 1 : 0), all + 1);
        }
    }

    /// <summary>No zone's name has a blank.</summary>
    private static string Key(SerialHistory history) => $"{history.Zone.Name} {history.Zone.Class}";

    private static void AddTo<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }
}
