using LogSerialAudit.Dating;
using LogSerialAudit.Explanations;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Tables;

/// <summary>Explanations as tables: <c>lines</c>, and what there are several of for a line.</summary>
public static class ExplanationTables
{
    /// <summary>A row for each line.</summary>
    public static Table<LineExplanation> Lines { get; } = new(
        "lines",
        new("source", static (in line, cell) => cell.Text(line.Source.ToString())),
        new("line", static (in line, cell) => cell.Text(line.Text)),
        new("outcome", static (in line, cell) => cell.Text(line.Outcome.Word())),
        new("form", static (in line, cell) => cell.Text(line.Reading.Form)),
        new("stamp", static (in line, cell) => cell.Text(line.Reading.StampText)),
        new("host", static (in line, cell) => cell.Text(line.Reading.Host)),
        new("program", static (in line, cell) => cell.Text(line.Reading.Program)),
        new("pid", static (in line, cell) => cell.Integer(line.Reading.Pid == 0 ? null : line.Reading.Pid)),
        new("category", static (in line, cell) => cell.Text(line.Reading.Category)),
        new("severity", static (in line, cell) => cell.Text(line.Reading.Severity)),
        new("count", static (in line, cell) => cell.Integer(line.Reading.Count)),
        new("message", static (in line, cell) => cell.Text(line.Reading.Message.Span)),
        new("kind", static (in line, cell) => cell.Text(Entry(line)?.Kind.Word())),
        new("meaning", static (in line, cell) => cell.Text(Entry(line)?.Kind.Meaning())),
        new("pattern", static (in line, cell) => cell.Text(Entry(line)?.Pattern)),
        new("since", static (in line, cell) => cell.Text(Entry(line)?.Since)),
        new("entry", static (in line, cell) => cell.Text(Entry(line)?.Place)),
        new("observer", static (in line, cell) => cell.Text(line.Row?.History.Observer.Name)),
        new("at_utc", static (in line, cell) => cell.Utc(line.Date.At)),
        new("at_local", static (in line, cell) => cell.Local(line.Date.At)),
        new("year_source", static (in line, cell) => cell.Text(line.Date.Source.Word())),
        new("log_zone", static (in line, cell) => cell.Text(line.Date.Zone?.Id)),
        new("dating", static (in line, cell) => cell.Mark(line.Date.At)));

    /// <summary>A row for each field of a line.</summary>
    public static Table<(SourceLine Source, EventRow? Row, ExplainedField Field)> Fields { get; } = new(
        "fields",
        new("source", static (in row, cell) => cell.Text(row.Source.ToString())),
        new("name", static (in row, cell) => cell.Text(row.Field.Name)),
        new("type", static (in row, cell) => cell.Text(row.Field.Type)),
        new("value", static (in row, cell) => cell.Text(row.Field.Value)),
        new("scheme", static (in row, cell) => cell.Text(SchemeOf(row.Row, row.Field)?.Word())),
        new("serial_utc", static (in row, cell) => cell.Utc(InstantOf(row.Row, row.Field))),
        new("serial_local", static (in row, cell) => cell.Local(InstantOf(row.Row, row.Field))));

    /// <summary>A row for each entry that a line is like.</summary>
    public static Table<(SourceLine Source, NearEntry Near)> Near { get; } = new(
        "near",
        new("source", static (in row, cell) => cell.Text(row.Source.ToString())),
        new("entry", static (in row, cell) => cell.Text(row.Near.Entry.Place)),
        new("kind", static (in row, cell) => cell.Text(row.Near.Entry.Kind.Word())),
        new("pattern", static (in row, cell) => cell.Text(row.Near.Entry.Pattern)),
        new("byte", static (in row, cell) => cell.Integer(row.Near.At + 1)),
        new("expected", static (in row, cell) => cell.Text(row.Near.Expected)));

    /// <summary>A row for each reason for, or warning about, the year of a line.</summary>
    public static Table<(SourceLine Source, string Reason, bool IsWarning)> Reasons { get; } = new(
        "reasons",
        new("source", static (in row, cell) => cell.Text(row.Source.ToString())),
        new("reason", static (in row, cell) => cell.Text(row.Reason)),
        new("severity", static (in row, cell) => cell.Text(row.IsWarning ? "warning" : "note")));

    /// <summary>What a serial of a line means: by its history where there is one, else by itself; null for other fields.</summary>
    internal static SerialScheme? SchemeOf(EventRow? row, ExplainedField field) => field.Serial is not { } serial ? null
        : row?.History is { Scheme: not SerialScheme.Unknown } history ? history.Scheme
        : new SerialReading(serial).Scheme;

    /// <summary>When a serial of a line was minted; null where it is no time.</summary>
    internal static Instant? InstantOf(EventRow? row, ExplainedField field) =>
        SchemeOf(row, field) == SerialScheme.UnixTime ? new SerialReading(field.Serial!.Value).MintedAt : null;

    private static CatalogueEntry? Entry(LineExplanation line) => line.Outcome == LineOutcome.Event ? line.Reading.Match.Entry : null;
}
