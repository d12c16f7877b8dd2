using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Begins and extends episodes by what the lines show, never by assumption, and hands on what may end them.
/// </summary>
internal sealed partial class EpisodeTracker
{
    private readonly EpisodeStore _episodes = new();
    private readonly UndatedComplaints _undated = new();
    private readonly PerHistory<Refresh> _refreshes = new();

    /// <summary>When the primaries of episodes were last heard of.</summary>
    private readonly HeardPrimaries _heard = new();

    /// <summary>Serials taken from a primary that only the line after them may name.</summary>
    private readonly Dictionary<SerialHistory, Taken> _taken = [];

    private readonly EpisodeEnds _ends;

    /// <summary>Begins.</summary>
    public EpisodeTracker()
    {
        Running = new RunningEpisodes(_episodes);
        _ends = new EpisodeEnds(Running);
    }

    /// <summary>How many undated lines of each file repeat the complaints of a dated episode, once <see cref="Finish"/> was called.</summary>
    public IReadOnlyDictionary<string, long> UndatedRepeats { get; private set; } = new Dictionary<string, long>();

    /// <summary>Takes the next row in time order. Rows without a time begin and go on with only what has none.</summary>
    public void Follow(in EventRow row)
    {
        ref var refresh = ref _refreshes[row.History];
        if (refresh.AwaitsPrimary)
        {
            Settle(row);
        }

        switch (row.Kind)
        {
            // Not every server names both serials.
            case EventKind.RollbackOffered:
                refresh.Checked = null;
                Complain(row, row.Peer, row.Serial, row.Previous);
                break;

            // The serials stand in the debug line before it; the primary in neither.
            case EventKind.Ahead or EventKind.TransferNotNewer when row.Serial is null && refresh.Checked is { } pair:
                refresh.Checked = null;
                Complain(row, "", pair.Offered, pair.Held);
                break;

            case EventKind.SoaChecked when row is { Serial: { } offered, Previous: { } held }:
                refresh.Checked = offered.IsAtLeast(held) ? null : (offered, held);
                _ends.Hear(row, offered);
                break;

            case EventKind.TransferNotNewer or EventKind.TransferCompleted when row.Serial is { } offered:
                _ends.CatchUp(row, offered);
                break;

            case EventKind.SoaUnchanged when (row.Serial ?? row.Previous) is { } same:
                _ends.FindSame(row, same);
                break;

            case EventKind.Transferred when (row.PeerText.IsEmpty ? row.TransferFrom : row.Peer) is { } from:
                _ends.Take(row, from);
                break;

            case EventKind.Transferred:
                _taken[row.History] = new Taken(row.At, row.Serial, row.Previous, row.Source, row.IsPlaced);
                refresh.AwaitsPrimary = true;
                break;

            case EventKind.Expired:
                _ends.Expire(row);
                break;

            case EventKind.Command when TransferCommand.Forces(row.Detail):
            case EventKind.ZoneConfigured when TransferCommand.Removes(row.Detail):
                _ends.Commanded.Add((row.History.Observer, row.Zone.Name));
                break;

            case EventKind.NotifyNewer or EventKind.NotifyReceived when row.Serial is { } claimed:
                _ends.Hear(row, claimed);
                break;
        }

        if (row.At.Exists && IsHeard(row.Kind) && !row.PeerText.IsEmpty)
        {
            _heard.Hear(row.History.Observer, row.PeerText, row.At.At);
        }
    }

    /// <summary>The episodes that have not ended.</summary>
    internal RunningEpisodes Running { get; }

    /// <summary>The episodes so far, in order of their first complaints; those of an earlier run first.</summary>
    internal IReadOnlyList<Episode> Episodes => _episodes;

    /// <summary>How an episode stands, were this the end of the logs.</summary>
    internal EpisodeState Standing(Episode episode) =>
        episode.State != EpisodeState.Open ? episode.State
        : episode.PlacedEnd is { State: var state } ? state
        : episode.Claim is not null ? EpisodeState.CaughtUp
        : FellSilent(episode) ? EpisodeState.Unknown
        : EpisodeState.Open;

    /// <summary>The episodes, in order of their first complaints; open ones are looked at a last time.</summary>
    public IReadOnlyList<Episode> Finish()
    {
        foreach (var history in _taken.Keys.ToList())
        {
            _ends.Take(LetGo(history), "");
        }

        foreach (var episode in _episodes.Where(episode => episode.State == EpisodeState.Open))
        {
            if (episode.PlacedEnd is { } end)
            {
                episode.EndAsPlaced(end);
            }
            else if (episode.Claim is { } claim)
            {
                episode.EndByClaim(claim.At, claim.Serial);
            }
            else if (FellSilent(episode))
            {
                episode.Forget();
            }
        }

        (var episodes, UndatedRepeats) = _undated.Part(_episodes);
        return episodes;
    }

    private void Complain(in EventRow row, string primary, SerialNumber? offered, SerialNumber? held)
    {
        if (row.IsPlaced && Running.Find(row.History, primary, hasTime: true) is { State: EpisodeState.Open } before && before.Offered == offered && before.Held == held)
        {
            before.Reopen();
        }

        if (Running.Find(row.History, primary, row.At.Exists) is { State: EpisodeState.Open } running)
        {
            if (running.Offered == offered && running.Held == held)
            {
                running.Add(row);
                _undated.Count(row, running);
                return;
            }

            if (running.PlacedEnd is { By: { } by } end && held is { } kept && kept.IsAtLeast(by))
            {
                running.EndAsPlaced(end);
            }
            else if (running.Claim is { IsNamed: true } claim && held is { } now && now.IsAtLeast(claim.Serial))
            {
                running.End(EpisodeState.CaughtUp, claim.At, claim.Serial);
            }
            else
            {
                running.End(EpisodeState.Continued, row.At, null);
            }
        }

        var episode = Episode.Begin(_episodes, row.History, primary, offered, held, row);
        Running.Begin(episode);
        _heard.Follow(episode);
        _undated.Count(row, episode);
    }

    /// <summary>Settles a serial whose primary was not known when it was taken, once a line names it or another story begins.</summary>
    private void Settle(in EventRow row)
    {
        var closes = row.Kind is EventKind.TransferStatus or EventKind.TransferCompleted or EventKind.TransferNote;
        if (closes ? !row.PeerText.IsEmpty : !SaysNothingOfTransfers(row.Kind))
        {
            _ends.Take(LetGo(row.History), closes ? row.Peer : "");
        }
    }

    private EventRow LetGo(SerialHistory history)
    {
        _refreshes[history].AwaitsPrimary = false;
        _taken.Remove(history, out var taken);
        return new EventRow { History = history, At = taken.At, Kind = EventKind.Transferred, Serial = taken.Serial, Previous = taken.Previous, Source = taken.Source, IsPlaced = taken.IsPlaced };
    }

    private static bool SaysNothingOfTransfers(EventKind kind) =>
        kind is EventKind.NotifySent or EventKind.NotifyTo or EventKind.NotifyFailed or EventKind.NotifyReceived or EventKind.Signed
            or EventKind.SigningNote or EventKind.JournalApplied or EventKind.CatalogUpdated or EventKind.ZoneConfigured;

    /// <summary>Whether complaints stopped for over three of their median gaps while observer and primary went on talking.</summary>
    private bool FellSilent(Episode episode) =>
        episode.MedianGap is { } gap && episode.Last.Exists && LastHeard(episode) is { } heard && heard - episode.Last.At > gap * 3;

    private Instant? LastHeard(Episode episode) => _heard.Last(episode.History.Observer, episode.Primary);

    /// <summary>Whether the other side said something; that it was asked in vain says nothing about it.</summary>
    private static bool IsHeard(EventKind kind) =>
        kind is EventKind.RollbackOffered or EventKind.SoaUnchanged or EventKind.TransferConnected or EventKind.TransferNotNewer
            or EventKind.NotifyReceived or EventKind.NotifyNewer or EventKind.NotifyUpToDate or EventKind.NotifyNoSerial;

    /// <summary>What is needed of a row that says that a serial was taken.</summary>
    private readonly record struct Taken(Dated At, SerialNumber? Serial, SerialNumber? Previous, SourceLine Source, bool IsPlaced);

    /// <summary>What the last lines of a history left open.</summary>
    private struct Refresh
    {
        /// <summary>The pair of a refresh at debug level that no other line has followed yet.</summary>
        public (SerialNumber Offered, SerialNumber Held)? Checked;

        /// <summary>Whether a serial was taken from a primary that only the line after it may name.</summary>
        public bool AwaitsPrimary;
    }
}
