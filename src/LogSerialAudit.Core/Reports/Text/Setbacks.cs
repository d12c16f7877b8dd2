using System.Globalization;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Reports.Text;

/// <summary>Serials that a server loaded below its own, or took without a complaint before: episodes tell of the rest.</summary>
internal static class Setbacks
{
    private const int Most = 40;

    public static void Write(Survey survey, Page page, TimeText times, FileNames files)
    {
        var rows = survey.Setbacks;
        foreach (var row in rows.Take(Most))
        {
            page.Parts("  ", [ZonesText.TitleOf(row.Zone), EpisodeText.Side(row.History.Side), row.Kind.Word(), Pair(row), times.Here(row.At), row.History.Observer.Name, files.Of(row.Source)], 4);
        }

        if (rows.Count > Most)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  ... {(survey.MoreSetbacks > 0 ? "at least " : "")}{rows.Count - Most} more: --table timeline"));
        }
    }

    private static string Pair(in EventRow row) => row is { Serial: { } serial, Previous: { } previous }
        ? $"{serial} {(row.Change == SerialChange.Undefined ? '?' : '<')} {previous}"
        : "(serials not in the line)";
}
