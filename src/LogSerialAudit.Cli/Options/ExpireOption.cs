using System.CommandLine;
using LogSerialAudit.Cli.Cases;
using LogSerialAudit.Evidence;
using NodaTime;

namespace LogSerialAudit.Cli.Options;

/// <summary>The option <c>--expire</c> of the commands that tell when a zone expires.</summary>
internal static class ExpireOption
{
    public static Option<string[]> Create() => OptionValues.Many(
        "--expire", "[ZONE=]TIME", "EXPIRE of the zone's SOA record, in seconds or as 2w, to tell when a zone expires that can't be refreshed; may be repeated");

    /// <summary>The values; the zone is empty where one is for all.</summary>
    /// <exception cref="UsageException">A value makes no sense.</exception>
    /// <exception cref="CaseException">A value of the case makes no sense.</exception>
    public static IReadOnlyList<(string Zone, Duration Expire)> Read(ParseResult parse, Option<string[]> option, CaseFile? itsCase) =>
    [
        .. parse.GivenByName(option, itsCase).Select(value => ExpireText.TryRead(value.Text, out var zone, out var expire)
            ? (zone, expire) : throw parse.Wrong(option, value, "not seconds or a time such as 1209600, 2w or example.org=2w")),
    ];
}
