using System.CommandLine;
using System.Text;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Reports;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit serial</c>: serials in UTC and local time, and back.</summary>
internal static class SerialCommand
{
    public const string Name = "serial";

    public const string Examples = """
        Examples:
          logserialaudit serial 1558799284 2019052501 --local-zone America/Los_Angeles
          logserialaudit serial --compare 1558725628 1558799284
          logserialaudit serial 2019-05-25T15:48:04Z '2019-05-25 08:48:04' now
          dig +short example.org SOA | cut -d' ' -f3 | logserialaudit serial -

        """;

    public static Command Create(AppIo io)
    {
        var values = new Argument<string[]>("N")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Serials (0 to 4294967295), times, now, or - for one a line from standard input",
        };
        var localZone = OptionValues.One("--local-zone", "ZONE", "Time zone of local times (default: the system's)");
        var compare = OptionValues.Flag("--compare", "Say how each value stands to the one before it (RFC 1982)");
        var output = new OutputOptionSet(
            [OutputFormat.Text, OutputFormat.Csv, OutputFormat.Tsv, OutputFormat.Json],
            tables: [],
            hasFindings: false);
        var command = new Command(Name, "Show serials in UTC and local time, and times as serials") { values, localZone, compare };
        output.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
        {
            var outputOptions = output.Read(parse, io);
            var compares = parse.GetValue(compare);
            if (compares && outputOptions.Format != OutputFormat.Text)
            {
                throw parse.Wrong("--compare needs --format text");
            }

            var zone = parse.Zone(localZone) ?? ZoneArgument.OfSystem(io);
            return (int)await RunAsync(parse.GetValue(values)!, zone, compares, outputOptions, io, cancellationToken);
        });
        return command;
    }

    /// <summary>Answers every value; what makes no sense is one line on standard error each.</summary>
    public static async Task<ExitCode> RunAsync(
        IReadOnlyList<string> values,
        DateTimeZone zone,
        bool compares,
        OutputOptions options,
        AppIo io,
        CancellationToken cancellationToken)
    {
        var notes = new SerialNotes(new TimeText(zone, DateStyle.Iso));
        if (!TableOf(notes).TryChoose(options.Columns, out var columns, out var unknown))
        {
            throw new UsageException(unknown, Name);
        }

        using var output = options.Open(io, Name);
        using var writer = options.Format == OutputFormat.Text
            ? new SerialWriter(output.Content, notes, compares)
            : new SerialWriter(CellWriter.Create(options.TableFormat, output.Content, options.ForTables(zone)), columns);
        var exitCode = ExitCode.Done;
        await foreach (var value in ValuesAsync(values, io, cancellationToken))
        {
            var answers = SerialQuestion.Answer(value, zone, io.Clock, out var error);
            foreach (var answer in answers)
            {
                writer.Write(answer);
            }

            if (error is not null)
            {
                await io.StandardError.WriteLineAsync($"{App.Name}: {error}");
                exitCode = ExitCode.Trouble;
            }
        }

        writer.Complete();
        output.Complete();
        return exitCode;
    }

    /// <summary>The table of this command.</summary>
    public static Table<SerialAnswer> TableOf(SerialNotes notes) => new(
        "serials",
        new("serial", static (in answer, cell) => cell.Serial(answer.Serial)),
        new("utc", static (in answer, cell) => cell.Utc(answer.At)),
        new("local", static (in answer, cell) => cell.Local(answer.At)),
        new("scheme", static (in answer, cell) => cell.Text(answer.Scheme.Word())),
        new("note", (in answer, cell) => cell.Text(notes.Note(answer))));

    private static async IAsyncEnumerable<string> ValuesAsync(
        IReadOnlyList<string> values,
        AppIo io,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var value in values)
        {
            if (value != "-")
            {
                yield return value;
                continue;
            }

            using var input = new StreamReader(io.StandardInput, Encoding.UTF8, leaveOpen: true);

            // A read from a terminal does not end with the token; the wait for it does.
            while (await input.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken) is { } line)
            {
                if (line.Trim() is { Length: > 0 } trimmed)
                {
                    yield return trimmed;
                }
            }
        }
    }
}
