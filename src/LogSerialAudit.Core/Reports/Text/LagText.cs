using System.Globalization;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>
/// The lags of a zone's secondaries in a few words: median and worst, who was first and last, and how far apart. A step back
/// does not count: it comes when a zone expires or an operator says so, not when a serial is made.
/// </summary>
internal static class LagText
{
    public static void Write(Page page, ZonePropagation zone, RowFilter filter)
    {
        var shared = zone.Rounds.Where(round => round.Start is not null && round.Transfers.All(taking => !taking.IsReturn) && round.Takings.Count(taking => taking.IsTimed) > 1).ToList();
        foreach (var history in zone.Histories.Where(history => !zone.IsPrimary(history) && filter.Shows(history)))
        {
            var takings = shared
                .SelectMany(round => round.Transfers.Where(taking => taking.History == history), (round, taking) => (Round: round, Taking: taking))
                .ToList();
            if (takings.Count == 0)
            {
                continue;
            }

            var lags = takings.Select(each => each.Round.LagOf(each.Taking)!.Value).Order().ToList();
            var worst = takings.MaxBy(each => each.Round.LagOf(each.Taking)!.Value);
            var races = takings.Where(each => each.Round.Spread is not null).ToList();
            page.Wrapped("  ", string.Create(
                CultureInfo.InvariantCulture,
                $"{PropagationText.NameOf(history, zone)}: lag {Words(lags[(lags.Count - 1) / 2])} (median of {lags.Count}), {Words(lags[^1])} at worst ({worst.Round.Serial}){Places(races, history)}"), 4);
        }

        var spreads = shared.Select(round => round.Spread).OfType<Duration>().Order().ToList();
        if (spreads.Count > 0)
        {
            page.Wrapped("  ", string.Create(
                CultureInfo.InvariantCulture,
                $"from the first secondary to the last: {DurationText.Words(spreads[(spreads.Count - 1) / 2])} (median of {spreads.Count}), {DurationText.Words(spreads[^1])} at worst ({shared.Where(round => round.Spread is not null).MaxBy(round => round.Spread!.Value)!.Serial})"), 4);
        }
    }

    private static string Places(List<(SerialRound Round, SerialTaking Taking)> races, SerialHistory history)
    {
        if (races.Count == 0)
        {
            return "";
        }

        var first = races.Count(race => race.Round.Transfers[0].History == history && race.Round.Transfers[1].IsAfter(race.Round.Transfers[0]));
        var last = races.Count(race => race.Round.Transfers[^1].History == history && race.Round.Transfers[^1].IsAfter(race.Round.Transfers[^2]));
        return string.Create(CultureInfo.InvariantCulture, $"; first of the secondaries {Times(first)}, last {Times(last)}");
    }

    private static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} times"),
    };

    private static string Words(Duration lag) => DurationText.Words(lag);
}
