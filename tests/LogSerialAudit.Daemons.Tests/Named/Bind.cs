namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>The BIND programs of this machine.</summary>
internal static class Bind
{
    public const string Missing = "named and rndc are not installed (Debian: bind9, bind9-utils)";

    public static string? Server { get; } = Installed.Find("named");

    public static string? Control { get; } = Installed.Find("rndc");

    public static bool IsInstalled => Server is not null && Control is not null && File.Exists("/bin/sh");
}
