namespace LogSerialAudit.Cli.Cases;

/// <summary>A key of a case's description. But for the logs it is the name of an option, and means the same.</summary>
/// <param name="Name">The key.</param>
/// <param name="Naming">Whether its values have a name before an equals sign.</param>
/// <param name="HasPaths">Whether its values are paths.</param>
/// <param name="IsList">Whether it may have several values.</param>
internal sealed record CaseKey(string Name, CaseNaming Naming, bool HasPaths, bool IsList)
{
    public const string Logs = "logs";
    public const string Asked = "asked";
    public const string Reconstructed = "reconstructed";

    /// <summary>All of them, apart from <see cref="Reconstructed"/>.</summary>
    public static IReadOnlyList<CaseKey> All { get; } =
    [
        new(Logs, CaseNaming.Possible, HasPaths: true, IsList: true),
        new("log-zone", CaseNaming.Possible, HasPaths: false, IsList: true),
        new("local-zone", CaseNaming.None, HasPaths: false, IsList: false),
        new("year", CaseNaming.None, HasPaths: false, IsList: false),
        new("not-after", CaseNaming.None, HasPaths: false, IsList: false),
        new("catalogue", CaseNaming.None, HasPaths: true, IsList: true),
        new("vm", CaseNaming.Needed, HasPaths: true, IsList: true),
        new("zone-history", CaseNaming.Needed, HasPaths: true, IsList: true),
        new("soa", CaseNaming.Possible, HasPaths: true, IsList: true),
        new(Asked, CaseNaming.Needed, HasPaths: false, IsList: true),
        new("marks", CaseNaming.Needed, HasPaths: true, IsList: true),
        new("expire", CaseNaming.Possible, HasPaths: false, IsList: true),
    ];
}
