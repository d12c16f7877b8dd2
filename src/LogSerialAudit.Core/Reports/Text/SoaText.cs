using System.Globalization;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Soa;

namespace LogSerialAudit.Reports.Text;

/// <summary>What servers answered, zone by zone: who has which serial, and in what else the answers differ.</summary>
internal static class SoaText
{
    public static void Write(AuditReport report, Page page, FileNames files, int most)
    {
        var times = new TimeText(report.LocalZone, DateStyle.Iso);
        var rounds = report.Rounds;
        foreach (var round in rounds.Take(most))
        {
            page.Line();
            page.Bold($"{round.Zone}: {Summary(round)}");
            page.Line($"  asked {Asked(round, times)}");
            var shared = round.Answers.Select(answer => answer.Soa).Distinct().ToList();
            foreach (var (soa, answers) in round.Serials.SelectMany(serial => round.With(serial).GroupBy(answer => answer.Soa)).Select(group => (group.Key, group.ToList())))
            {
                var minted = answers[0].Minted is { } at ? $" ({times.Here(at)})" : "";
                page.Wrapped("  ", $"{soa.Serial}{minted} from {Servers(answers)}", 4);
                page.Wrapped("    ", $"in {string.Join("; ", answers.GroupBy(answer => answer.Source.File).Select(file => $"{files.Of(file.Key)}:{string.Join(",", file.Select(answer => answer.Source.Line))}"))}", 4);
                if (Differences(soa, shared) is { Count: > 0 } differences)
                {
                    page.Parts("    ", differences, 4);
                }
            }

            if (round.Serials.Count == 2 && round.With(round.Serials[0])[0].Minted - round.With(round.Serials[1])[0].Minted is { } distance)
            {
                page.Line($"  {DurationText.Words(distance)} between the two");
            }
        }

        if (rounds.Count > most)
        {
            page.Line();
            page.Line(string.Create(CultureInfo.InvariantCulture, $"... {rounds.Count - most} more: --table soa"));
        }
    }

    private static string Asked(SoaRound round, TimeText times)
    {
        var by = round.Answers[0].DatedBy;
        return round.Asked is not { } asked ? "at a time that is not known"
            : !by.IsOwn() ? $"before {times.Here(asked)} ({by.Word()})"
            : $"{times.Here(asked)}{(round.AskedLast is { } last && last != asked ? $" to {times.Here(last)}" : "")}{(by == AnswerTime.Asked ? "" : $" ({by.Word()})")}";
    }

    private static string Summary(SoaRound round)
    {
        var servers = round.Answers.Select(answer => answer.Server).Distinct().Count();
        var kind = round.Answers.All(answer => answer.ServerAddress.Length > 0) ? ("address", "addresses") : ("server", "servers");
        return round.Differs ? string.Create(CultureInfo.InvariantCulture, $"{round.Serials.Count} serials from {servers} {kind.Item2}")
            : servers == 1 ? $"one {kind.Item1}"
            : string.Create(CultureInfo.InvariantCulture, $"one serial from {servers} {kind.Item2}");
    }

    private static string Servers(List<SoaAnswer> answers) => string.Join(", ", answers
        .Select(answer => (answer.Server.Length > 0 ? answer.Server : "a server that is not named") + (answer.IsAuthoritative == false ? " [not authoritative]" : ""))
        .Distinct());

    /// <summary>What of a record others do not share, the serial apart.</summary>
    private static List<string> Differences(SoaRecord soa, List<SoaRecord> all) =>
    [
        .. new[]
        {
            ("MNAME", (Func<SoaRecord, string>)(record => record.MName)),
            ("RNAME", record => record.RName),
            ("REFRESH", record => Number(record.Refresh)),
            ("RETRY", record => Number(record.Retry)),
            ("EXPIRE", record => Number(record.Expire)),
            ("MINIMUM", record => Number(record.Minimum)),
        }.Where(field => all.Select(field.Item2).Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(field => $"{field.Item1} {field.Item2(soa)}"),
    ];

    private static string Number(uint value) => value.ToString(CultureInfo.InvariantCulture);
}
