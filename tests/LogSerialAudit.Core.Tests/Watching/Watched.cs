using LogSerialAudit.Core.Tests.History;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Watching;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>Logs that are checked again and again, and what was told of each episode at last.</summary>
internal sealed class Watched(string state, DatingOptions dating)
{
    private readonly Dictionary<(string Observer, string Zone, string Primary, string First), string> _told = [];

    /// <summary>Checks, and remembers what is told.</summary>
    /// <param name="now">The present.</param>
    /// <param name="logs">The paths of the logs.</param>
    public IReadOnlyList<Change> Check(Instant now, params string[] logs)
    {
        using var store = StateStore.TryOpen(state, isReadOnly: false, out var error);
        Assert.True(store is not null, error);
        var watch = new Watch(store, Catalogue.BuiltIn, dating with { Now = now }, new WatchOptions());
        watch.Read(SourceFinder.Find(logs), Stream.Null, TestContext.Current.CancellationToken);
        Assert.Empty(watch.Troubles);
        store.Commit(watch);
        foreach (var change in watch.Changes.Where(change => change.Episode is not null))
        {
            _told[KeyOf(change.Episode!.Value)] = Story.Told(AsTold(change));
        }

        foreach (var episode in watch.Standing)
        {
            _told[KeyOf(episode)] = Story.Told(episode);
        }

        return watch.Changes;
    }

    /// <summary>What was told at last, in the words of <see cref="Story.Told()"/>.</summary>
    public IEnumerable<string> Told() => _told.Values.Order(StringComparer.Ordinal);

    private static (string, string, string, string) KeyOf(Episode episode) => (
        episode.History.Observer.Name,
        $"{episode.History.Zone} {episode.History.Side}",
        episode.Primary,
        $"{episode.First} {episode.Offered} {episode.Held} {episode.Source.Line}");

    /// <summary>What ended by hearsay is still open to what may come.</summary>
    private static Episode AsTold(Change change)
    {
        var episode = change.Episode!.Value;
        if (episode.State == EpisodeState.Open && change.Kind == ChangeKind.Healed && episode.Claim is { } claim)
        {
            episode.EndByClaim(claim.At, claim.Serial);
        }
        else if (episode.State == EpisodeState.Open && change.Kind == ChangeKind.Ceased)
        {
            episode.Forget();
        }

        return episode;
    }
}
