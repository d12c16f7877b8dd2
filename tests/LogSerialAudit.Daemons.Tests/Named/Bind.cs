namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>The BIND programs of this machine.</summary>
internal static class Bind
{
    public const string Missing = "named and rndc are not installed (Debian: bind9, bind9-utils)";

    public static string? Server { get; } = Find("named");

    public static string? Control { get; } = Find("rndc");

    public static bool IsInstalled => Server is not null && Control is not null && File.Exists("/bin/sh");

    // An ordinary user's PATH often lacks the sbin folders.
    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(["/usr/local/sbin", "/usr/sbin", "/sbin"])
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
