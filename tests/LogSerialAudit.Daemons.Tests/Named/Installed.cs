namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>The programs of this machine.</summary>
internal static class Installed
{
    /// <summary>Where a program is; null where it is not. An ordinary user's PATH often lacks the sbin folders.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(["/usr/local/sbin", "/usr/sbin", "/sbin"])
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
