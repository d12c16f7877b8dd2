using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Explanations;

/// <summary>Explains lines of files that an audit has read: each with the date that all of its log gives it.</summary>
public sealed class Explainer
{
    private readonly Audit _audit;
    private readonly Catalogue _catalogue;
    private readonly NearEntries _near;
    private readonly Dictionary<SourceLine, EventRow> _rows = [];

    /// <summary>Prepares to explain lines.</summary>
    /// <param name="audit">What was read.</param>
    /// <param name="catalogue">The messages it was read with.</param>
    /// <param name="wanted">The lines that will be asked for.</param>
    public Explainer(Audit audit, Catalogue catalogue, IEnumerable<WantedLine> wanted)
    {
        (_audit, _catalogue, _near) = (audit, catalogue, new NearEntries(catalogue));
        var places = wanted.Select(line => new SourceLine(line.File, line.Line)).ToHashSet();
        audit.History.Walk((in row) =>
        {
            if (places.Contains(row.Source))
            {
                _rows.TryAdd(row.Source, row);
            }
        });
    }

    /// <summary>Explains lines of one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="numbers">The numbers of the lines, from 1.</param>
    /// <param name="input">What <c>-</c> stands for.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The explanations in ascending order; a line that the file has not is left out.</returns>
    public IEnumerable<LineExplanation> Explain(AuditedFile file, IEnumerable<long> numbers, byte[] input, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        var lines = numbers.Distinct().Order().TakeWhile(line => line <= file.Scan.Lines).ToList();
        var texts = LineText.Of(file.Scan.File, lines, new FileScanner(_catalogue, new ProgramNames(_catalogue.Programs)).Judge, input, cancel);
        foreach (var line in lines)
        {
            cancel.ThrowIfCancellationRequested();
            yield return texts.TryGetValue(line, out var bytes)
                ? Explain(file, line, bytes)
                : new LineExplanation(new SourceLine(file.Path, line), "", LineReading.Of([], _catalogue), LineDate.None) { Outcome = LineOutcome.TooLong };
        }
    }

    private LineExplanation Explain(AuditedFile file, long line, byte[] bytes)
    {
        var reading = LineReading.Of(bytes, _catalogue);
        var source = new SourceLine(file.Path, line);
        var scanned = file.Scan.Scan.Events.All.FirstOrDefault(logEvent => logEvent.Line == line);
        var isEvent = scanned.Line == line;
        var outcome = isEvent ? reading.IsRepetition ? LineOutcome.Repetition : LineOutcome.Event
            : reading.Message.IsEmpty ? LineOutcome.Empty
            : reading.IsServers ? LineOutcome.NoMatch
            : LineOutcome.OtherProgram;
        return new LineExplanation(source, LogText.Decode(bytes.AsSpan().TrimEnd((byte)'\r')), reading, DateOf(file, line, reading, isEvent ? scanned : null))
        {
            Outcome = outcome,
            Fields = reading.HasMatch && !reading.IsRepetition ? FieldsOf(reading) : [],
            Near = outcome == LineOutcome.NoMatch && !reading.IsRepetition ? _near.Of(reading.Server.Length > 0 ? reading.Server : null, reading.Message.Span) : [],
            Row = _rows.TryGetValue(source, out var row) ? row : null,
        };
    }

    private List<ExplainedField> FieldsOf(LineReading reading)
    {
        var message = reading.Message.Span;
        var match = reading.Match;
        var captures = _near.Captures(match.Entry, message);
        var fields = new List<ExplainedField>();
        foreach (var (name, value) in MessageFields.Of(match, message))
        {
            var capture = captures.FirstOrDefault(capture => capture.Name.Length > 0 && CatalogueFields.Same(capture.Name, name));
            var (ofPattern, type) = capture.Name is { Length: > 0 } found ? (found, capture.Type) : (name, "");
            type = type.Length > 0 ? type : name is "class" or "view" or "side" ? "part of the zone" : "text";
            fields.Add(new ExplainedField(ofPattern, type, value, name switch
            {
                "serial" => match.Serial,
                "previous" => match.Previous,
                "raw" => match.Raw,
                _ => null,
            }));
        }

        return fields;
    }

    private LineDate DateOf(AuditedFile file, long line, LineReading reading, LogEvent? scanned)
    {
        var scan = file.Scan.Scan;
        var stamp = scanned?.Stamp ?? reading.Stamp;
        var host = file.Hosts.FirstOrDefault(host => host.Host == reading.Host);
        if (!stamp.Exists || host.Part is not { } part || RunOf(part.Runs, scanned?.Run, stamp, line) is not { } run)
        {
            return LineDate.None;
        }

        var zone = _audit.Dating.ZoneOf(host.Host.Length == 0 ? file.SetName : host.Host);
        var at = new StampDater(zone).Date(stamp, line, run);
        var source = stamp.HasYear ? YearSource.Stamp : part.Source;
        return new LineDate(at, stamp.HasYear ? stamp.Year : run.Year, source, stamp.HasOffset ? null : zone, stamp.HasYear ? [] : [.. part.Reasons], [.. part.Warnings.Select(warning => warning.Says)]);
    }

    /// <summary>The run of lines that a line is of. Runs with and without a year lie side by side.</summary>
    private static ClockRun? RunOf(IReadOnlyList<ClockRun> runs, int? known, Stamp stamp, long line) =>
        known is >= 0 and var run && run < runs.Count
            ? runs[run]
            : runs.LastOrDefault(candidate => candidate.FirstLine <= line && candidate.WrittenYear != 0 == stamp.HasYear);
}
