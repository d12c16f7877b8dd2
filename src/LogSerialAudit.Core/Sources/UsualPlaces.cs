namespace LogSerialAudit.Sources;

/// <summary>Where name servers' logs are when nobody says where: Debian, Red Hat, BSD.</summary>
internal static class UsualPlaces
{
    /// <summary>Globs below the root folder.</summary>
    public static readonly IReadOnlyList<string> Patterns =
    [
        "var/log/daemon.log*",
        "var/log/syslog*",
        "var/log/messages*",
        "var/log/named/*",
        "var/log/bind/*",
        "var/log/bind9/*",
        "var/cache/bind/*.log*",
        "var/named/data/named.run*",
        "var/named/log/*",
    ];
}
