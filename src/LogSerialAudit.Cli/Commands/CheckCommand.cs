using System.CommandLine;
using System.Text;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Changes;
using LogSerialAudit.Reports.Tables;
using LogSerialAudit.Sources;
using LogSerialAudit.Watching;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit check</c>: only what is new since the last time.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    public const string Examples = """
        Examples:
          logserialaudit check /var/log/syslog
          logserialaudit check --remind /var/log/named
          logserialaudit check --dry-run --state /tmp/state /var/log/syslog
          logtail2 /var/log/syslog | logserialaudit check -

        Exit status:
          0 nothing changed (then nothing is written), 1 something did, 2 trouble,
          130 interrupted

        """;

    public static Command Create(AppIo io)
    {
        var options = new CheckOptionSet();
        var command = new Command(Name, "Tell what has changed since the last check: zones that went back, healed, expired");
        options.AddTo(command);
        command.SetAction(async (parse, cancellationToken) => (int)await RunAsync(options.Read(parse, io), io, cancellationToken));
        return command;
    }

    /// <summary>Reads what is new, and tells.</summary>
    public static async Task<ExitCode> RunAsync(CheckOptions options, AppIo io, CancellationToken cancellationToken)
    {
        if (await CatalogueFiles.ReadAsync(options.Reading.Catalogues, io) is not { } catalogue)
        {
            return ExitCode.Trouble;
        }

        using var store = StateStore.TryOpen(options.StatePath, options.IsDry, out var refused);
        if (store is null)
        {
            await SayAsync(io, refused!);
            return ExitCode.Trouble;
        }

        var sources = options.Reading.Paths.Count == 0
            ? SourceFinder.FindUsual(limit: options.Reading.MaxExpand)
            : SourceFinder.Find(options.Reading.Paths, options.Reading.MaxExpand, catalogue.Programs);
        var watch = new Watch(store, catalogue, LogReading.DatingOf(options.Reading, io), options.Watch);
        var run = Task.Run(() => watch.Read(sources, io.StandardInput, cancellationToken), cancellationToken);
        await run.WaitAsync(cancellationToken);
        string[] troubles = [.. sources.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Sentence), .. watch.Troubles];
        foreach (var trouble in troubles)
        {
            await SayAsync(io, trouble);
        }

        Tell(watch, options, io);
        if (!options.IsDry)
        {
            // What was said is out; a crash from here on says it twice, but nothing is lost.
            store.Commit(watch);
        }

        return troubles.Length > 0 ? ExitCode.Trouble : watch.Changes.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static void Tell(Watch watch, CheckOptions options, AppIo io)
    {
        if (watch.Changes.Count == 0)
        {
            return;
        }

        using var output = OutputFile.Over(io.StandardOutput);
        if (options.Format == OutputFormat.Text)
        {
            using var writer = new StreamWriter(output.Content, new UTF8Encoding(false), leaveOpen: true);
            ChangeText.Write(watch.Changes, options.Reading.LocalZone, writer);
        }
        else
        {
            using var cells = CellWriter.Create(options.Format == OutputFormat.Json ? TableFormat.Json : TableFormat.NdJson, output.Content, new TableOptions { LocalZone = options.Reading.LocalZone });
            Write(cells, ChangesTable.Instance, watch.Changes);
            if (options.Format == OutputFormat.Json)
            {
                Write(cells, EpisodesTable.Of(_ => default), watch.Standing);
            }

            cells.Complete();
        }

        output.Complete();
    }

    private static void Write<TRow>(CellWriter cells, Table<TRow> table, IEnumerable<TRow> rows)
    {
        var writer = new TableWriter<TRow>(cells, table.Name, table.Columns);
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        writer.End();
    }

    private static Task SayAsync(AppIo io, string sentence) => io.StandardError.WriteLineAsync($"{App.Name}: {SafeText.Of(sentence)}");
}
