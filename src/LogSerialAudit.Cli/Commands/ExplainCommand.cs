using System.CommandLine;
using System.Text;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Explanations;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit explain</c>: how single lines are read, and why.</summary>
internal static class ExplainCommand
{
    public const string Name = "explain";

    /// <summary>More are not read by anybody.</summary>
    private const int MostLines = 1000;

    private const int MostInput = 4 << 20;

    public const string Examples = """
        Examples:
          logserialaudit explain 'zone example.org/IN: expired'
          logserialaudit explain daemon.log.1:870
          logserialaudit explain daemon.log.1:870 daemon.log*
          grep 'serial number' daemon.log | tail -3 | logserialaudit explain -

        FILE:LINE is what the column source of every table has. The date of such a line
        is found from the whole file; name the other files of the log too, and it is
        the date that a report of them shows.

        """;

    private static readonly string[] Formats = ["text", "json"];

    public static Command Create(AppIo io)
    {
        var reading = new ReadingOptionSet(
            "LINE",
            "A log line in quotes, FILE:LINE, or - for lines from standard input; a PATH beside FILE:LINE is read for the dates, one alone is explained line by line",
            hasRows: false);
        var format = OptionValues.OneOf("--format", "FORMAT", "text or json (default: text)", Formats);
        var command = new Command(Name, "Explain how a line is read, or why it is not");
        reading.AddTo(command);
        command.Add(format);
        command.SetAction(async (parse, cancellationToken) =>
        {
            var options = reading.Read(parse, io);
            var isJson = parse.Word(format, Formats) == "json";
            var arguments = ExplainArguments.Of(options.Paths.Count == 0 && !io.InputIsTerminal ? ["-"] : options.Paths);
            if (arguments is { Lines.Count: 0, Places.Count: 0, Paths.Count: 0, ReadsInput: false })
            {
                throw parse.Wrong("a line is missing: put one in quotes, or name FILE:LINE");
            }

            return (int)await RunAsync(arguments, options, isJson, io, cancellationToken);
        });
        return command;
    }

    private static async Task<ExitCode> RunAsync(ExplainArguments arguments, ReadingOptions options, bool isJson, AppIo io, CancellationToken cancellationToken)
    {
        if (await CatalogueFiles.ReadAsync(options.Catalogues, io) is not { } catalogue)
        {
            return ExitCode.Trouble;
        }

        var (input, isCut) = await InputAsync(arguments, io, cancellationToken);

        // What is no file may be a member of an archive that is named beside it.
        var places = arguments.Places.Select(place => place.Path).Where(path => arguments.Paths.Count == 0 || ExplainArguments.Exists(path));
        List<string> paths = [.. places.Concat(arguments.Paths).Distinct(StringComparer.Ordinal)];
        if (input.Length > 0)
        {
            paths.Insert(0, "-");
        }

        if (paths.Count == 0)
        {
            await io.StandardError.WriteLineAsync($"{App.Name}: nothing to explain: standard input is empty");
            return ExitCode.Trouble;
        }

        var logs = await LogReading.FindAsync(io, options with { Paths = paths });
        if (logs.Sources.Sets.Count == 0)
        {
            return await logs.ConcludeAsync(0);
        }

        if (isCut)
        {
            await logs.SayAsync(ProblemSeverity.Error, $"only the first {MostLines} lines of standard input are explained");
        }

        var audit = await Task.Run(
            () => Audit.Run(logs.Sources, catalogue, logs.Dating, options.Threads, new MemoryStream(input), cancel: cancellationToken), cancellationToken)
            .WaitAsync(cancellationToken);
        foreach (var file in audit.Files)
        {
            await logs.SayAsync(file.Scan.Damage);
        }

        var wanted = await WantedAsync(arguments, audit, logs);
        var explainer = new Explainer(audit, catalogue, wanted);
        var explanations = wanted
            .GroupBy(line => line.File)
            .SelectMany(file => explainer.Explain(audit.Files.First(read => read.Path == file.Key), file.Select(line => line.Line), input, cancellationToken));
        using var output = OutputFile.Over(io.StandardOutput);
        Write(explanations, catalogue, options, isJson, output.Content);
        output.Complete();
        return logs.HasTrouble ? ExitCode.Trouble : ExitCode.Done;
    }

    /// <summary>The lines of the command line, then those of standard input.</summary>
    private static async Task<(byte[] Input, bool IsCut)> InputAsync(ExplainArguments arguments, AppIo io, CancellationToken cancellationToken)
    {
        using var input = new MemoryStream();
        foreach (var line in arguments.Lines)
        {
            input.Write(Encoding.UTF8.GetBytes(line.ReplaceLineEndings(" ") + "\n"));
        }

        var isCut = false;
        if (arguments.ReadsInput)
        {
            var buffer = new byte[MostInput];
            var length = await io.StandardInput.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).AsTask().WaitAsync(cancellationToken);
            (length, isCut) = Cut(buffer.AsSpan(0, length));
            input.Write(buffer, 0, length);
        }

        return (input.ToArray(), isCut);
    }

    private static (int Length, bool IsCut) Cut(ReadOnlySpan<byte> text)
    {
        var at = 0;
        for (var line = 0; line < MostLines; line++)
        {
            var end = text[at..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return (text.Length, text.Length == MostInput);
            }

            at += end + 1;
        }

        return (at, at < text.Length);
    }

    /// <summary>The lines asked for; where a file has no such line, that is said.</summary>
    private static async Task<List<WantedLine>> WantedAsync(ExplainArguments arguments, Audit audit, LogReading logs)
    {
        var wanted = new List<WantedLine>();
        foreach (var file in audit.Files.Where(file => file.Path == "-"))
        {
            wanted.AddRange(Lines(file, file.Scan.Lines));
        }

        foreach (var (path, line) in arguments.Places)
        {
            var file = audit.Files.FirstOrDefault(file => file.Path == path || file.Path == path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (file is null && arguments.Paths.Count == 0 && !ExplainArguments.Exists(path))
            {
                // That was said before, where it was looked for.
                continue;
            }

            if (file is null)
            {
                await logs.SayAsync(ProblemSeverity.Error, $"{path}:{line}: no such file among those that were read");
            }
            else if (line > file.Scan.Lines)
            {
                await logs.SayAsync(ProblemSeverity.Error, $"{path}:{line}: the file has {file.Scan.Lines} lines");
            }
            else
            {
                wanted.Add(new WantedLine(file.Path, line));
            }
        }

        if (wanted.Count == 0 && arguments.Places.Count == 0)
        {
            foreach (var file in audit.Files)
            {
                wanted.AddRange(Lines(file, Math.Min(file.Scan.Lines, MostLines)));
                if (file.Scan.Lines > MostLines)
                {
                    await logs.SayAsync(ProblemSeverity.Warning, $"{file.Path}: only its first {MostLines} of {file.Scan.Lines} lines are explained; name one as FILE:LINE");
                }
            }
        }

        return wanted;
    }

    private static IEnumerable<WantedLine> Lines(AuditedFile file, long count)
    {
        for (var line = 1L; line <= count; line++)
        {
            yield return new WantedLine(file.Path, line);
        }
    }

    private static void Write(IEnumerable<LineExplanation> explanations, Catalogue catalogue, ReadingOptions options, bool isJson, Stream stream)
    {
        if (isJson)
        {
            ExplanationJson.Write([.. explanations], options.LocalZone, stream);
            return;
        }

        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 65536, leaveOpen: true);
        var text = new Reports.Text.ExplanationText(catalogue, options.LocalZone, writer, hasColor: false);
        foreach (var explanation in explanations)
        {
            text.Write(explanation);
        }
    }
}
