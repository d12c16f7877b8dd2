using System.Globalization;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Dating;
using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Cli.Commands;

/// <summary>What the reading commands share: finding the logs, and saying on standard error what is wrong with them.</summary>
internal sealed class LogReading
{
    private readonly AppIo _io;
    private readonly ReadingOptions _options;

    private LogReading(AppIo io, ReadingOptions options, SourceSelection sources)
    {
        (_io, _options, Sources) = (io, options, sources);
        Progress = options.Progress ? new ProgressLine(io.StandardError, sources.Files.ToList()) : null;
    }

    /// <summary>What to read.</summary>
    public SourceSelection Sources { get; }

    /// <summary>Where progress is shown; null where it is not.</summary>
    public ProgressLine? Progress { get; }

    /// <summary>Whether something could not be read as it should.</summary>
    public bool HasTrouble { get; private set; }

    /// <summary>What is said of the log's times.</summary>
    public DatingOptions Dating => DatingOf(_options, _io);

    /// <summary>Which rows are shown.</summary>
    public RowFilter Filter => new()
    {
        Since = _options.Since,
        Until = _options.Until,
        Zones = _options.Zones,
        Hosts = _options.Hosts,
    };

    /// <summary>What is said of the times of logs.</summary>
    public static DatingOptions DatingOf(ReadingOptions options, AppIo io) => new()
    {
        LogZone = options.LogZone,
        IsLogZoneGiven = options.IsLogZoneGiven,
        LocalZone = options.LocalZone,
        SystemZone = ZoneArgument.FindSystem(io, out _),
        FindsLogZone = options.FindsLogZone,
        ObserverZones = options.ObserverZones,
        Year = options.Year,
        NotAfter = options.NotAfter,
        Now = io.Clock.GetCurrentInstant(),
    };

    /// <summary>Finds the logs; what can't be read is said at once.</summary>
    public static async Task<LogReading> FindAsync(AppIo io, ReadingOptions options)
    {
        var sources = options.Paths.Count == 0 ? SourceFinder.FindUsual(limit: options.MaxExpand) : SourceFinder.Find(options.Paths, options.MaxExpand, Catalogue.BuiltIn.Programs);
        var reading = new LogReading(io, options, sources);
        foreach (var problem in sources.Problems.Where(problem => problem.Severity > ProblemSeverity.Note || options.Paths.Count > 0))
        {
            await reading.SayAsync(problem.Severity, problem.Sentence);
        }

        if (options.Paths.Count == 0 && sources.Sets.Count > 0)
        {
            await reading.SayAsync(ProblemSeverity.Note, $"no PATH given; reading {string.Join(", ", sources.Files.Select(file => file.Path))}");
        }

        return reading;
    }

    /// <summary>Says what was wrong with a file that was read.</summary>
    public async Task SayAsync(Damage? damage)
    {
        if (damage is not null)
        {
            // Also garbage behind good data: something there was not read.
            HasTrouble = true;
            await SayAsync(damage.Severity, damage.Sentence);
        }
    }

    /// <summary>Says what of the logs within other sources was left out.</summary>
    public async Task SayAsync(IReadOnlyList<SourceProblem> problems)
    {
        foreach (var problem in problems)
        {
            await SayAsync(problem.Severity, problem.Sentence);
        }
    }

    /// <summary>For output that has no place for an account of the input: says what was not looked at, and that nothing was found.</summary>
    public async Task SayPassedByAsync(IReadOnlyList<SourceScan> scans)
    {
        foreach (var scan in scans.Where(scan => scan.Totals.LongLines > 0))
        {
            await SayAsync(ProblemSeverity.Warning, $"{scan.File.Path}: {CoverageNotes.OfLongLines(scan.Totals)}");
        }

        foreach (var scan in scans.Where(scan => scan.Scan.Shortened.Count > 0))
        {
            await SayAsync(ProblemSeverity.Warning, $"{scan.File.Path}: {CoverageNotes.OfShortened(scan.Scan)}");
        }

        var lines = scans.Sum(scan => scan.Lines);
        if (lines > 0 && scans.All(scan => scan.Scan.EventLines == 0))
        {
            await SayAsync(ProblemSeverity.Note, string.Create(
                CultureInfo.InvariantCulture,
                $"{lines} line{(lines == 1 ? "" : "s")} read, and none is one that a name server writes about its zones; '{App.Name} explain FILE:LINE' tells how a line is read, '{App.Name} messages' which are known"));
        }
    }

    /// <summary>Says a sentence; an error makes trouble.</summary>
    public async Task SayAsync(ProblemSeverity severity, string sentence)
    {
        HasTrouble |= severity == ProblemSeverity.Error;
        var kind = severity == ProblemSeverity.Warning ? "warning: " : "";
        await _io.StandardError.WriteLineAsync($"{App.Name}: {kind}{SafeText.Of(sentence)}");
    }

    /// <summary>The exit code, with a last word where nothing at all could be read.</summary>
    /// <param name="lines">Lines that were read.</param>
    public async Task<ExitCode> ConcludeAsync(long lines)
    {
        if (lines == 0 && !HasTrouble)
        {
            await SayAsync(ProblemSeverity.Error, Sources.Sets.Count == 0 ? "nothing to read" : "nothing to read: every input is empty");
        }

        return HasTrouble ? ExitCode.Trouble : ExitCode.Done;
    }

    /// <summary>A mistake where <c>--zone</c> or <c>--host</c> fits nothing that the logs name.</summary>
    public void CheckFilter(IReadOnlyCollection<string> zones, IReadOnlyCollection<string> hosts, string command)
    {
        Check("--zone", "zone", _options.Zones, zones, glob => new RowFilter { Zones = [glob] }.FitsZone, command);
        Check("--host", "server", _options.Hosts, hosts, glob => new RowFilter { Hosts = [glob] }.FitsHost, command);
    }

    private static void Check(
        string option, string thing, IReadOnlyList<string> globs, IReadOnlyCollection<string> names, Func<string, Func<string, bool>> fits, string command)
    {
        foreach (var glob in globs.Where(glob => !names.Any(fits(glob))))
        {
            var near = NearNames.Of(glob, names);
            var known = names.Count == 0 ? $"; the logs name no {thing}"
                : near.Count > 0 ? NearNames.Question([.. near.Select(SafeText.Of)])
                : $"; the logs name {NearNames.Listed([.. names.Order(StringComparer.Ordinal).Take(5).Select(SafeText.Of)], "and")}{(names.Count > 5 ? $" and {names.Count - 5} more" : "")}";
            throw new UsageException($"{option} {SafeText.Of(glob)} fits no {thing} in these logs{known}", command);
        }
    }
}
