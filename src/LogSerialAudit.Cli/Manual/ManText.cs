namespace LogSerialAudit.Cli.Manual;

/// <summary>What the manual says that no definition of a command has.</summary>
internal static class ManText
{
    public static readonly IReadOnlyList<string> Description =
    [
        "A secondary name server that is offered an older zone than it holds complains in its log: the primary has forgotten something. "
        + "logserialaudit reads the logs of such servers, rotated and compressed ones too, and says which zones went back, since when, "
        + "from which primary, how far back in time, whether it is over and how it ended, and what these logs could not have shown.",
        "It knows what BIND, NSD, Knot DNS, PowerDNS, Unbound and CoreDNS write. Serials that are seconds since 1970 are shown as the times "
        + "that they are. Stamps without a year are dated by evidence, above all by those serials; what is not sure is marked. "
        + "Every statement names file and line; the same input gives the same bytes.",
        "Files are never changed or locked. Data goes to standard output, talk to standard error.",
    ];

    public static readonly IReadOnlyList<(string Term, string Text)> Files =
    [
        ("/var/log/daemon.log*, /var/log/syslog*, /var/log/named/*", "Some of the usual places, read where no PATH is given. Reading them takes root or the group adm."),
    ];

    public static readonly IReadOnlyList<(string Term, string Text)> Environment =
    [
        ("TZ", "The system's time zone, where --log-zone does not say otherwise."),
        ("NO_COLOR", "No colours, where --color does not say otherwise."),
    ];

    public static readonly IReadOnlyList<(string Term, string Text)> ExitStatus =
    [
        ("0", "Done."),
        ("1", "Done, and there are findings; only where that was asked for."),
        ("2", "Trouble: a mistake on the command line, or an input that is unreadable or cut short. All that could be done was done."),
        ("130", "Interrupted."),
    ];
}
