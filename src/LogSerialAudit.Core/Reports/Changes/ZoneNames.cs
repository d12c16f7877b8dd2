using LogSerialAudit.History;
using LogSerialAudit.Reports.Text;

namespace LogSerialAudit.Reports.Changes;

/// <summary>Zones in a line of text that must not get long.</summary>
internal static class ZoneNames
{
    private const int Most = 5;

    /// <summary><c>a.example and b.example on ns2</c>; those past a few are counted.</summary>
    public static string Of(IEnumerable<SerialHistory> histories)
    {
        var names = histories.Select(history => $"{EpisodeText.Name(history)} on {history.Observer.Name}").Distinct().ToList();
        return string.Join(", ", names.Take(Most)) + (names.Count > Most ? $" and {names.Count - Most} more" : "");
    }
}
