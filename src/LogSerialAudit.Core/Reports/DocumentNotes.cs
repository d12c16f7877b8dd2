using System.Globalization;
using LogSerialAudit.Sources.Documents;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Reports;

/// <summary>Says what a source is that is no log, and what of it was not read.</summary>
internal static class DocumentNotes
{
    public static IEnumerable<string> Of(DocumentSummary document)
    {
        yield return $"{Name(document)}{Dates(document)}, {Count(document.LogLines, "log line", "log lines")}";
        foreach (var remark in document.Remarks)
        {
            yield return remark;
        }

        if (document.MoreRemarks > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"and {document.MoreRemarks} more such");
        }
    }

    private static string Name(DocumentSummary document) => document.Form switch
    {
        DocumentForm.Mail => document.Messages == 1 ? "mail" : Count(document.Messages, "mail", "mails"),
        DocumentForm.JournalVerbose => $"journal, verbose, {Count(document.Messages, "entry", "entries")}",
        DocumentForm.SpreadJson => Count(document.Messages, "JSON object", "JSON objects"),
        DocumentForm.CsvTable => Count(document.Messages, "record of CSV", "records of CSV"),
        DocumentForm.SyslogFrames => Count(document.Messages, "syslog frame (RFC 6587)", "syslog frames (RFC 6587)"),
        DocumentForm.JournalExport => $"journal export, {Count(document.Messages, "entry", "entries")}",
        DocumentForm.Page => "page of HTML",
        DocumentForm.Shown => "text as a screen shows it",
        _ => "text",
    };

    private static string Dates(DocumentSummary document)
    {
        if (document is not { First: { } first, Last: { } last })
        {
            return "";
        }

        var (one, other) = (Day(first), Day(last));
        return one == other ? $" of {one}" : $" of {one} to {other}";
    }

    private static string Day(Instant at) => LocalDatePattern.Iso.Format(at.InUtc().Date);

    private static string Count(long count, string one, string more) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : more)}");
}
