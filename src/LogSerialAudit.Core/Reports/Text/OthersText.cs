using System.Globalization;
using LogSerialAudit.History;

namespace LogSerialAudit.Reports.Text;

/// <summary>What the logs of the zone's other servers say of an episode, a line each.</summary>
/// <param name="page">Where it goes.</param>
/// <param name="times">How times are written.</param>
/// <param name="report">What it is taken from.</param>
internal sealed class OthersText(Page page, TimeText times, AuditReport report)
{
    private const int Most = 12;

    public void Write(Episode episode)
    {
        var accounts = report.Others.Of(episode);
        var label = "others";
        foreach (var account in accounts.Take(Most))
        {
            page.Parts($"  {label,-8} ", [NameOf(account.History, episode), .. Said(account, episode)], 13);
            label = "";
        }

        if (accounts.Count > Most)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"           ... {accounts.Count - Most} more servers: --table propagation"));
        }
    }

    private static string NameOf(SerialHistory history, Episode episode) =>
        history.Zone.View == episode.History.Zone.View ? history.Observer.Name
        : history.Zone.View.Length == 0 ? $"{history.Observer.Name} (no view)"
        : $"{history.Observer.Name} (view {history.Zone.View})";

    private IEnumerable<string> Said(OtherAccount account, Episode episode) => account.Standing switch
    {
        OtherStanding.Complained or OtherStanding.ComplainedOfOthers => Complained(account.Complaint!.Value, episode),
        OtherStanding.MadeOffered => [$"put {account.Serial} in service", At(account)],
        OtherStanding.TookOffered => [$"took {account.Serial}", At(account)],
        OtherStanding.AsksOthers => [$"asks {string.Join(", ", account.Asked)}", .. account.Serial is { } had ? new[] { $"had {had}" } : [], .. Limits(account, episode)],
        OtherStanding.Held when account.IsPrimary => [$"had {account.Serial} in service", "no step back in its log", .. Limits(account, episode)],
        OtherStanding.Held => [$"had {account.Serial}", "no complaint in its log", .. Limits(account, episode)],
        OtherStanding.HadOlder when account.SteppedBackFrom is { } before => [$"had {account.Serial}", $"and {before} before", .. Limits(account, episode)],
        OtherStanding.HadOlder when account.IsPrimary => [$"had {account.Serial} in service", .. Limits(account, episode)],
        OtherStanding.HadOlder => [$"had {account.Serial}", "nothing to complain of", .. Limits(account, episode)],
        OtherStanding.NotShown => ["no line shows what it had", .. Limits(account, episode)],
        _ when account.LogFrom is { } from && account.LogTo is { } to => ["cannot be judged", $"its log goes from {times.Here(from)} to {times.Here(to)}"],
        _ => ["cannot be judged", "its log has no times"],
    };

    private IEnumerable<string> Complained(Episode complaint, Episode episode)
    {
        yield return complaint.Offered == episode.Offered && complaint.Held == episode.Held ? "complained too" : $"complained of {complaint.Offered?.ToString() ?? "?"} {Findings.Said.Sign(complaint.Offered, complaint.Held)} {complaint.Held?.ToString() ?? "?"}";
        if (complaint.Primary != episode.Primary && complaint.Primary.Length > 0)
        {
            yield return $"of {complaint.Primary}";
        }

        yield return $"from {times.Here(complaint.First)}";
        yield return complaint.State.Word();
    }

    private string At(OtherAccount account) => account.At is { } at ? times.Here(at) : "";

    /// <summary>Where its log begins after the episode does, or ends before it.</summary>
    private IEnumerable<string> Limits(OtherAccount account, Episode episode)
    {
        var end = episode.Ended is { Exists: true } ended ? ended.At : episode.Last.At;
        if (account.LogFrom is { } from && from > episode.First.At)
        {
            yield return $"(its log begins {times.Here(from)})";
        }

        if (account.LogTo is { } to && to < end)
        {
            yield return $"(its log ends {times.Here(to)})";
        }
    }
}
