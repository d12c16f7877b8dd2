using LogSerialAudit.Messages;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Reports;

/// <summary>
/// Entries of a catalogue as a rule file for logcheck: extended regular expressions for <c>grep -E</c>, one a line, each for a
/// whole log line. Lines that begin with <c>#</c> are comments there.
/// </summary>
public static class LogcheckRules
{
    /// <summary>What <c>logserialaudit check</c> tells in its own words, so that the lines themselves can be left out.</summary>
    public static IReadOnlyList<EventKind> Summarized { get; } = [EventKind.RollbackOffered, EventKind.Ahead];

    /// <summary>What wants a human's eye whenever it is logged.</summary>
    public static IReadOnlyList<EventKind> Alarming { get; } =
        [EventKind.RollbackOffered, EventKind.Ahead, EventKind.GoneBackwards, EventKind.SerialOutOfRange, EventKind.Expired];

    // rsyslog's two forms of a stamp: Mmm dd hh:mm:ss, and ISO 8601 with or without a fraction, with an offset or Z.
    private const string Stamp = @"([A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2}))";

    // What a server writes before a message inside a syslog line: BIND its own stamp, category and severity, as configured;
    // NSD and Unbound a thread, CoreDNS a level in brackets.
    private const string InnerStamp = @"(([0-9]{2}-[A-Z][a-z]{2}-[0-9]{4} |[0-9]{4}-[0-9]{2}-[0-9]{2}T)[0-9:]{8}(\.[0-9]{3})?(Z|[+-][0-9]{2}:?[0-9]{2})? )?";
    private const string Prefix = InnerStamp + @"(\[[A-Z0-9a-fx:]+\] )?([a-z0-9-]+: )?((info|notice|warning|error|critical|debug)( (level )?-?[0-9]+)?: )?";

    /// <summary>Writes the rules of the entries of some kinds: a comment a server and kind, a rule an entry.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="entries">Those of its entries that are written.</param>
    /// <param name="header">Comment lines for the head of the file, without <c>#</c>.</param>
    /// <param name="writer">Where they go.</param>
    public static void Write(Catalogue catalogue, IReadOnlySet<CatalogueEntry> entries, IEnumerable<string> header, TextWriter writer)
    {
        foreach (var line in header)
        {
            writer.Write($"# {line}\n");
        }

        foreach (var server in catalogue.Servers)
        {
            var start = $@"^{Stamp} [^ ]+ ([^ ]*/)?{PatternExpression.Choice(server.Programs)}(\[[0-9]+\])?: {Prefix}";
            foreach (var kind in server.Shapes.Where(shape => entries.Contains(shape.Entry)).GroupBy(shape => shape.Entry.Kind))
            {
                writer.Write($"\n# {SafeText.Of(server.Server)}, {kind.Key.Word()}: {kind.Key.Meaning()}\n");
                foreach (var shape in kind)
                {
                    writer.Write($"{start}{PatternExpression.Of(shape.Parts)}$\n");
                }
            }
        }
    }
}
