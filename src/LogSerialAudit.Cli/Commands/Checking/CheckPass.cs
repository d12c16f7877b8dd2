using LogSerialAudit.Cli.Options;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Changes;
using LogSerialAudit.Sources;
using LogSerialAudit.Watching;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>What became of a check.</summary>
/// <param name="Sources">The logs.</param>
/// <param name="Watch">What it found.</param>
/// <param name="Troubles">What went wrong, a sentence each.</param>
/// <param name="IsDelivered">Whether all that was to be told was told; else the next check tells it.</param>
/// <param name="Nagios">What Nagios was told; null where it was not.</param>
internal sealed record CheckPass(SourceSelection Sources, Watch Watch, IReadOnlyList<string> Troubles, bool IsDelivered, NagiosStatus? Nagios)
{
    /// <summary>What is to be said beside the troubles: what was not looked at, which no other look would mend, and what makes times wrong.</summary>
    public IEnumerable<string> Warnings => Watch.Scans.Where(scan => scan.Totals.LongLines > 0)
        .Select(scan => $"warning: {scan.File.Path}: {CoverageNotes.OfLongLines(scan.Totals)}")
        .Concat(Watch.Warnings.Select(warning => $"warning: {warning}"));

    /// <summary>Reads what is new, and tells.</summary>
    public static async Task<CheckPass> RunAsync(StateStore store, CheckOptions options, Catalogue catalogue, AppIo io, CancellationToken cancellationToken)
    {
        var sources = options.Reading.Paths.Count == 0
            ? SourceFinder.FindUsual(limit: options.Reading.MaxExpand)
            : WatchedPaths.Find(options.Reading.Paths, options.Reading.MaxExpand, catalogue.Programs);
        var dating = LogReading.DatingOf(options.Reading, io);
        var watch = new Watch(store, catalogue, dating, options.Watch);
        var run = Task.Run(() => watch.Read(sources, io.StandardInput, cancellationToken), cancellationToken);
        await run.WaitAsync(cancellationToken);
        List<string> troubles = [.. sources.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Sentence), .. watch.Troubles];
        var output = new CheckOutput(options, io);
        if (options.PrometheusPath is not null && !options.IsDry && output.WritePrometheus(watch, troubles.Count, dating.Now) is { } unwritten)
        {
            troubles.Add(unwritten);
        }

        var untold = await output.TellAsync(watch, troubles, cancellationToken);
        return new CheckPass(sources, watch, untold is null ? troubles : [.. troubles, untold], untold is null, output.Nagios);
    }
}
