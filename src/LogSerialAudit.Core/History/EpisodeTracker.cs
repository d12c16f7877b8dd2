using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Begins, extends and ends episodes by what the lines show, never by assumption.
/// </summary>
internal sealed class EpisodeTracker
{
    private readonly List<Episode> _episodes = [];
    private readonly Dictionary<(Observer Observer, string Address), Instant> _lastHeard = [];

    /// <summary>Takes the next row in time order.</summary>
    public void Follow(in EventRow row)
    {
        if (row.Peer.Length > 0 && row.At.Exists)
        {
            _lastHeard[(row.History.Observer, Address(row.Peer))] = row.At.At;
        }

        switch (row.Kind)
        {
            case EventKind.RollbackOffered when row is { Serial: { } offered, Previous: { } held }:
                row.History.Checked = null;
                Complain(row, row.Peer, offered, held);
                break;

            // The serials stand in the debug line before it; the primary in neither.
            case EventKind.Ahead when row.History.Checked is { } pair:
                row.History.Checked = null;
                Complain(row, "", pair.Offered, pair.Held);
                break;

            case EventKind.SoaChecked when row is { Serial: { } offered, Previous: { } held }:
                row.History.Checked = offered.IsAtLeast(held) ? null : (offered, held);
                CatchUp(row, offered, from: null);
                break;

            case EventKind.TransferNotNewer when row.Serial is { } offered:
                CatchUp(row, offered, row.Peer);
                break;

            case EventKind.Transferred when row.Serial is { } taken:
                Take(row, taken);
                break;

            case EventKind.Expired:
                Expire(row);
                break;

            case EventKind.NotifyNewer when row.Serial is { } claimed:
                Claim(row, claimed);
                break;
        }
    }

    /// <summary>The episodes, in order of their first complaints; open ones are looked at a last time.</summary>
    public IReadOnlyList<Episode> Finish()
    {
        foreach (var episode in _episodes.Where(episode => episode.State == EpisodeState.Open))
        {
            if (episode.Claim is { } claim)
            {
                episode.End(EpisodeState.CaughtUp, claim.At, claim.Serial);
            }
            else if (FellSilent(episode))
            {
                episode.Forget();
            }
        }

        return [.. _episodes];
    }

    private void Complain(in EventRow row, string primary, SerialNumber offered, SerialNumber held)
    {
        var running = row.History.Running;
        if (running.TryGetValue(primary, out var episode) && episode.State == EpisodeState.Open)
        {
            if (episode.Offered == offered && episode.Held == held)
            {
                episode.Add(row);
                return;
            }

            episode.End(EpisodeState.Continued, row.At, null);
        }

        episode = new Episode(row.History, primary, offered, held, row);
        running[primary] = episode;
        _episodes.Add(episode);
    }

    private static void Take(in EventRow row, SerialNumber taken)
    {
        foreach (var (primary, episode) in row.History.Running.ToList())
        {
            if (episode.AwaitsSerial)
            {
                episode.TakeSerial(taken);
            }
            else if (taken.IsAtLeast(episode.Held))
            {
                // A transfer from another primary says nothing about this one.
                if (IsFrom(row.History.TransferFrom, primary))
                {
                    episode.End(EpisodeState.CaughtUp, row.At, taken);
                }
            }
            else
            {
                episode.End(EpisodeState.Forced, row.At, taken);
            }

            DropEnded(row, primary, episode);
        }
    }

    private static void CatchUp(in EventRow row, SerialNumber offered, string? from)
    {
        foreach (var (primary, episode) in row.History.Running.ToList())
        {
            if (episode.State == EpisodeState.Open && offered.IsAtLeast(episode.Held) && IsFrom(from, primary))
            {
                episode.End(EpisodeState.CaughtUp, row.At, offered);
                DropEnded(row, primary, episode);
            }
        }
    }

    private static void Claim(in EventRow row, SerialNumber claimed)
    {
        foreach (var (primary, episode) in row.History.Running)
        {
            if (episode is { State: EpisodeState.Open, Claim: null } && claimed.IsAtLeast(episode.Held) && IsFrom(row.Peer, primary))
            {
                episode.Claim = (row.At, claimed);
            }
        }
    }

    private static void Expire(in EventRow row)
    {
        foreach (var episode in row.History.Running.Values.Where(episode => episode.State == EpisodeState.Open))
        {
            episode.End(EpisodeState.Expired, row.At, null);
        }
    }

    private static void DropEnded(in EventRow row, string primary, Episode episode)
    {
        if (episode.State != EpisodeState.Open && !episode.AwaitsSerial)
        {
            row.History.Running.Remove(primary);
        }
    }

    /// <summary>Whether complaints stopped for over three of their median gaps while observer and primary went on talking.</summary>
    private bool FellSilent(Episode episode) =>
        episode.MedianGap is { } gap && episode.Last.Exists
        && _lastHeard.TryGetValue((episode.History.Observer, Address(episode.Primary)), out var heard)
        && heard - episode.Last.At > gap * 3;

    private static bool IsFrom(string? sender, string primary) =>
        string.IsNullOrEmpty(sender) || primary.Length == 0 || Address(sender) == Address(primary);

    /// <summary>An address without its port: a NOTIFY comes from any port.</summary>
    private static string Address(string peer) => peer.LastIndexOf('#') is var port and >= 0 ? peer[..port] : peer;
}
