using System.CommandLine;
using System.Text;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Tables;
using LogSerialAudit.Reports.Text;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit messages</c>: which messages are known, and whether a catalogue of one's own is right.</summary>
internal static class MessagesCommand
{
    public const string Name = "messages";

    public const string Examples = """
        Examples:
          logserialaudit messages
          logserialaudit messages --kind rollback-offered --kind expired
          logserialaudit messages refresh timed out
          logserialaudit messages --program named --format md -o named.md
          logserialaudit messages --check my.messages
          logserialaudit report --catalogue my.messages logs
          logserialaudit messages --format logcheck-violations

        logcheck-ignore and logcheck-violations write rules for logcheck: for lines
        that "check" tells in its own words, and for lines that want to be seen. Other
        kinds with --kind.

        A catalogue file begins with the server and its programs; an entry is a kind,
        a pattern, and samples with the fields that they yield:

          [bind] programs named my-named
          rollback-offered  {zone:subject}: {offered:serial} is below {held:serial}
            since our own build
            sample zone example.org/IN: 41 is below 42
              zone=example.org class=IN offered=41 held=42

        """;

    private static readonly string[] Formats = ["text", "json", "md", LogcheckFile.Ignore, LogcheckFile.Violations];

    public static Command Create(AppIo io)
    {
        var words = new Argument<string[]>("TEXT")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "List the messages in which all of these words occur, in pattern, sample or meaning",
        };
        var kind = OptionValues.Many("--kind", "KIND", "List messages of this kind only; may be repeated");
        kind.CompletionSources.Add([.. EventKinds.All]);
        var program = OptionValues.Many("--program", "NAME", "List messages of this program only; may be repeated");
        var catalogue = OptionValues.Catalogue();
        var check = OptionValues.Many("--check", "FILE", "Check a catalogue file instead: syntax, samples, order of entries");
        var format = OptionValues.OneOf("--format", "FORMAT", "text, json, md, logcheck-ignore or logcheck-violations (default: text)", Formats);
        var output = OptionValues.One("--output", "FILE", "Write to FILE, whole or not at all", "-o");
        var force = OptionValues.Flag("--force", "Replace FILE where it exists");
        var command = new Command(Name, "List the messages that are known, or check a catalogue file") { words, kind, program, catalogue, check, format, output, force };
        command.SetAction(async (parse, cancellationToken) =>
        {
            if (parse.GetValue(check) is { Length: > 0 } files)
            {
                foreach (Symbol other in new Symbol[] { words, kind, program, catalogue, format, output, force })
                {
                    if (parse.GetResult(other) is { Tokens.Count: > 0 } or System.CommandLine.Parsing.OptionResult { Implicit: false })
                    {
                        throw parse.Wrong($"--check is for itself: without {other.Name}");
                    }
                }

                using var checkedOutput = OutputFile.Over(io.StandardOutput);
                using var writer = new StreamWriter(checkedOutput.Content, new UTF8Encoding(false), leaveOpen: true);
                var code = await CatalogueCheck.RunAsync(files, writer, io);
                writer.Flush();
                checkedOutput.Complete();
                return (int)code;
            }

            var word = parse.Word(format, Formats) ?? "text";
            var path = parse.GetValue(output);
            var options = new OutputOptions
            {
                Format = word == "json" ? OutputFormat.Json : OutputFormat.Text,
                Path = path is null or "-" ? null : System.IO.Path.Combine(io.CurrentDirectory, path),
                Force = parse.GetValue(force),
            };
            if (await CatalogueFiles.ReadAsync(parse.GetValue(catalogue) ?? [], io) is not { } known)
            {
                return (int)ExitCode.Trouble;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var kinds = Kinds(parse, kind);
            if (kinds.Count == 0)
            {
                kinds.UnionWith(LogcheckFile.KindsOf(word));
            }

            var servers = Servers(parse, program, known);
            var texts = parse.GetValue(words) ?? [];
            var entries = known.Entries
                .Where(entry => kinds.Count == 0 || kinds.Contains(entry.Kind))
                .Where(entry => servers.Count == 0 || servers.Contains(entry.Server))
                .Where(entry => Array.TrueForAll(texts, text => Has(entry, text)))
                .ToList();
            if (entries.Count == 0)
            {
                throw parse.Wrong("no message fits all of that");
            }

            Write(known, entries, word, options, io);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static void Write(Catalogue catalogue, List<CatalogueEntry> entries, string format, OutputOptions options, AppIo io)
    {
        using var file = options.Open(io, Name);
        if (format == "json")
        {
            using var cells = CellWriter.Create(TableFormat.Json, file.Content, new TableOptions());
            var table = MessagesTable.Of(catalogue);
            var rows = new TableWriter<CatalogueEntry>(cells, table.Name, table.Columns);
            entries.ForEach(entry => rows.Write(entry));
            rows.End();
            cells.Complete();
        }
        else
        {
            using var writer = new StreamWriter(file.Content, new UTF8Encoding(false), leaveOpen: true);
            switch (format)
            {
                case "md":
                    MessagesMarkdown.Write(catalogue, entries, writer);
                    break;
                case LogcheckFile.Ignore or LogcheckFile.Violations:
                    LogcheckRules.Write(catalogue, entries.ToHashSet(), LogcheckFile.HeaderOf(format), writer);
                    break;
                default:
                    MessagesText.Write(catalogue, entries, writer, hasColor: false);
                    break;
            }
        }

        file.Complete();
    }

    private static HashSet<EventKind> Kinds(ParseResult parse, Option<string[]> option)
    {
        var kinds = new HashSet<EventKind>();
        foreach (var word in parse.GetValue(option) ?? [])
        {
            kinds.Add(EventKinds.TryParse(word, out var kind)
                ? kind
                : throw parse.Wrong(option, word, $"no such kind{(NearNames.Of(word, EventKinds.All) is { Count: > 0 } near ? NearNames.Question(near) : "; 'logserialaudit messages' shows them all")}"));
        }

        return kinds;
    }

    private static HashSet<string> Servers(ParseResult parse, Option<string[]> option, Catalogue catalogue)
    {
        var servers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in parse.GetValue(option) ?? [])
        {
            servers.Add(catalogue.ForProgram(Encoding.UTF8.GetBytes(name))?.Server
                ?? catalogue.ForServer(name)?.Server
                ?? throw parse.Wrong(option, name, $"no such program{(NearNames.Of(name, catalogue.Programs) is { Count: > 0 } near ? NearNames.Question(near) : "; messages without options names them all")}"));
        }

        return servers;
    }

    private static bool Has(CatalogueEntry entry, string text) =>
        new[] { entry.Kind.Word(), entry.Kind.Meaning(), entry.Pattern, entry.Since }
            .Concat(entry.Samples.Select(sample => sample.Text))
            .Any(place => place.Contains(text, StringComparison.OrdinalIgnoreCase));
}
