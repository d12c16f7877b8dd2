using System.Runtime.InteropServices;
using System.Text;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>
/// Which serials came into service where, to be looked up by serial, by zone, and by who gave them: those that episodes are
/// about, and of the others what is told of them.
/// </summary>
internal sealed class TakingFacts
{
    /// <summary>A serial that names a time is taken within this of it, where both clocks are right and a NOTIFY came.</summary>
    public static readonly Duration Prompt = Duration.FromMinutes(10);

    /// <summary>As many serials after one as are looked at.</summary>
    private const int MostMade = 64;

    private readonly Takings _takings;
    private readonly IReadOnlyList<SerialHistory> _histories;

    /// <summary>The numbers of the zones that are told of, by the number of a history; 0 for the others.</summary>
    private readonly int[] _zones;
    private readonly FirstTakings _first;

    /// <summary>The numbers of the first and the last taking of each history, by its number, each with 1 added; 0 where it took none.</summary>
    private readonly int[] _oldest;
    private readonly int[] _last;

    /// <summary>The addresses that episodes are about, and behind them the others that gave anything.</summary>
    private readonly TextPool _addresses = new();

    /// <summary>The numbers of the addresses that gave each taking, and of those that episodes are about, by the number of the primary; 0 where none is named.</summary>
    private readonly int[] _givers;
    private int[] _offering = [];

    /// <summary>What was held from an address that later offered less than that itself: then it is not another one that is behind.</summary>
    private readonly Lazy<HashSet<(int History, SerialNumber Held, int Giver)>> _fellBack;
    private readonly Dictionary<(Observer Observer, int Address), Instant> _firstGiven = [];
    private readonly Dictionary<string, List<SerialHistory>> _primaries = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<SerialHistory>> _secondaries = [];
    private readonly Dictionary<Observer, (int Ahead, int OnTime, int All)> _clocks = [];

    public TakingFacts(Propagation propagation, IReadOnlyList<Episode> episodes, IEnumerable<SerialHistory> others)
    {
        (_takings, _histories) = (propagation.Takings, propagation.Histories);
        _fellBack = new(() => ThoseThatFellBack(episodes));
        var told = episodes.DistinctBy(episode => episode.HistoryNumber).Select(episode => episode.History).Concat(others).ToList();
        _zones = told.Count == 0 ? [] : NumberZones(told, propagation.Histories);
        (_oldest, _last, _givers) = (new int[_zones.Length], new int[_zones.Length], new int[told.Count == 0 ? 0 : _takings.Count]);
        var ofZones = propagation.Histories.Where(history => ZoneOf(history) > 0).ToList();
        _first = new FirstTakings(_takings, ofZones);
        if (told.Count == 0)
        {
            return;
        }

        foreach (var history in ofZones)
        {
            if (_takings.IsPrimary(history))
            {
                AddTo(_primaries, history.Zone.Name, history);
            }
            else
            {
                AddTo(_secondaries, ZoneOf(history), history);
            }
        }

        foreach (var episode in episodes)
        {
            Number(episode);
        }

        var offering = _addresses.Count;
        Span<byte> room = stackalloc byte[TextShape.MostBytes];
        for (var walk = _takings.Walk(); walk.Read();)
        {
            Keep(walk);
            Count(walk);
            var address = _addresses.Add(PeerAddress.WithoutPort(walk.From, room));
            _givers[walk.Number] = address;
            if (walk.Kind != EventKind.RollbackOffered && walk.At.Exists && address > 0 && address < offering)
            {
                ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_firstGiven, (walk.History.Observer, address), out var isKnown);
                first = isKnown ? Instant.Min(first, walk.At.At) : walk.At.At;
            }
        }

        _first.Sort();
    }

    /// <summary>The taking of a <see cref="TakingWalk.Number"/>.</summary>
    public SerialTaking this[int number] => _takings.TakingOf(_takings[number]);

    /// <summary>How a serial that an episode is about first came into service at an observer; null where no line but a complaint shows it.</summary>
    public SerialTaking? Of(SerialHistory history, SerialNumber? serial) =>
        Find(history, serial) is { } number ? this[number] : null;

    /// <summary>When that was; null where no line but a complaint shows it.</summary>
    public Dated? AtOf(SerialHistory history, SerialNumber? serial) => Find(history, serial) is { } number ? _takings[number].At : null;

    /// <summary>Whether another address gave what is held than the one that offers less; null where one of both is not named, or the giver itself offers less too.</summary>
    public bool? GiverIsOther(Episode episode)
    {
        var (giver, offering) = (GiverNumberOf(episode), _offering[episode.PrimaryNumber]);
        return giver == 0 || offering == 0 || (giver != offering && _fellBack.Value.Contains((episode.HistoryNumber, episode.Held!.Value, giver))) ? null : giver != offering;
    }

    /// <summary>Who gave what is held, as logged; empty where no line names one.</summary>
    public string GiverOf(Episode episode) => Find(episode.History, episode.Held) is { } number ? _takings[number].From.ToString() : "";

    /// <summary>The offered serial as the observer has it in service in another view of the zone, where this view never had it; null where that is not so.</summary>
    public SerialTaking? InOtherView(Episode episode) => episode.Offered is not { } offered || Find(episode.History, offered) is not null ? null
        : SecondariesOf(episode.History)
            .Where(other => other.Observer == episode.History.Observer && other.Side == episode.History.Side && other.Zone.View != episode.History.Zone.View && Last(other)?.Serial == offered)
            .Select(other => Of(other, offered)).FirstOrDefault(taking => taking is not null);

    /// <summary>Whether a line but a complaint shows that a serial of a zone that is told of came into service anywhere.</summary>
    public bool IsSeen(SerialHistory history, SerialNumber serial) =>
        SecondariesOf(history).Concat(PrimariesOf(history.Zone.Name).Where(primary => ZoneOf(primary) == ZoneOf(history))).Any(each => Find(each, serial) is not null);

    /// <summary>How the next larger serial first came into service at an observer; null where no line shows one.</summary>
    public SerialTaking? Next(SerialHistory history, SerialNumber serial) => _first.FindNext(history, serial) is { } number ? this[number] : null;

    /// <summary>The serial with which a history of a zone that is told of begins; null where no line shows one.</summary>
    public SerialTaking? First(SerialHistory history) => Kept(_oldest, history);

    /// <summary>The serial that was last in service of a zone that is told of; null where no line shows one.</summary>
    public SerialTaking? Last(SerialHistory history) => Kept(_last, history);

    /// <summary>Whether an address that an episode is about gave an observer anything up to an instant.</summary>
    public bool HasGiven(string address, Observer observer, Instant until) =>
        AddressOf(address) is { } number && _firstGiven.TryGetValue((observer, number), out var first) && first <= until;

    /// <summary>Answers questions of what addresses gave.</summary>
    public void Answer(IReadOnlyCollection<GivenQuestion> questions)
    {
        if (questions.Count == 0)
        {
            return;
        }

        var asked = new Dictionary<int, List<(string Address, GivenQuestion Question)>>();
        foreach (var question in questions)
        {
            foreach (var address in question.Addresses)
            {
                AddTo(asked, AddressOf(address) ?? 0, (address, question));
            }
        }

        for (var walk = _takings.Walk(); walk.Read();)
        {
            if (walk.Kind != EventKind.RollbackOffered && _givers[walk.Number] is > 0 and var giver && asked.TryGetValue(giver, out var asking))
            {
                foreach (var (address, question) in asking)
                {
                    question.Look(address, walk);
                }
            }
        }

        foreach (var question in questions)
        {
            question.Settle(_takings, taking => _takings[_last[taking.History] - 1]);
        }
    }

    /// <summary>The histories of a zone that is told of at servers that ask others for it.</summary>
    public IReadOnlyList<SerialHistory> SecondariesOf(SerialHistory history) => _secondaries.TryGetValue(ZoneOf(history), out var secondaries) ? secondaries : Array.Empty<SerialHistory>();

    /// <summary>Histories of servers that make the serials of a zone that is told of themselves.</summary>
    public IReadOnlyList<SerialHistory> PrimariesOf(string zone) => _primaries.TryGetValue(zone, out var primaries) ? primaries : Array.Empty<SerialHistory>();

    /// <summary>Whether a server makes the serials of a zone.</summary>
    public bool IsPrimary(SerialHistory history) => _takings.IsPrimary(history);

    /// <summary>Whether most of an observer's serials name times after their lines, and next to none the time of its line: then it is the log's clock or zone that is off.</summary>
    public bool ClockIsOff(Observer observer) => _clocks.TryGetValue(observer, out var clock) && clock.Ahead * 2 > clock.All && clock.OnTime * 20 < clock.Ahead;

    /// <summary>What came into service at a server after a serial, in time order. All takings are gone through for it.</summary>
    public IEnumerable<SerialTaking> After(SerialTaking taking) =>
        _takings.Of(history => history == taking.History).Where(later => later.Place > taking.Place && later.At.Exists).Take(MostMade);

    /// <summary>Histories whose last serials came without a NOTIFY, as <see cref="NotifiedTakings.Ceased"/> says.</summary>
    public IEnumerable<(SerialHistory History, int Notified, SerialTaking? Last, IReadOnlyList<SerialTaking> Since)> WithoutNotify(int least) => _takings.Notified.Ceased(_takings, _histories, least);

    /// <summary>Numbers the zones that are told of, in all their histories.</summary>
    private static int[] NumberZones(IEnumerable<SerialHistory> told, IReadOnlyList<SerialHistory> all)
    {
        var zones = new Dictionary<(string Name, string Class), int>();
        var numbers = new int[all.Select(history => history.Number + 1).DefaultIfEmpty().Max()];
        foreach (var history in told)
        {
            zones.TryAdd((history.Zone.Name, history.Zone.Class), zones.Count + 1);
        }

        foreach (var history in all)
        {
            numbers[history.Number] = zones.GetValueOrDefault((history.Zone.Name, history.Zone.Class));
        }

        return numbers;
    }

    private int GiverNumberOf(Episode episode) => Find(episode.History, episode.Held) is { } number ? _givers[number] : 0;

    private HashSet<(int History, SerialNumber Held, int Giver)> ThoseThatFellBack(IReadOnlyList<Episode> episodes)
    {
        var others = new HashSet<(int History, SerialNumber Held, int Giver)>();
        foreach (var episode in episodes)
        {
            if (GiverNumberOf(episode) is > 0 and var giver && _offering[episode.PrimaryNumber] is > 0 and var offering && giver != offering)
            {
                others.Add((episode.HistoryNumber, episode.Held!.Value, giver));
            }
        }

        return
        [
            .. from episode in episodes
               where episode.Held is not null
               let giver = (episode.HistoryNumber, episode.Held!.Value, _offering[episode.PrimaryNumber])
               where others.Contains(giver)
               select giver,
        ];
    }

    /// <summary>Numbers the address that an episode is about.</summary>
    private void Number(Episode episode)
    {
        var primary = episode.PrimaryNumber;
        if (primary >= _offering.Length)
        {
            Array.Resize(ref _offering, Math.Max(primary + 1, _offering.Length * 2));
        }

        if (_offering[primary] == 0)
        {
            _offering[primary] = _addresses.Add(Encoding.UTF8.GetBytes(PeerAddress.WithoutPort(episode.Primary)));
        }
    }

    private int? AddressOf(string address) => Encoding.UTF8.GetBytes(address) is { Length: > 0 } bytes && _addresses.Find(bytes, TextPool.Hash(bytes)) is > 0 and var number ? number : null;

    private int ZoneOf(SerialHistory history) => history.Number < _zones.Length ? _zones[history.Number] : 0;

    private int? Find(SerialHistory history, SerialNumber? serial) => serial is { } value ? _first.Find(history, value) : null;

    private SerialTaking? Kept(int[] numbers, SerialHistory history) =>
        ZoneOf(history) > 0 && numbers[history.Number] is > 0 and var number ? this[number - 1] : null;

    private void Keep(TakingWalk walk)
    {
        ref var oldest = ref _oldest[walk.History.Number];
        oldest = oldest == 0 ? walk.Number + 1 : oldest;
        _last[walk.History.Number] = walk.Number + 1;
        if (ZoneOf(walk.History) > 0 && walk.Kind != EventKind.RollbackOffered)
        {
            _first.Add(walk);
        }
    }

    private void Count(TakingWalk walk)
    {
        if (walk.Kind != EventKind.RollbackOffered && walk.IsExact && walk.At is { Exists: true, Mark: DatingMark.None } && walk.History.InstantOf(walk.Serial) is { } minted)
        {
            var (clock, by) = (_clocks.GetValueOrDefault(walk.History.Observer), minted - walk.At.At);
            _clocks[walk.History.Observer] = (clock.Ahead + (by > Prompt ? 1 : 0), clock.OnTime + (by <= Prompt && by >= -Prompt ? 1 : 0), clock.All + 1);
        }
    }

    private static void AddTo<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key, TItem item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }
}
