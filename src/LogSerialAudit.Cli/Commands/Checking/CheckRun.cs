using LogSerialAudit.Cli.Options;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Sources;
using LogSerialAudit.Watching;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>Checks: reads, tells, and keeps what was told, in this order.</summary>
internal sealed class CheckRun(CheckOptions options, Catalogue catalogue, AppIo io)
{
    /// <summary>One check.</summary>
    public async Task<ExitCode> OnceAsync(CancellationToken cancellationToken)
    {
        using var store = StateStore.TryOpen(options.StatePath, options.IsDry, out var refused);
        if (store is null)
        {
            await SayAsync(refused!);
            return CheckOutput.Failed(refused!, options, io);
        }

        return await CheckAsync(store, cancellationToken);
    }

    private async Task<ExitCode> CheckAsync(StateStore store, CancellationToken cancellationToken)
    {
        var sources = options.Reading.Paths.Count == 0
            ? SourceFinder.FindUsual(limit: options.Reading.MaxExpand)
            : SourceFinder.Find(options.Reading.Paths, options.Reading.MaxExpand, catalogue.Programs);
        var dating = LogReading.DatingOf(options.Reading, io);
        var watch = new Watch(store, catalogue, dating, options.Watch);
        var run = Task.Run(() => watch.Read(sources, io.StandardInput, cancellationToken), cancellationToken);
        await run.WaitAsync(cancellationToken);
        List<string> troubles = [.. sources.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Sentence), .. watch.Troubles];
        foreach (var trouble in troubles)
        {
            await SayAsync(trouble);
        }

        var output = new CheckOutput(options, io);
        if (options.PrometheusPath is not null && !options.IsDry && output.WritePrometheus(watch, troubles.Count, dating.Now) is { } unwritten)
        {
            troubles.Add(unwritten);
            await SayAsync(unwritten);
        }

        if (output.Tell(watch, troubles) is { } untold)
        {
            // The next check tells it.
            await SayAsync(untold);
            return ExitCode.Trouble;
        }

        if (!options.IsDry)
        {
            // What was said is out: a crash from here on says it twice, but nothing is lost.
            store.Commit(watch);
        }

        return output.ExitCode ?? (troubles.Count > 0 ? ExitCode.Trouble : watch.Changes.Count > 0 ? ExitCode.Findings : ExitCode.Done);
    }

    private Task SayAsync(string sentence) => io.StandardError.WriteLineAsync($"{App.Name}: {SafeText.Of(sentence)}");
}
