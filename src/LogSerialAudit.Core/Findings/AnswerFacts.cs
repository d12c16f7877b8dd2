using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>What servers answered for SOA records, to be looked up by zone and by when serials were minted.</summary>
internal sealed class AnswerFacts
{
    /// <summary>As many serials as are looked at around one instant.</summary>
    private const int MostNear = 1000;

    private readonly Dictionary<string, SoaRound> _last;
    private readonly List<MintedSerial> _minted;

    public AnswerFacts(IEnumerable<SoaAnswer> answers)
    {
        Rounds = SoaRound.Of(answers);
        _last = Rounds.GroupBy(round => round.Zone, StringComparer.Ordinal).ToDictionary(zone => zone.Key, zone => zone.Last(), StringComparer.Ordinal);
        Disagreements = [.. Rounds.Where(IsLast).Where(round => round.Differs).Select(round => new Disagreement(round))];
        _minted =
        [
            .. Rounds.SelectMany(round => round.Answers).Where(answer => answer.Minted is not null).DistinctBy(answer => (answer.Zone, answer.Serial))
                .Select(answer => new MintedSerial(answer.Minted!.Value, answer.Serial, answer.Zone, default, answer))
                .OrderBy(minted => minted.At).ThenBy(minted => minted.Zone, StringComparer.Ordinal),
        ];
    }

    /// <summary>The rounds of answers, by zone and time.</summary>
    public IReadOnlyList<SoaRound> Rounds { get; }

    /// <summary>The zones of which servers had different serials when they were asked last.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; }

    /// <summary>Where an answer stands.</summary>
    public static Exhibit ExhibitOf(SoaAnswer answer) => new($"{answer.Zone} {answer.Serial}{(answer.Server.Length == 0 ? "" : $" at {answer.Server}")}", answer.Source);

    /// <summary>Whether no later answers of the same zone are at hand.</summary>
    public bool IsLast(SoaRound round) => _last[round.Zone] == round;

    /// <summary>What was answered last of a zone; null where nothing was.</summary>
    public SoaRound? LastOf(string zone) => _last.GetValueOrDefault(zone);

    /// <summary>The record with a serial, else one of those answered last, and where it stands; null where nothing was answered.</summary>
    public (SoaRecord Soa, Exhibit Exhibit)? RecordOf(string zone, SerialNumber? serial) =>
        LastOf(zone) is not { } round ? null
        : (round.Answers.FirstOrDefault(answer => answer.Serial == serial) ?? round.Answers[0]) is var answer ? (answer.Soa, ExhibitOf(answer)) : null;

    /// <summary>The serials of answers that were minted near an instant.</summary>
    public IEnumerable<MintedSerial> MintedNear(Instant at, Duration distance)
    {
        var count = TimeSearch.CountUpTo(_minted, minted => minted.At, at + distance);
        for (var place = count - 1; place >= Math.Max(0, count - MostNear) && at - _minted[place].At <= distance; place--)
        {
            yield return _minted[place];
        }
    }

    /// <summary>Whether neither the log nor an answer shows that an episode is over.</summary>
    public bool LeaveOpen(Episode episode) => episode.State is EpisodeState.Open or EpisodeState.Unknown && HealOf(episode) is null;

    /// <summary>The answers that show that an episode is over: all servers had one serial that is not older than what was held. Null where none do.</summary>
    public SoaRound? HealOf(Episode episode)
    {
        if (LastOf(episode.History.Zone.Name) is not { Differs: false } round || episode is not { Held: { } held, Last: { Exists: true, At: var last } })
        {
            return null;
        }

        var (serial, minted) = (round.Serials[0], round.Answers[0].Minted);
        var isLater = round.Answers.All(answer => answer.DatedBy.IsOwn() && answer.Asked > last)
            || (minted > last && !(round.Asked < minted));
        return serial.IsAtLeast(held) && isLater ? round : null;
    }
}
