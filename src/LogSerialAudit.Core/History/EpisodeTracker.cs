using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Begins, extends and ends episodes by what the lines show, never by assumption.
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

    /// <summary>Zones that the operator had transferred anew, and no serial was taken since.</summary>
    private readonly HashSet<(Observer Observer, string Zone)> _commanded = [];

    /// <summary>Begins.</summary>
    public EpisodeTracker() => Running = new RunningEpisodes(_episodes);

    /// <summary>How many undated lines of each file repeat the complaints of a dated episode, once <see cref="Finish"/> was called.</summary>
    public IReadOnlyDictionary<string, long> UndatedRepeats { get; private set; } = new Dictionary<string, long>();

    /// <summary>Takes the next row in time order. Rows without a time begin, go on with and end only what has none.</summary>
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
                Hear(row, offered);
                break;

            case EventKind.TransferNotNewer or EventKind.TransferCompleted when row.Serial is { } offered:
                CatchUp(row, offered);
                break;

            case EventKind.SoaUnchanged when (row.Serial ?? row.Previous) is { } same:
                FindSame(row, same);
                break;

            case EventKind.Transferred when (row.PeerText.IsEmpty ? row.TransferFrom : row.Peer) is { } from:
                Take(row, from);
                break;

            case EventKind.Transferred:
                _taken[row.History] = new Taken(row.At, row.Serial, row.Previous, row.Source);
                refresh.AwaitsPrimary = true;
                break;

            case EventKind.Expired:
                Expire(row);
                break;

            case EventKind.Command when row.Detail.StartsWith("retransfer ", StringComparison.Ordinal):
                _commanded.Add((row.History.Observer, row.Zone.Name));
                break;

            case EventKind.NotifyNewer or EventKind.NotifyReceived when row.Serial is { } claimed:
                Hear(row, claimed);
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
        : episode.Claim is not null ? EpisodeState.CaughtUp
        : FellSilent(episode) ? EpisodeState.Unknown
        : EpisodeState.Open;

    /// <summary>The episodes, in order of their first complaints; open ones are looked at a last time.</summary>
    public IReadOnlyList<Episode> Finish()
    {
        foreach (var history in _taken.Keys.ToList())
        {
            Take(LetGo(history), "");
        }

        foreach (var episode in _episodes.Where(episode => episode.State == EpisodeState.Open))
        {
            if (episode.Claim is { } claim)
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
        if (Running.Find(row.History, primary, row.At.Exists) is { State: EpisodeState.Open } running)
        {
            if (running.Offered == offered && running.Held == held)
            {
                running.Add(row);
                _undated.Count(row, running);
                return;
            }

            if (running.Claim is { IsNamed: true } claim && held is { } now && now.IsAtLeast(claim.Serial))
            {
                running.End(EpisodeState.CaughtUp, claim.At, claim.Serial);
            }
            else
            {
                running.End(EpisodeState.Continued, row.At, null);
            }
        }

        var episode = Episode.Begin(_episodes, row.History, primary, offered, held, row);
        Running.Begin(episode, row.At.Exists);
        _heard.Follow(episode);
        _undated.Count(row, episode);
    }

    /// <summary>Settles a serial whose primary was not known when it was taken, once a line names it or another story begins.</summary>
    private void Settle(in EventRow row)
    {
        var closes = row.Kind is EventKind.TransferStatus or EventKind.TransferCompleted or EventKind.TransferNote;
        if (closes ? !row.PeerText.IsEmpty : !SaysNothingOfTransfers(row.Kind))
        {
            Take(LetGo(row.History), closes ? row.Peer : "");
        }
    }

    private EventRow LetGo(SerialHistory history)
    {
        _refreshes[history].AwaitsPrimary = false;
        _taken.Remove(history, out var taken);
        return new EventRow { History = history, At = taken.At, Kind = EventKind.Transferred, Serial = taken.Serial, Previous = taken.Previous, Source = taken.Source };
    }

    private static bool SaysNothingOfTransfers(EventKind kind) =>
        kind is EventKind.NotifySent or EventKind.NotifyTo or EventKind.NotifyFailed or EventKind.NotifyReceived or EventKind.Signed
            or EventKind.SigningNote or EventKind.JournalApplied or EventKind.CatalogUpdated or EventKind.ZoneConfigured;

    private void Take(in EventRow row, string from)
    {
        if (row.Serial is not { } taken)
        {
            return;
        }

        foreach (var episode in ToldOf(row))
        {
            // What was not named while it was held may be named when it is replaced.
            var held = episode.Held ?? row.Previous;
            if (episode.AwaitsSerial)
            {
                episode.TakeSerial(taken);
            }
            else if (held is null)
            {
                episode.Forget();
            }
            else if (taken.IsAtLeast(held.Value))
            {
                // A transfer from another primary says nothing about this one.
                if (IsSame(from, episode.Primary))
                {
                    episode.End(EpisodeState.CaughtUp, row.At, taken);
                }
            }
            else if (row.Previous is { } before && taken.IsNewerThan(before))
            {
                // The observer itself had gone back, to an old file, and took what was newer than that.
                episode.FallBack(before, taken);
            }
            else
            {
                episode.Force(row.At, taken, isCommanded: _commanded.Contains((row.History.Observer, row.History.Zone.Name)));
            }

            DropEnded(row, episode);
        }

        if (_commanded.Count > 0)
        {
            _commanded.Remove((row.History.Observer, row.History.Zone.Name));
        }
    }

    private void CatchUp(in EventRow row, SerialNumber offered)
    {
        foreach (var episode in ToldOf(row))
        {
            if (episode.State == EpisodeState.Open && episode.IsMadeGoodBy(offered) && IsSame(row.Peer, episode.Primary))
            {
                episode.End(EpisodeState.CaughtUp, row.At, offered);
                DropEnded(row, episode);
            }
        }
    }

    /// <summary>The primary has the very serial that the observer has, so whatever that is, it is no longer refused.</summary>
    private void FindSame(in EventRow row, SerialNumber same)
    {
        foreach (var episode in ToldOf(row))
        {
            if (episode.State == EpisodeState.Open && (episode.Held is null || episode.IsMadeGoodBy(same)) && IsSame(row.Peer, episode.Primary))
            {
                episode.End(EpisodeState.CaughtUp, row.At, same);
                DropEnded(row, episode);
            }
        }
    }

    /// <summary>A NOTIFY's serial, or one that a refresh saw at a primary it does not name.</summary>
    private void Hear(in EventRow row, SerialNumber claimed)
    {
        foreach (var episode in ToldOf(row))
        {
            if (episode.State == EpisodeState.Open && episode.IsMadeGoodBy(claimed))
            {
                var isNamed = !row.PeerText.IsEmpty && episode.Primary.Length > 0;
                if (!isNamed || PeerAddress.AreOne(row.PeerText, episode.Primary))
                {
                    episode.Hear(row.At, claimed, isNamed);
                }
            }
        }
    }

    private void Expire(in EventRow row)
    {
        foreach (var episode in ToldOf(row).Where(episode => episode.State == EpisodeState.Open))
        {
            episode.End(EpisodeState.Expired, row.At, null);
        }
    }

    /// <summary>The episodes that a row can tell of: what has no time says nothing of what has.</summary>
    private List<Episode> ToldOf(in EventRow row) => Running.Of(row.History, row.At.Exists);

    private void DropEnded(in EventRow row, Episode episode)
    {
        if (episode.State != EpisodeState.Open && !episode.AwaitsSerial)
        {
            Running.LetGo(episode, row.At.Exists);
        }
    }

    /// <summary>Whether complaints stopped for over three of their median gaps while observer and primary went on talking.</summary>
    private bool FellSilent(Episode episode) =>
        episode.MedianGap is { } gap && episode.Last.Exists && LastHeard(episode) is { } heard && heard - episode.Last.At > gap * 3;

    private Instant? LastHeard(Episode episode) => _heard.Last(episode.History.Observer, episode.Primary);

    /// <summary>Whether the other side said something; that it was asked in vain says nothing about it.</summary>
    private static bool IsHeard(EventKind kind) =>
        kind is EventKind.RollbackOffered or EventKind.SoaUnchanged or EventKind.TransferConnected or EventKind.TransferNotNewer
            or EventKind.NotifyReceived or EventKind.NotifyNewer or EventKind.NotifyUpToDate or EventKind.NotifyNoSerial;

    /// <summary>Whether a transfer's other side is a primary: by address and port, as far as both are said.</summary>
    private static bool IsSame(string sender, string primary) =>
        sender.Length == 0 || primary.Length == 0 || sender == primary
        || (PeerAddress.AreOne(sender, primary) && (!PeerAddress.HasPort(sender) || !PeerAddress.HasPort(primary)));

    /// <summary>What is needed of a row that says that a serial was taken.</summary>
    private readonly record struct Taken(Dated At, SerialNumber? Serial, SerialNumber? Previous, SourceLine Source);

    /// <summary>What the last lines of a history left open.</summary>
    private struct Refresh
    {
        /// <summary>The pair of a refresh at debug level that no other line has followed yet.</summary>
        public (SerialNumber Offered, SerialNumber Held)? Checked;

        /// <summary>Whether a serial was taken from a primary that only the line after it may name.</summary>
        public bool AwaitsPrimary;
    }
}
