using System.CommandLine;
using LogSerialAudit.Cli.Cases;
using LogSerialAudit.Reports;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Cli.Options;

/// <summary>The options that all reading commands share, and how they become <see cref="ReadingOptions"/>.</summary>
internal sealed class ReadingOptionSet
{
    private const int FirstYear = 1970;
    private const int LastYear = 2105;
    private const int MostThreads = 256;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files, folders, globs, archives (tar, zip), compressed or not, - for standard input, journald:[NAME][@FOLDER], a folder with a case.toml, or NAME=PATH to name the server. None: the usual places under /var/log",
    };

    private readonly bool _hasRows = true;
    private bool _isWatch;

    private readonly Option<string[]> _logZone = OptionValues.Many("--log-zone", "ZONE", "Time zone of stamps without offset (default: the system's); NAME=ZONE for one server; auto: the one that serials fit");
    private readonly Option<string> _localZone = OptionValues.One("--local-zone", "ZONE", "Time zone of local times in the output (default: the log zone)");
    private readonly Option<string> _year = OptionValues.One("--year", "YYYY", "Year of the last line of each log");
    private readonly Option<string> _notAfter = OptionValues.One("--not-after", "TIME", "No line is younger than this");
    private readonly Option<string> _since = OptionValues.One("--since", "TIME", "Show rows from this time on");
    private readonly Option<string> _until = OptionValues.One("--until", "TIME", "Show rows up to this time");
    private readonly Option<string[]> _zone = OptionValues.Many("--zone", "GLOB", "Show these zones only; may be repeated");
    private readonly Option<string[]> _host = OptionValues.Many("--host", "GLOB", "Show these servers only; may be repeated");
    private readonly Option<string[]> _catalogue = OptionValues.Catalogue();
    private readonly Option<string> _maxExpand = OptionValues.One("--max-expand", "RATIO[:FLOOR]", "Refuse compressed data that expands further, after FLOOR bytes (default: 200:1G)");
    private readonly Option<string> _threads = OptionValues.One("--threads", "N", "Files read at once (default: one for each processor)");
    private readonly Option<bool> _allowOutside = OptionValues.Flag("--allow-outside", "Let case.toml name files outside its folder");
    private readonly Option<bool> _hash = OptionValues.Flag("--hash", "Tell the SHA-256 of each input");
    private readonly Option<string> _progress = OptionValues.OneOf("--progress", "WHEN", "Show progress on standard error: auto, always or never", OptionValues.When);

    /// <summary>The options of a command that reads logs.</summary>
    public ReadingOptionSet()
    {
    }

    /// <summary>The options of a command.</summary>
    /// <param name="argument">What its arguments are called.</param>
    /// <param name="description">What they are.</param>
    /// <param name="hasRows">Whether it shows rows of all that is read, which can be chosen from; else it has the options for catalogue and dates only.</param>
    public ReadingOptionSet(string argument, string description, bool hasRows)
    {
        _paths = new Argument<string[]>(argument) { Arity = ArgumentArity.ZeroOrMore, Description = description };
        _hasRows = hasRows;
    }

    /// <summary>The options of a command that goes on reading where it stopped.</summary>
    public static ReadingOptionSet OfWatch() => new(
        "PATH",
        "Logs, each with its rotated files; folders, globs, - for standard input, NAME=PATH to name the server. None: the usual places under /var/log",
        hasRows: false)
    { _isWatch = true };

    /// <summary>Adds them to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Add(_paths);
        Option[] options = _isWatch
            ? [_logZone, _localZone, _year, _notAfter, _zone, _host, _catalogue, _maxExpand]
            : _hasRows
            ? [_logZone, _localZone, _year, _notAfter, _since, _until, _zone, _host, _catalogue, _maxExpand, _threads, _allowOutside, _hash, _progress]
            : [_logZone, _localZone, _year, _notAfter, _catalogue, _maxExpand];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">A value makes no sense.</exception>
    public ReadingOptions Read(ParseResult parse, AppIo io)
    {
        var paths = parse.GetValue(_paths) ?? [];
        var (itsCase, others) = _hasRows ? CaseFile.Among(paths, parse.GetValue(_allowOutside)) : (null, paths);
        var observers = new Dictionary<string, DateTimeZone>();
        var given = ReadLogZones(parse, itsCase, observers, out var findsLogZone);
        var logZone = given ?? ZoneArgument.OfSystem(io);
        var localZone = parse.Zone(_localZone, itsCase) ?? logZone;
        var (since, until) = (parse.Time(_since, localZone), parse.Time(_until, localZone));
        if (since?.Start >= until?.End)
        {
            throw parse.Wrong($"--since {parse.GetValue(_since)} is after --until {parse.GetValue(_until)}");
        }

        return new ReadingOptions
        {
            Paths = paths.Contains("") ? throw parse.Wrong("a PATH is empty") : LogsOf(itsCase, others),
            Case = itsCase,
            LogZone = logZone,
            IsLogZoneGiven = given is not null,
            FindsLogZone = findsLogZone,
            ObserverZones = observers,
            LocalZone = localZone,
            Year = parse.Number(_year, FirstYear, LastYear, itsCase),
            NotAfter = ReadNotAfter(parse, localZone, itsCase),
            Since = since?.Start,
            Until = until?.End,
            Zones = parse.GetValue(_zone) ?? [],
            Hosts = parse.GetValue(_host) ?? [],
            Catalogues = [.. parse.Given(_catalogue, itsCase).Select(value => value.Text)],
            MaxExpand = ReadMaxExpand(parse),
            Threads = parse.Number(_threads, 1, MostThreads) ?? Math.Min(Environment.ProcessorCount, MostThreads),
            Hash = parse.GetValue(_hash),
            Progress = (parse.Word(_progress, OptionValues.When) ?? "auto") switch
            {
                "auto" => io.ErrorIsTerminal,
                var chosen => chosen == "always",
            },
        };
    }

    /// <summary>No log is older than the count of seconds since 1970.</summary>
    private Instant? ReadNotAfter(ParseResult parse, DateTimeZone zone, CaseFile? itsCase)
    {
        var end = parse.Time(_notAfter, zone, itsCase)?.End;
        return end?.InUtc().Year switch
        {
            < FirstYear => throw parse.Wrong(_notAfter, parse.Given(_notAfter, itsCase)!.Value, $"before {FirstYear}, when there were no such logs"),
            > LastYear => throw parse.Wrong(_notAfter, parse.Given(_notAfter, itsCase)!.Value, $"after {LastYear}, which no log reaches"),
            _ => end,
        };
    }

    private ExpandLimit ReadMaxExpand(ParseResult parse)
    {
        if (parse.GetValue(_maxExpand) is not { } text)
        {
            return ExpandLimit.Default;
        }

        return ExpandLimit.TryParse(text, out var limit)
            ? limit
            : throw parse.Wrong(_maxExpand, text, "not a ratio such as 500, or with a size 500:4G");
    }

    /// <summary>The logs of a case, and those that were named beside it.</summary>
    private static IReadOnlyList<string> LogsOf(CaseFile? itsCase, IReadOnlyList<string> others)
    {
        if (itsCase is null)
        {
            return others;
        }

        List<string> paths = [.. itsCase.Of(CaseKey.Logs).Select(value => value.Text), .. others];
        return paths.Count > 0 ? paths : throw new CaseException($"{SafeText.Of(itsCase.Path)}: the case names no logs: add {CaseKey.Logs} = [\"PATH\"], or give a PATH beside it");
    }

    private DateTimeZone? ReadLogZones(ParseResult parse, CaseFile? itsCase, Dictionary<string, DateTimeZone> observers, out bool findsLogZone)
    {
        DateTimeZone? logZone = null;
        findsLogZone = false;
        foreach (var given in parse.GivenByName(_logZone, itsCase))
        {
            var value = given.Text;
            if (value == "auto")
            {
                findsLogZone = true;
                continue;
            }

            var equals = value.IndexOf('=', StringComparison.Ordinal);
            if (!ZoneArgument.TryFind(value[(equals + 1)..], out var zone, out var error))
            {
                throw parse.Wrong(_logZone, given, error);
            }

            if (equals == 0)
            {
                throw parse.Wrong(_logZone, given, "the server's name is missing before =");
            }

            if (equals < 0 ? logZone is not null : !observers.TryAdd(value[..equals], zone))
            {
                throw parse.Wrong($"--log-zone is given twice{(equals < 0 ? "; NAME=ZONE is for one server" : $" for {SafeText.Of(value[..equals])}")}");
            }

            logZone = equals < 0 ? zone : logZone;
        }

        return logZone;
    }
}
