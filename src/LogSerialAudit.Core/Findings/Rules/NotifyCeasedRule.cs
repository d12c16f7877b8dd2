using LogSerialAudit.History;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// A secondary that had got NOTIFYs for a zone and took its last serials without one, while it went on to log those for other zones:
/// it finds what is new by its refreshes only, as late as REFRESH.
/// </summary>
internal sealed class NotifyCeasedRule : IRule
{
    /// <summary>As many serials with a NOTIFY, and as many without one, are no accident.</summary>
    internal const int Least = 3;

    public IEnumerable<Finding> Find(CaseFacts facts) =>
        from ceased in facts.Takings.WithoutNotify(Least)
        let since = Covered(facts, ceased.Last, ceased.Since)
        where since.Count >= Least
        select Of(ceased.History, ceased.Notified, since);

    /// <summary>Those behind the last one whose NOTIFY may stand in a file that is missing.</summary>
    private static List<SerialTaking> Covered(CaseFacts facts, SerialTaking? last, IReadOnlyList<SerialTaking> since)
    {
        var covered = new List<SerialTaking>();
        foreach (var taking in since)
        {
            if (last is { At.Exists: true } && taking.At.Exists && facts.HasHole(taking.History.Observer, last.At.At, taking.At.At))
            {
                covered.Clear();
            }
            else
            {
                covered.Add(taking);
            }

            last = taking;
        }

        return covered;
    }

    private static Finding Of(SerialHistory history, int notified, List<SerialTaking> since) => new()
    {
        Kind = FindingKind.NotifyCeased,
        Severity = Severity.Warning,
        Confidence = Confidence.Possible,
        Zones = [history.Zone.Name],
        From = since[0].At is { Exists: true } first ? first.At : null,
        Tell = () => $"no NOTIFY for {history.Zone.Name}{(history.Zone.View.Length > 0 ? $" (view {history.Zone.View})" : "")} came to {history.Observer.Name} before {Said.Count(since.Count, "serial")} in a row, {Named(since[0])} to {Named(since[^1])}: "
            + $"a refresh or a command found them; {Said.Count(notified, "serial")} before them came after one, and a NOTIFY for another zone came later",
        Show = () => ExhibitList.Of(since.Select(taking => new Exhibit($"{taking.Serial} taken without a NOTIFY", taking.Source))),
        Refutation = "a NOTIFY for that zone in another log of the server, or in one that is missing",
    };

    private static string Named(SerialTaking taking) => $"{taking.Serial}{(taking.At.Exists ? $" ({Said.At(taking.At)})" : "")}";
}
