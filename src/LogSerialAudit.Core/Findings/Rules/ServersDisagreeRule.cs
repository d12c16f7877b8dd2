using System.Globalization;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Soa;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// Servers that were asked for a zone's SOA record at about one time and do not have the same serial. Where the primary
/// has the older one, the others refuse it (RFC 1982); where it has the newest, they lag behind.
/// </summary>
internal sealed class ServersDisagreeRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from round in facts.Answers.Rounds
        where round.Differs
        let isLast = facts.Answers.IsLast(round)
        orderby isLast descending
        select Of(new Disagreement(round), isLast);

    private static Finding Of(Disagreement found, bool isLast) => new()
    {
        Kind = FindingKind.ServersDisagree,
        Severity = !isLast ? Severity.Note : found is { Primary: not null, Behind: not null } ? Severity.Error : Severity.Warning,
        Confidence = found.Round.Answers.All(answer => answer.DatedBy.IsOwn()) ? Confidence.Certain : Confidence.Strong,
        Zones = [found.Zone],
        From = found.Round.Asked,
        To = found.Round.AskedLast,
        Tell = () => $"servers of {found.Zone} disagree: {string.Join("; ", found.Round.Serials.Take(4).Select(serial => Told(found.Round.With(serial))))}{Reading(found)}{Differences(found)}{(isLast ? "" : "; when they were asked again, other serials were there")}",
        Show = () => ExhibitList.Of(found.Round.Serials.SelectMany(serial => found.Round.With(serial).Take(2)).Concat(found.Round.Answers).Select(AnswerFacts.ExhibitOf)),
        Refutation = "that they were asked at different times, while a new serial spread",
    };

    /// <summary>Who has a serial.</summary>
    private static string Told(IReadOnlyList<SoaAnswer> answers) => $"{Said.Serial(answers[0].Serial, answers[0].Minted)} at {Said.Servers(answers)}";

    private static string Reading(Disagreement found) => found switch
    {
        { Primary: { } primary, Behind: { } behind } => $"; the primary, {primary.ServerName}, has the older {behind.Serial}, which those with {found.Newest} refuse",
        { Primary: { } primary } => $"; the primary, {primary.ServerName}, has the newest: the others have not got it yet",
        _ => "",
    };

    /// <summary>What else is not the same in the records of the newest and the oldest serial; names are compared as written.</summary>
    private static string Differences(Disagreement found)
    {
        var (newest, oldest) = (found.Ahead[0].Soa, found.Round.With(found.Round.Serials[^1])[0].Soa);
        List<string> differences =
        [
            .. Difference("MNAME", newest, oldest, soa => soa.MName), .. Difference("RNAME", newest, oldest, soa => soa.RName),
            .. Difference("REFRESH", newest, oldest, soa => Number(soa.Refresh)), .. Difference("RETRY", newest, oldest, soa => Number(soa.Retry)),
            .. Difference("EXPIRE", newest, oldest, soa => Number(soa.Expire)), .. Difference("MINIMUM", newest, oldest, soa => Number(soa.Minimum)),
        ];
        return differences.Count == 0 ? "" : $"; the records differ too in {Said.List(differences, "and")}";
    }

    private static IEnumerable<string> Difference(string name, SoaRecord newest, SoaRecord oldest, Func<SoaRecord, string> field)
    {
        var (one, other) = (field(newest), field(oldest));
        if (one != other)
        {
            yield return $"{(string.Equals(one, other, StringComparison.OrdinalIgnoreCase) ? $"the case of {name}" : name)} ({one}, {other})";
        }
    }

    private static string Number(uint value) => value.ToString(CultureInfo.InvariantCulture);
}
