using LogSerialAudit.Watching;

namespace LogSerialAudit.Reports.Changes;

/// <summary>What is said of a change.</summary>
internal static class ChangeWords
{
    private static readonly (ChangeKind Kind, string Words)[] Counted =
    [
        (ChangeKind.Expired, "expired"), (ChangeKind.Expiring, "about to expire"), (ChangeKind.Began, "went back"), (ChangeKind.LowerTaken, "took a lower serial"),
        (ChangeKind.LowerLoaded, "loaded a lower serial"), (ChangeKind.GoesOn, "still behind"), (ChangeKind.Continued, "went on with other serials"),
        (ChangeKind.Healed, "healed"), (ChangeKind.ServedAgain, "served again"), (ChangeKind.Ceased, "no longer complained of"),
    ];

    /// <summary>How many of which, the worst first: <c>2 went back, 1 healed</c>.</summary>
    public static string Summary(IEnumerable<Change> changes)
    {
        var counts = changes.CountBy(change => change.Kind).ToDictionary();
        return string.Join(", ", Counted.Where(each => counts.ContainsKey(each.Kind)).Select(each => $"{counts[each.Kind]} {each.Words}"));
    }

    /// <summary>Where a kind stands among the others, the worst first.</summary>
    public static int Rank(ChangeKind kind) => Array.FindIndex(Counted, each => each.Kind == kind);

    /// <summary>One change, behind the zone and a colon.</summary>
    public static string Sentence(Change change, TimeText times)
    {
        var observer = change.History.Observer.Name;
        var lasted = change is { Episode: { First: { Exists: true } first }, At.Exists: true } ? DurationText.Words(change.At.At - first.At) : "";
        var after = lasted.Length == 0 || lasted[0] == '-' ? "" : $" after {lasted}";
        return change.Kind switch
        {
            ChangeKind.Began => $"the primary offers {observer} an older serial than it handed out",
            ChangeKind.GoesOn => $"the primary still offers {observer} an older serial{after}",
            ChangeKind.Continued => "went on with other serials",
            ChangeKind.Healed => $"healed{after}",
            ChangeKind.Ceased => $"{observer} no longer complains, and nothing says why",
            ChangeKind.Expiring => $"about to expire on {observer}, at the latest {times.Here(change.ExpiresBy!.Value)} if every refresh is refused",
            ChangeKind.Expired => $"expired on {observer}{after}, which serves it no more",
            ChangeKind.ServedAgain => $"served by {observer} again, with serial {change.Serial}",
            ChangeKind.LowerTaken => $"{observer} took the lower serial {change.Serial}{(change.Previous is { } held ? $" for {held}" : "")}{after}",
            _ => $"{observer} loaded the lower serial {change.Serial}{(change.Previous is { } before ? $" for {before}" : "")}",
        };
    }
}
