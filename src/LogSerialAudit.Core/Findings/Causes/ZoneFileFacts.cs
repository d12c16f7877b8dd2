using LogSerialAudit.Evidence.ZoneFiles;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings.Causes;

/// <summary>What the histories of zone files show of what was offered and what is held.</summary>
internal sealed class ZoneFileFacts
{
    /// <summary>As many pairs as are looked up in histories.</summary>
    private const int MostPairs = 1000;

    public ZoneFileFacts(IncidentFacts facts)
    {
        foreach (var pair in facts.Incident.Pairs.Take(MostPairs))
        {
            foreach (var revisions in facts.Case.RevisionsOf(pair.History.Zone.Name))
            {
                Edit ??= EditOf(facts.Incident, pair, revisions);
                ClockSlow ??= SlowOf(pair, revisions);
                HasHeld ??= HeldOf(facts.Incident, pair, revisions);
                NeverHadHeld ??= MissedOf(pair, revisions);
            }
        }

        EditedDown = Edit is not var (older, newer) ? null : new Fact(
            $"revision {newer.Revision} of the zone file of {newer.Zone} has {newer.Serial} after {older.Serial} of {older.Revision}", ExhibitList.Of(ExhibitOf(older), ExhibitOf(newer)));
    }

    /// <summary>A revision with a lower serial after one with a higher.</summary>
    public (ZoneRevision Older, ZoneRevision Newer)? Edit { get; }

    /// <summary>The zone file was given a lower serial.</summary>
    public Fact? EditedDown { get; }

    /// <summary>Whether the lower serial was checked in, and not only seen in a copy.</summary>
    public bool EditIsCheckedIn => Edit is { Newer.DatedBy: RevisionTime.CheckIn or RevisionTime.Commit };

    /// <summary>Serials of the zone file name times that are all as long before they were checked in.</summary>
    public Fact? ClockSlow { get; }

    /// <summary>The history that survives has what is held, and what was offered only as an older revision.</summary>
    public Fact? HasHeld { get; }

    /// <summary>What is held was never in the zone file: a server made it.</summary>
    public Fact? NeverHadHeld { get; }

    /// <summary>Where a revision stands.</summary>
    internal static Exhibit ExhibitOf(ZoneRevision revision) => new($"{revision.Zone} revision {revision.Revision}: {Said.Serial(revision.Serial)}", revision.Source);

    private static Fact? SlowOf(Episode pair, IReadOnlyList<ZoneRevision> revisions)
    {
        var dated = revisions.Where(revision => revision is { CommittedIsSure: true, Committed: not null, Minted: not null }).ToList();
        var held = dated.FindIndex(revision => revision.Serial == pair.Held);
        return held < 0 || SlowClock.BehindBy(TimesOf(dated[held]), [.. dated.Skip(held + 1).Select(TimesOf)]) is not { } behind ? null : new Fact(
            $"all revisions of {dated[held].Zone} after {dated[held].Revision} have serials that name times {DurationText.Words(behind)} before they were checked in",
            ExhibitList.Of(dated.Skip(held).Select(ExhibitOf)));
    }

    private static (Instant Seen, Instant Minted) TimesOf(ZoneRevision revision) => (revision.Committed!.Value, revision.Minted!.Value);

    private static (ZoneRevision, ZoneRevision)? EditOf(Incident incident, Episode pair, IReadOnlyList<ZoneRevision> revisions)
    {
        var first = incident.Episodes.First(episode => episode.History.Zone.Name == pair.History.Zone.Name).First;
        for (var place = 1; place < revisions.Count; place++)
        {
            var (older, newer) = (revisions[place - 1], revisions[place]);
            if (older.Serial is { } before && newer.Serial is { } after && before.IsNewerThan(after) && (after == pair.Offered || before == pair.Held)
                && !(newer.CommittedIsSure && first.Exists && newer.Committed > first.At + StartFacts.Soon))
            {
                return (older, newer);
            }
        }

        return null;
    }

    private static Fact? HeldOf(Incident incident, Episode pair, IReadOnlyList<ZoneRevision> revisions)
    {
        var held = revisions.FirstOrDefault(revision => revision.Serial is not null && revision.Serial == pair.Held && IsBefore(revision, pair));
        var offered = revisions.FirstOrDefault(revision => revision.Serial is not null && revision.Serial == pair.Offered);
        return held is null || offered is null || EditOf(incident, pair, revisions) is not null ? null : new Fact(
            $"the zone file of {held.Zone} that survives has what is held, as revision {held.Revision}; what was offered is its revision {offered.Revision}", ExhibitList.Of(ExhibitOf(held), ExhibitOf(offered)));
    }

    private static bool IsBefore(ZoneRevision revision, Episode pair) => !revision.CommittedIsSure || !pair.First.Exists || revision.Committed <= pair.First.At;

    private static Fact? MissedOf(Episode pair, IReadOnlyList<ZoneRevision> revisions)
    {
        if (pair.Held is not { } held || revisions.Any(revision => revision.Serial == held))
        {
            return null;
        }

        var older = revisions.LastOrDefault(revision => revision.Serial is { } serial && held.IsNewerThan(serial));
        var newer = revisions.FirstOrDefault(revision => revision.Serial is { } serial && serial.IsNewerThan(held));
        return older is null || newer is null ? null : new Fact($"{held} was never in the zone file of {older.Zone}: a server made it", ExhibitList.Of(ExhibitOf(older), ExhibitOf(newer)));
    }
}
