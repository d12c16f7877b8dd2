using System.CommandLine;
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

    /// <summary>Adds them to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Add(_vm);
        command.Add(_zoneHistory);
        command.Add(_soa);
        command.Add(_marks);
    }

    /// <summary>Reads them.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="reading">Which zones times are in that say nothing of theirs.</param>
    /// <exception cref="UsageException">A value makes no sense.</exception>
    public EvidenceOptions Read(ParseResult parse, ReadingOptions reading) => new()
    {
        Zone = reading.LogZone,
        Soas = [.. (parse.GetValue(_soa) ?? []).Select(value => SoaOf(parse, value))],
        Marks = [.. (parse.GetValue(_marks) ?? []).Select(value => MarksOf(parse, value, reading))],
        Vms = [.. (parse.GetValue(_vm) ?? []).Select(value => Named(parse, _vm, value, "HOST"))],
        ZoneHistories = [.. (parse.GetValue(_zoneHistory) ?? []).Select(value => Named(parse, _zoneHistory, value, "ZONE"))],
    };

    /// <summary>A path may have an equals sign itself.</summary>
    private SoaSource SoaOf(ParseResult parse, string value)
    {
        if (File.Exists(value) || !value.Contains('=', StringComparison.Ordinal))
        {
            return value.Length > 0 ? new SoaSource(value) : throw parse.Wrong(_soa, value, "a FILE is missing");
        }

        var (zone, path) = Named(parse, _soa, value, "ZONE");
        return new SoaSource(path, zone);
    }

    private MarkSource MarksOf(ParseResult parse, string value, ReadingOptions reading)
    {
        var (name, path) = Named(parse, _marks, value, "NAME");
        var colon = File.Exists(path) ? -1 : path.LastIndexOf(':');
        return new MarkSource(
            name,
            colon > 0 ? path[..colon] : path,
            colon > 0 ? path[(colon + 1)..] : "",
            reading.ObserverZones.GetValueOrDefault(name, reading.LogZone));
    }

    private static (string Name, string Path) Named(ParseResult parse, Option option, string value, string name)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals + 1 < value.Length
            ? (value[..equals], value[(equals + 1)..])
            : throw parse.Wrong(option, value, $"not {name}=PATH");
    }
}
