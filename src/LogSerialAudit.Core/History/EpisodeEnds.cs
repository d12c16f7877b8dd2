using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>
/// Ends episodes by what lines show of a primary or of what an observer took. A line without a time ends what has times only where it stands
/// behind the last complaint, and until another one follows; and lines with times end complaints that have none only where they stand behind them.
/// </summary>
/// <param name="running">The episodes that have not ended.</param>
internal sealed class EpisodeEnds(RunningEpisodes running)
{
    /// <summary>Zones that the operator had transferred anew, or removed, and no serial was taken since.</summary>
    public HashSet<(Observer Observer, string Zone)> Commanded { get; } = [];

    /// <summary>A serial was taken.</summary>
    /// <param name="row">The line.</param>
    /// <param name="from">From which primary; empty where no line names it.</param>
    public void Take(in EventRow row, string from)
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
            else if (episode.PlacedEnd is { State: EpisodeState.Expired })
            {
                episode.EndByPlace(EpisodeState.Expired, taken);
            }
            else if (held is null)
            {
                Forget(row, episode);
            }
            else if (taken.IsAtLeast(held.Value))
            {
                // A transfer from another primary says nothing about this one.
                if (IsSame(from, episode.Primary))
                {
                    End(row, episode, EpisodeState.CaughtUp, taken);
                }
            }
            else if (row.Previous is { } before && taken.IsNewerThan(before))
            {
                // The observer itself had gone back, to an old file, and took what was newer than that.
                episode.FallBack(before, taken);
            }
            else
            {
                End(row, episode, EpisodeState.Forced, taken, Commanded.Contains((row.History.Observer, row.History.Zone.Name)));
            }

            DropEnded(episode);
        }

        if (Commanded.Count > 0)
        {
            Commanded.Remove((row.History.Observer, row.History.Zone.Name));
        }
    }

    /// <summary>A transfer ended with a serial of the primary.</summary>
    public void CatchUp(in EventRow row, SerialNumber offered)
    {
        foreach (var episode in ToldOf(row))
        {
            if (episode.State == EpisodeState.Open && episode.IsMadeGoodBy(offered) && IsSame(row.Peer, episode.Primary))
            {
                End(row, episode, EpisodeState.CaughtUp, offered);
            }
        }
    }

    /// <summary>The primary has the very serial that the observer has, so whatever that is, it is no longer refused.</summary>
    public void FindSame(in EventRow row, SerialNumber same)
    {
        foreach (var episode in ToldOf(row))
        {
            if (episode.State == EpisodeState.Open && (episode.Held is null || episode.IsMadeGoodBy(same)) && IsSame(row.Peer, episode.Primary))
            {
                End(row, episode, EpisodeState.CaughtUp, same);
            }
        }
    }

    /// <summary>A NOTIFY's serial, or one that a refresh saw at a primary it does not name.</summary>
    public void Hear(in EventRow row, SerialNumber claimed)
    {
        foreach (var episode in running.Of(row))
        {
            if (episode is { State: EpisodeState.Open, PlacedEnd: null } && episode.IsMadeGoodBy(claimed))
            {
                var isNamed = !row.PeerText.IsEmpty && episode.Primary.Length > 0;
                if (!isNamed || PeerAddress.AreOne(row.PeerText, episode.Primary))
                {
                    episode.Hear(row.At, claimed, isNamed);
                }
            }
        }
    }

    /// <summary>The zone expired.</summary>
    public void Expire(in EventRow row)
    {
        foreach (var episode in ToldOf(row))
        {
            if (episode.State == EpisodeState.Open)
            {
                End(row, episode, EpisodeState.Expired, by: null);
            }
        }
    }

    /// <summary>The episodes that a row can tell of. What lines without a time had ended is so for good once a later one with a time tells of the zone.</summary>
    private List<Episode> ToldOf(in EventRow row)
    {
        var told = running.Of(row);
        if (row.At.Exists)
        {
            foreach (var episode in told)
            {
                if (episode.PlacedEnd is { } end)
                {
                    episode.EndAsPlaced(end);
                    DropEnded(episode);
                }
            }

            told.RemoveAll(episode => episode.State != EpisodeState.Open && !episode.AwaitsSerial);
        }

        return told;
    }

    private void End(in EventRow row, Episode episode, EpisodeState state, SerialNumber? by, bool isCommanded = false)
    {
        if (row.At.Exists || !episode.First.Exists)
        {
            episode.End(state, row.At, by, isCommanded);
            DropEnded(episode);
        }
        else
        {
            episode.EndByPlace(state, by, isCommanded);
        }
    }

    /// <summary>It is not known what was held, so that a serial that was taken heals it or not.</summary>
    private static void Forget(in EventRow row, Episode episode)
    {
        if (row.At.Exists || !episode.First.Exists)
        {
            episode.Forget();
        }
    }

    private void DropEnded(Episode episode)
    {
        if (episode.State != EpisodeState.Open && !episode.AwaitsSerial)
        {
            running.LetGo(episode);
        }
    }

    /// <summary>Whether a transfer's other side is a primary: by address and port, as far as both are said.</summary>
    private static bool IsSame(string sender, string primary) =>
        sender.Length == 0 || primary.Length == 0 || sender == primary
        || (PeerAddress.AreOne(sender, primary) && (!PeerAddress.HasPort(sender) || !PeerAddress.HasPort(primary)));
}
