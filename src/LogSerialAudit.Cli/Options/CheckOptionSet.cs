using System.CommandLine;
using LogSerialAudit.Evidence;
using LogSerialAudit.Reports;
using LogSerialAudit.Watching;

namespace LogSerialAudit.Cli.Options;

/// <summary>The options of <c>check</c>, and how they become <see cref="CheckOptions"/>.</summary>
internal sealed class CheckOptionSet
{
    private static readonly string[] Formats = ["text", "json", "ndjson"];
    private readonly ReadingOptionSet _reading = ReadingOptionSet.OfWatch();
    private readonly Option<string> _state = OptionValues.One("--state", "FILE", "Where it is kept what was read and told (default: /var/lib/logserialaudit/state for root and logcheck, else ~/.local/state/logserialaudit/state)");
    private readonly Option<bool> _dryRun = OptionValues.Flag("--dry-run", "Change nothing: the next check tells the same again");
    private readonly Option<bool> _remind = OptionValues.Flag("--remind", "Tell once a day of what goes on");
    private readonly Option<string[]> _expire = ExpireOption.Create();
    private readonly Option<string> _format = OptionValues.OneOf("--format", "FORMAT", "text, json or ndjson (default: text)", Formats);
    private readonly Option<bool> _nagios = OptionValues.Flag("--nagios", "Tell how it stands in one line, with numbers, as a Nagios plugin; give it a state of its own");
    private readonly Option<string> _prometheus = OptionValues.One("--prometheus", "FILE", "Write serials and episodes to FILE as metrics, for node_exporter");
    private readonly Option<bool> _follow = OptionValues.Flag("--follow", "Stay, and check whenever a log was written to");
    private readonly Option<string> _exec = OptionValues.One("--exec", "PROGRAM", "Tell PROGRAM, as JSON on its standard input, not standard output; it is started without a shell or arguments");
    private readonly Option<bool> _syslog = OptionValues.Flag("--syslog", "Tell it in one line through logger, not on standard output");

    /// <summary>Adds them to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        _reading.AddTo(command);
        foreach (var option in new Option[] { _state, _dryRun, _remind, _expire, _format, _nagios, _syslog, _prometheus, _follow, _exec })
        {
            command.Add(option);
        }
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">A value makes no sense, alone or with another.</exception>
    public CheckOptions Read(ParseResult parse, AppIo io)
    {
        var reading = _reading.Read(parse, io);
        var filter = new RowFilter { Zones = reading.Zones, Hosts = reading.Hosts };
        var state = parse.GetValue(_state) ?? StatePlace.Default(io)
            ?? throw parse.Wrong("there is no HOME to keep what was read in: name a file with --state FILE");
        var prometheus = parse.GetValue(_prometheus);
        return new CheckOptions
        {
            Reading = reading,
            Watch = new WatchOptions
            {
                Reminds = parse.GetValue(_remind),
                Zone = reading.LocalZone,
                ExpireOf = CaseEvidence.Read(new EvidenceOptions { Expires = ExpireOption.Read(parse, _expire, reading.Case) }).ExpireOf,
                Shows = filter.Shows,
                ExpandLimit = reading.MaxExpand,
            },
            StatePath = state.Length == 0 ? throw parse.Wrong("--state needs a value: --state FILE") : Path.Combine(io.CurrentDirectory, state),
            IsDry = parse.GetValue(_dryRun),
            Form = FormOf(parse),
            Program = ProgramOf(parse),
            Follows = Follows(parse, reading),
            PrometheusPath = prometheus switch
            {
                null => null,
                "" => throw parse.Wrong("--prometheus needs a value: --prometheus FILE"),
                _ => Path.Combine(io.CurrentDirectory, prometheus),
            },
        };
    }

    private string? ProgramOf(ParseResult parse) => parse.GetValue(_exec) switch
    {
        "" => throw parse.Wrong("--exec needs a value: --exec PROGRAM"),
        { } when parse.GetValue(_nagios) || parse.GetValue(_syslog) || parse.GetResult(_format) is { Implicit: false } =>
            throw parse.Wrong("--exec has a form of its own: without --format, --nagios and --syslog"),
        var program => program,
    };

    private bool Follows(ParseResult parse, ReadingOptions reading) => parse.GetValue(_follow) && (
        parse.GetValue(_nagios) ? throw parse.Wrong("--nagios is asked for again and again: without --follow")
        : reading.Paths.FirstOrDefault(path => path is "-" || path.EndsWith("=-", StringComparison.Ordinal)) is { } pipe ? throw parse.Wrong($"--follow reads files, not {pipe}")
        : true);

    private CheckForm FormOf(ParseResult parse)
    {
        List<(string Name, CheckForm Form)> asked = [];
        if (parse.Word(_format, Formats) is { } word)
        {
            asked.Add(("--format", word switch { "json" => CheckForm.Json, "ndjson" => CheckForm.NdJson, _ => CheckForm.Text }));
        }

        asked.AddRange(parse.GetValue(_nagios) ? [("--nagios", CheckForm.Nagios)] : []);
        asked.AddRange(parse.GetValue(_syslog) ? [("--syslog", CheckForm.Syslog)] : []);
        return asked.Count < 2 ? asked.FirstOrDefault().Form : throw parse.Wrong($"{asked[0].Name} and {asked[1].Name} tell the same in two ways: choose one");
    }
}
