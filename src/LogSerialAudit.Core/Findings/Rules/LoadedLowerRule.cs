using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Findings.Rules;

/// <summary>
/// A primary that loads a lower serial says so itself: its zone file was edited, or an older one or its journal was put
/// back, while the server kept its memory (bind9 lib/dns/zone.c zone_postload).
/// </summary>
internal sealed class LoadedLowerRule : IRule
{
    public IEnumerable<Finding> Find(CaseFacts facts)
    {
        // One load is told by two lines: that the zone has gone backwards, and what was loaded.
        foreach (var load in facts.Own.Setbacks.GroupBy(row => (row.History, row.Serial, Second: row.At.Exists ? row.At.At.ToUnixTimeSeconds() / 5 : 0)))
        {
            var row = load.First();
            var pair = row is { Serial: { } serial, Previous: { } previous }
                ? $"{Said.Serial(serial, row.History.InstantOf(serial))} after {Said.Serial(previous, row.History.InstantOf(previous))}"
                : "a serial lower than before";
            yield return new Finding
            {
                Kind = FindingKind.LoadedLower,
                Severity = Severity.Error,
                Confidence = row.Kind == EventKind.GoneBackwards || row.Change == SerialChange.Backward ? Confidence.Certain : Confidence.Strong,
                Zones = [row.History.Zone.Name],
                From = row.At.Exists ? row.At.At : null,
                Tell = () => $"{row.History.Observer.Name} itself loaded {facts.Titles.Of(row.History)}{Side(row.History)}{(row.At.Exists ? $" at {Said.At(row.At)}" : "")} with {pair}: {Why(facts, load)}{Since(facts, row)}",
                Show = () => ExhibitList.Of(load.Select(line => new Exhibit(line.Kind.Word(), line.Source))),
                Refutation = "a lower serial that the server never gave out before, as after a load that failed half way",
            };
        }
    }

    /// <summary>Of a zone that is signed inline the two versions have serials of their own, and secondaries get the signed one.</summary>
    private static string Side(SerialHistory history) => history.Side switch { ZoneSide.Raw => " (unsigned)", ZoneSide.Signed => " (signed)", _ => "" };

    /// <summary>Only a server that goes on running says that a zone has gone backwards; one that was started anew may have lost more than a file.</summary>
    private static string Why(CaseFacts facts, IEnumerable<EventRow> load) =>
        !facts.Takings.IsPrimary(load.First().History) ? "its own copy on disk is older than what it had served"
        : load.Any(row => row.Kind == EventKind.GoneBackwards) ? "the zone file was edited, or an older one was put back"
        : "what it found on its disk is older: a zone file that was edited or put back, a journal that was lost, or all of the disk";

    /// <summary>What those that have the higher serial do meanwhile, or that it is over.</summary>
    private static string Since(CaseFacts facts, EventRow row)
    {
        if (row.Previous is not { } previous)
        {
            return "";
        }

        var last = facts.Takings.Last(row.History);
        if (!facts.Takings.IsPrimary(row.History))
        {
            return last is not null && last.Place > row.Place && last.Serial.IsAtLeast(previous) ? $"; it has had {last.Serial} since" : "";
        }

        return last is not null && last.Serial.IsNewerThan(previous)
            ? $"; it has had {last.Serial} since, which is newer than both"
            : row.History.Side == ZoneSide.Raw ? ""
            : $"; secondaries that have {previous} refuse it until the serial is {RaiseSerialRule.After(previous)} or more";
    }
}
