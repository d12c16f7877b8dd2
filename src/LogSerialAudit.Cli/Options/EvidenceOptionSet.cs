using System.CommandLine;
using LogSerialAudit.Evidence;

namespace LogSerialAudit.Cli.Options;

/// <summary>The options that name evidence beside the logs.</summary>
internal sealed class EvidenceOptionSet
{
    private readonly Option<string[]> _vm = OptionValues.Many(
        "--vm", "HOST=PATH", "libvirt's log of the virtual machine that is the primary, on HOST; may be repeated");

    private readonly Option<string[]> _zoneHistory = OptionValues.Many(
        "--zone-history", "ZONE=PATH", "Versions of the zone file: an RCS file (zone,v), rlog's text, REPO:path in git, or a folder of copies; may be repeated");

    /// <summary>Adds them to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Add(_vm);
        command.Add(_zoneHistory);
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">A value makes no sense.</exception>
    public EvidenceOptions Read(ParseResult parse) => new()
    {
        Vms = [.. (parse.GetValue(_vm) ?? []).Select(value => Named(parse, _vm, value, "HOST"))],
        ZoneHistories = [.. (parse.GetValue(_zoneHistory) ?? []).Select(value => Named(parse, _zoneHistory, value, "ZONE"))],
    };

    private static (string Name, string Path) Named(ParseResult parse, Option option, string value, string name)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals + 1 < value.Length
            ? (value[..equals], value[(equals + 1)..])
            : throw parse.Wrong(option, value, $"not {name}=PATH");
    }
}
