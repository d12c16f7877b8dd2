using NodaTime;

namespace LogSerialAudit.History;

/// <summary>Holds an episode against the logs of the other servers of its zone. States what lines show, and no more.</summary>
/// <param name="propagation">Who took which serial when.</param>
/// <param name="episodes">All episodes.</param>
/// <param name="coverage">The spans of time that an observer's lines cover, in time order.</param>
public sealed class OtherAccounts(Propagation propagation, IReadOnlyList<Episode> episodes, Func<Observer, IReadOnlyList<Interval>> coverage)
{
    private readonly ILookup<SerialHistory, Episode> _episodes = episodes.ToLookup(episode => episode.History);
    private readonly Dictionary<SerialHistory, ZonePropagation> _zones = [];

    /// <summary>Takes the zones of some episodes into memory, in place of those before, so that they can be asked for one after the other.</summary>
    public void Prepare(IEnumerable<Episode> some)
    {
        _zones.Clear();
        var histories = some.Select(episode => episode.History).ToHashSet();
        foreach (var zone in propagation.Of(histories.Contains))
        {
            foreach (var history in zone.Histories)
            {
                _zones.Add(history, zone);
            }
        }
    }

    /// <summary>The accounts of an episode, by observer; none where it has no time, or no other log speaks of the zone.</summary>
    public IReadOnlyList<OtherAccount> Of(Episode episode)
    {
        if (!_zones.TryGetValue(episode.History, out var zone))
        {
            Prepare([episode]);
            zone = _zones.GetValueOrDefault(episode.History);
        }

        return zone is null || !episode.First.Exists ? []
            : [.. zone.Histories.Where(history => history.Observer != episode.History.Observer).Select(history => Of(episode, history, zone))];
    }

    private OtherAccount Of(Episode episode, SerialHistory other, ZonePropagation zone)
    {
        var (from, to) = (episode.First.At, episode.Ended is { Exists: true } ended ? ended.At : episode.Last.At);
        var spans = coverage(other.Observer);
        var takings = zone.TakingsOf(other);
        var had = takings.LastOrDefault(taking => taking.At.Exists && taking.At.At <= from)
            ?? takings.FirstOrDefault(taking => taking.At.Exists && taking.At.At > from && taking.At.At <= to);
        var account = new OtherAccount(other, OtherStanding.NotShown)
        {
            IsPrimary = zone.IsPrimary(other),
            LogFrom = spans.Count == 0 ? null : spans[0].Start,
            LogTo = spans.Count == 0 ? null : spans[^1].End,
            Serial = had?.Serial,
        };
        if (ComplaintOf(episode, other, from, to) is { } complaint)
        {
            var isSame = complaint.Offered == episode.Offered && complaint.Held == episode.Held;
            return account with { Standing = isSame ? OtherStanding.Complained : OtherStanding.ComplainedOfOthers, Complaint = complaint };
        }

        if (TakingOfOffered(episode, takings, HeldSince(episode, zone), to) is { } taken)
        {
            return account with { Standing = account.IsPrimary ? OtherStanding.MadeOffered : OtherStanding.TookOffered, Serial = taken.Serial, At = taken.At };
        }

        if (!spans.Any(span => span.Start <= to && from <= span.End))
        {
            return account with { Standing = OtherStanding.NotCovered };
        }

        var asked = zone.AskedBy(other);
        if (episode.Primary.Length > 0 && asked.Count > 0 && !asked.Contains(PeerAddress.WithoutPort(episode.Primary)))
        {
            return account with { Standing = OtherStanding.AsksOthers, Asked = [.. asked.Order(StringComparer.Ordinal)] };
        }

        return account.Serial is not { } serial || episode.Offered is not { } offered ? account
            : serial.IsNewerThan(offered) ? account with { Standing = OtherStanding.Held }
            : account with { Standing = OtherStanding.HadOlder, SteppedBackFrom = had!.Previous is { } left && left.IsNewerThan(serial) ? left : null };
    }

    /// <summary>A complaint of the same pair, best one at the same time; else one of another pair at that time.</summary>
    private Episode? ComplaintOf(Episode episode, SerialHistory other, Instant from, Instant to)
    {
        var dated = _episodes[other].Where(each => each.First.Exists).ToList();
        var same = dated.Where(each => each.Offered == episode.Offered && each.Held == episode.Held).ToList();
        return same.FirstOrNull(IsThen) ?? same.FirstOrNull(_ => true) ?? dated.FirstOrNull(IsThen);

        bool IsThen(Episode each) => each.First.At <= to && from <= each.Last.At;
    }

    /// <summary>When the held serial came into service anywhere, the last time before the episode; null where no line shows it.</summary>
    private static Instant? HeldSince(Episode episode, ZonePropagation zone) =>
        zone.Rounds
            .Where(round => round.Serial == episode.Held && round.Takings.Any(taking => taking.History == episode.History && taking.At.Exists && taking.At.At <= episode.First.At))
            .Select(round => round.Takings.FirstOrDefault(taking => taking.IsTimed)?.At.At)
            .LastOrDefault();

    /// <summary>The last time that it took the offered serial while the held one was about; a serial it merely had all along does not count.</summary>
    private static SerialTaking? TakingOfOffered(Episode episode, IReadOnlyList<SerialTaking> takings, Instant? heldSince, Instant to) =>
        takings.LastOrDefault(taking => taking.IsTimed && taking.Serial == episode.Offered && taking.At.At <= to
            && (heldSince is { } since ? taking.At.At >= since : taking.IsReturn));
}
