using LogSerialAudit.Messages;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Cli.Commands;

/// <summary>The two rule files for logcheck, of which a machine wants one or neither: violations are looked for first.</summary>
internal static class LogcheckFile
{
    /// <summary>The format that is the file for <c>ignore.d.server</c>.</summary>
    public const string Ignore = "logcheck-ignore";

    /// <summary>The format that is the file for <c>violations.d</c>.</summary>
    public const string Violations = "logcheck-violations";

    /// <summary>The kinds of messages that a format is for; none for the other formats.</summary>
    public static IReadOnlyList<EventKind> KindsOf(string format) => format switch
    {
        Ignore => LogcheckRules.Summarized,
        Violations => LogcheckRules.Alarming,
        _ => [],
    };

    /// <summary>What stands at the head of the file.</summary>
    public static IReadOnlyList<string> HeaderOf(string format) =>
    [
        .. format == Ignore
            ? (string[])
            [
                "For logcheck's ignore.d.server: lines that need not be mailed where",
                "\"logserialaudit check\" tells of them. Not beside violations.d/logserialaudit.",
            ]
            : [
                "For logcheck's violations.d: lines that are mailed as security events.",
                "Not beside ignore.d.server/logserialaudit.",
            ],
        $"Made by: {App.Name} {MessagesCommand.Name} --format {format}",
    ];
}
