using System.CommandLine;
using LogSerialAudit.Cli.Cases;
using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Marks;
using LogSerialAudit.Evidence.Soa;

namespace LogSerialAudit.Cli.Options;

/// <summary>The options that name evidence beside the logs.</summary>
internal sealed class EvidenceOptionSet
{
    private readonly Option<string[]> _vm = OptionValues.Many(
        "--vm", "HOST=PATH", "libvirt's log of the virtual machine that is the primary, on HOST; may be repeated");

    private readonly Option<string[]> _zoneHistory = OptionValues.Many(
        "--zone-history", "ZONE=PATH", "Versions of the zone file: an RCS file (zone,v), rlog's text, REPO:path in git, or a folder of copies; may be repeated");

    private readonly Option<string[]> _soa = OptionValues.Many(
        "--soa", "[ZONE=]FILE", "What servers answered for the zone's SOA record: output of dig, dig +nssearch, host -C; may be repeated");

    private readonly Option<string[]> _marks = OptionValues.Many(
        "--marks", "NAME=FILE[:COLUMN]", "A CSV file with a column of times, or lines of a time and a number: backups, deployments; may be repeated");

    private readonly Option<string[]> _expire = ExpireOption.Create();

    /// <summary>Adds them to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Add(_vm);
        command.Add(_zoneHistory);
        command.Add(_soa);
        command.Add(_marks);
        command.Add(_expire);
    }

    /// <summary>Reads them.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="reading">The case, if there is one, and which zones times are in that say nothing of theirs.</param>
    /// <exception cref="UsageException">A value makes no sense.</exception>
    /// <exception cref="CaseException">A value of the case makes no sense.</exception>
    public EvidenceOptions Read(ParseResult parse, ReadingOptions reading) => new()
    {
        Zone = reading.LogZone,
        Vms = [.. parse.GivenByName(_vm, reading.Case).Select(value => Named(parse, _vm, value, "HOST"))],
        ZoneHistories = [.. parse.GivenByName(_zoneHistory, reading.Case).Select(value => Named(parse, _zoneHistory, value, "ZONE"))],
        Soas = [.. parse.Given(_soa, reading.Case).Select(value => SoaOf(parse, value, reading.Case))],
        Marks = [.. parse.GivenByName(_marks, reading.Case).Select(value => MarksOf(parse, value, reading))],
        Reconstructions = reading.Case?.Reconstructions ?? [],
        Expires = ExpireOption.Read(parse, _expire, reading.Case),
    };

    /// <summary>A path may have an equals sign itself.</summary>
    private SoaSource SoaOf(ParseResult parse, GivenValue value, CaseFile? itsCase)
    {
        var hasZone = !File.Exists(value.Text) && value.Text.Contains('=', StringComparison.Ordinal);
        var (zone, path) = hasZone ? Named(parse, _soa, value, "ZONE")
            : value.Text.Length > 0 ? ("", value.Text)
            : throw parse.Wrong(_soa, value, "a FILE is missing");
        return new SoaSource(path, zone, itsCase is not null && itsCase.Asked.TryGetValue(path, out var asked) ? asked : null);
    }

    private MarkSource MarksOf(ParseResult parse, GivenValue value, ReadingOptions reading)
    {
        var (name, path) = Named(parse, _marks, value, "NAME");
        var colon = File.Exists(path) ? -1 : path.LastIndexOf(':');
        return new MarkSource(
            name,
            colon > 0 ? path[..colon] : path,
            colon > 0 ? path[(colon + 1)..] : "",
            reading.ObserverZones.GetValueOrDefault(name, reading.LogZone));
    }

    private static (string Name, string Path) Named(ParseResult parse, Option option, GivenValue value, string name) =>
        value.Name.Length > 0 && value.Name.Length + 1 < value.Text.Length
            ? (value.Name, value.Text[(value.Name.Length + 1)..])
            : throw parse.Wrong(option, value, $"not {name}=PATH");
}
