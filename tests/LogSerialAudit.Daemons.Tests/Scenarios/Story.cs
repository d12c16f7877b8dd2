namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>What a scenario did, for holding a report of its logs against.</summary>
/// <param name="State">How the episode ended, in the word of the report: <c>caught-up</c>, <c>expired</c> or <c>forced</c>.</param>
/// <param name="Zone">The zone as the servers log it; a report prints it in lower case.</param>
/// <param name="Primary">Address and port, as the secondary logged them.</param>
/// <param name="Held">The serial that the secondary held.</param>
/// <param name="Offered">The lower serial that the primary offered.</param>
/// <param name="EndedBySerial">The serial that the secondary took in the end.</param>
/// <param name="Complaints">How many <c>&lt; ours</c> lines the secondary wrote.</param>
/// <param name="RolledBack">Just before the primary was rolled back: no complaint is older.</param>
/// <param name="Ended">Just after the end of the episode was seen in the log.</param>
/// <param name="LogFolder">Holds <c>primary.log</c> and <c>secondary.log</c>, both closed.</param>
public sealed record Story(
    string State,
    string Zone,
    string Primary,
    uint Held,
    uint Offered,
    uint EndedBySerial,
    int Complaints,
    DateTimeOffset RolledBack,
    DateTimeOffset Ended,
    string LogFolder)
{
    public string PrimaryLog => Path.Combine(LogFolder, "primary.log");

    public string SecondaryLog => Path.Combine(LogFolder, "secondary.log");
}
