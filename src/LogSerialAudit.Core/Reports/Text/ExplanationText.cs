using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Explanations;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports.Tables;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>Explanations of lines for people, on 80 columns.</summary>
public sealed class ExplanationText
{
    private const int Indent = 12;
    private readonly Catalogue _catalogue;
    private readonly Page _page;
    private readonly TimeText _times;
    private LineDate? _said;
    private bool _isFirst = true;

    /// <summary>Makes a writer of explanations.</summary>
    /// <param name="catalogue">The messages that the lines were read with.</param>
    /// <param name="localZone">The zone of local times.</param>
    /// <param name="writer">Where they go.</param>
    /// <param name="hasColor">Whether escapes for colour may be written.</param>
    public ExplanationText(Catalogue catalogue, DateTimeZone localZone, TextWriter writer, bool hasColor) =>
        (_catalogue, _page, _times) = (catalogue, new TextPage(writer, hasColor), new TimeText(localZone, DateStyle.Iso));

    /// <summary>Writes one, set off from the one before it.</summary>
    public void Write(LineExplanation line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!_isFirst)
        {
            _page.Line();
        }

        _isFirst = false;
        _page.Bold(line.Source.File == "-" ? string.Create(CultureInfo.InvariantCulture, $"line {line.Source.Line}") : line.Source.ToString());
        if (line.Text.Length > 0)
        {
            _page.Wrapped("  ", Shortened(line.Text), 2);
        }

        Envelope(line);
        Meaning(line);
        Fields(line);
        if (line.Outcome is not (LineOutcome.Empty or LineOutcome.TooLong))
        {
            Date(line.Date, line.Reading);
        }
    }

    private void Envelope(LineExplanation line)
    {
        var reading = line.Reading;
        if (line.Outcome is LineOutcome.Empty or LineOutcome.TooLong)
        {
            return;
        }

        Item("envelope", reading.Form);
        Item("stamp", reading.StampText.Length == 0 ? "none" : $"{reading.StampText} ({StampSays(reading)})");
        Item("host", reading.Host);
        Item("program", reading.Program.Length == 0 ? "" : reading.Program + (reading.Pid == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", pid {reading.Pid}")));
        Item("category", reading.Category);
        Item("severity", reading.Severity);
        Item("repeated", reading.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{reading.Count} times"));
        var message = LogText.Decode(reading.Message.Span);
        Item("message", message == line.Text ? "" : Shortened(message));
    }

    private static string StampSays(LineReading reading) => reading.IsExchangeable
        ? "day and month could be exchanged; a line of the file whose day is above 12 settles it"
        : !reading.Stamp.Exists
        ? "no valid time"
        : $"{(reading.Stamp.HasYear ? "a year" : "no year")}, {(reading.Stamp.HasOffset ? "an offset" : "no offset")}";

    private void Meaning(LineExplanation line)
    {
        switch (line.Outcome)
        {
            case LineOutcome.Empty:
                Item("means", "nothing: there is no message");
                return;
            case LineOutcome.TooLong:
                Item("means", string.Create(CultureInfo.InvariantCulture, $"not looked at: it is longer than {Sources.LineBlock.Capacity} bytes"));
                return;
            case LineOutcome.Repetition:
                Item("means", $"the event before it came again, {(line.Reading.Count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{line.Reading.Count} times"))}");
                break;
            case LineOutcome.NoMatch when line.Reading.IsRepetition:
                Item("means", "the line before it came again, which is no event");
                break;
            case LineOutcome.NoMatch:
                NoMatch(line);
                break;
            case LineOutcome.OtherProgram:
                OtherProgram(line.Reading);
                break;
            case LineOutcome.Event when !line.Reading.HasMatch:
                Item("means", line.Row is { } joined ? $"{joined.Kind.Word()}: {joined.Kind.Meaning()} It goes on in lines that follow." : "an event, which goes on in lines that follow");
                break;
            default:
                Item("means", $"{line.Reading.Match.Entry.Kind.Word()}: {line.Reading.Match.Entry.Kind.Meaning()}");
                Entry(line.Reading.Match.Entry);
                break;
        }

        if (line.Outcome is LineOutcome.Event or LineOutcome.Repetition)
        {
            Item("observer", line.Row is { } row ? row.History.Observer.Name : "the same line stands in another log, and counts there");
        }
    }

    private void Entry(CatalogueEntry entry)
    {
        Item("pattern", entry.Pattern);
        Item("since", entry.Since);
        Item("entry", $"{entry.Place}, of {entry.Server}");
    }

    private void OtherProgram(LineReading reading)
    {
        var name = reading.Program.Length == 0 ? "a line without a program" : reading.Program;
        Item("means", $"not looked at: {name} is none of the programs whose messages are known, which are {string.Join(", ", _catalogue.Programs)}");
        if (reading.HasMatch && reading.Program.Length > 0)
        {
            var entry = reading.Match.Entry;
            Item("but", $"its message is one of {entry.Server}: {entry.Kind.Word()}, {entry.Place}. It is read with --catalogue and a file that says: [{entry.Server}] programs {reading.Program}");
        }
    }

    private void NoMatch(LineExplanation line)
    {
        Item("means", line.Near.Count == 0
            ? "nothing that is known: no entry of the catalogue matches, and none is like it"
            : "nothing that is known: no entry of the catalogue matches; the nearest are");
        foreach (var near in line.Near)
        {
            _page.Line();
            _page.Wrapped("    ", $"{near.Entry.Kind.Word()} ({near.Entry.Place})", 6);
            _page.Wrapped("      ", near.Entry.Pattern, 8);
            var (text, caret) = CaretLines.Of(line.Reading.Message.Span, near.At, Page.Width - 6);
            _page.Line($"      {text}");
            _page.Line($"      {caret}");
            _page.Wrapped("      ", $"{(near.At >= line.Reading.Message.Length ? "the message ends here; expected" : "expected")} {near.Expected}", 6);
        }

        if (line.Near.Count > 0)
        {
            _page.Line();
        }
    }

    private void Fields(LineExplanation line)
    {
        foreach (var field in line.Fields)
        {
            Item(field.Name, $"{Shortened(field.Value)}  ({field.Type})");
            if (field.Serial is not null)
            {
                _page.Parts(new string(' ', Indent), Serial(line, field), Indent);
            }
        }

        var serials = line.Fields.Where(field => field.Serial is not null).ToList();
        if (serials is [var one, var other])
        {
            Item("order", Comparison(line, one, other));
        }
    }

    private IEnumerable<string> Serial(LineExplanation line, ExplainedField field)
    {
        var scheme = ExplanationTables.SchemeOf(line.Row, field)!.Value;
        yield return scheme.Word();
        if (ExplanationTables.InstantOf(line.Row, field) is { } minted)
        {
            yield return _times.Utc(minted);
            yield return EpisodeText.IsUtc(_times.LocalZone) ? "" : _times.Local(minted);
        }
        else if (scheme == SerialScheme.DateCounter && new SerialReading(field.Serial!.Value) is { Date: { } date } reading)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{date.Year:d4}-{date.Month:d2}-{date.Day:d2}, nn {reading.DayCount:d2}");
        }
    }

    private static string Comparison(LineExplanation line, ExplainedField one, ExplainedField other)
    {
        var (first, second) = (one.Serial!.Value, other.Serial!.Value);
        var distance = Math.Min(unchecked(first.Value - second.Value), unchecked(second.Value - first.Value)).ToString(CultureInfo.InvariantCulture);
        var order = first.CompareTo(second);
        var wraps = order == SerialOrder.Older ? first.Value > second.Value : second.Value > first.Value;
        var time = ExplanationTables.InstantOf(line.Row, one) is { } minted && ExplanationTables.InstantOf(line.Row, other) is { } held && !wraps
            ? $", which is {DurationText.Words(minted < held ? held - minted : minted - held)}"
            : wraps ? ", past the wrap at 4294967296 (RFC 1982)" : "";
        return order switch
        {
            SerialOrder.Equal => $"{one.Name} and {other.Name} are equal",
            SerialOrder.Undefined => $"{one.Name} and {other.Name} are 2147483648 apart: neither is newer (RFC 1982)",
            SerialOrder.Older => $"{one.Name} is {distance} behind {other.Name}{time}",
            _ => $"{one.Name} is {distance} ahead of {other.Name}{time}",
        };
    }

    private void Date(LineDate date, LineReading reading)
    {
        string Said(DatingMark mark) => mark switch
        {
            DatingMark.Ambiguous => $"ambiguous: the hour came twice; the other instant is {_times.Utc(date.At.Other, date.At.FractionDigits)}",
            DatingMark.SkippedHour => "skipped-hour: there was no such time, since clocks were set forward",
            DatingMark.YearUnsure => "year-unsure: the year is likely and not certain; --year or --not-after settles it",
            DatingMark.ZoneUnsure => "zone-unsure: the line is of a zone that the log zone is not then, by a name or by its two stamps; --log-zone settles a name",
            DatingMark.DayUnsure => "day-unsure: day and month could be exchanged, and lines still to be read may contradict those that show the order",
            _ => "none: it is sure",
        };

        if (!date.At.Exists)
        {
            Item("date", reading.Stamp.Exists ? "none: nothing dates the line"
                : reading.IsExchangeable ? "none: it could be two days"
                : reading.StampForm == Lines.StampForm.Unread ? "none: it is no time, or could be two"
                : "none: the line has no stamp");
            return;
        }

        var digits = date.At.FractionDigits;
        _page.Parts("  date      ", [_times.Utc(date.At.At, digits), EpisodeText.IsUtc(_times.LocalZone) ? "" : _times.Local(date.At.At, digits)], Indent);
        Item("year", string.Create(CultureInfo.InvariantCulture, $"{date.Year}, from: {date.Source.Word()}"));
        Item("zone", date.Zone is { } zone ? $"{zone.Id}, since the stamp has no offset" : "the stamp has an offset");
        Item("mark", Said(date.At.Mark));
        if (date.At.HourMark != DatingMark.None)
        {
            Item("", $"{Said(date.At.HourMark)}, if it is that {(date.At.Mark == DatingMark.DayUnsure ? "day" : "year")}");
        }

        if (_said is not null && _said.Reasons.SequenceEqual(date.Reasons) && _said.Warnings.SequenceEqual(date.Warnings))
        {
            Item("because", date.Reasons.Count + date.Warnings.Count > 0 ? "as above" : "");
            return;
        }

        _said = date;
        var label = "because";
        foreach (var reason in date.Reasons)
        {
            _page.Wrapped($"  {label,-9} ", reason, Indent + 2);
            label = "";
        }

        foreach (var warning in date.Warnings)
        {
            _page.Wrapped("          ! ", warning, Indent);
        }
    }

    private void Item(string label, string text)
    {
        if (text.Length > 0)
        {
            _page.Wrapped($"  {label,-9} ", text, Indent);
        }
    }

    /// <summary>A flood of bytes is not shown whole.</summary>
    private static string Shortened(string text)
    {
        const int Most = 500;
        return text.Length <= Most ? text : string.Create(CultureInfo.InvariantCulture, $"{text[..Most]} ... ({text.Length - Most} more characters)");
    }
}
