namespace LogSerialAudit.Cli.Tests.World;

/// <summary>A user who may not read everything.</summary>
internal static class Nobody
{
    /// <summary>What stands before a command of a shell so that it runs as one; nothing where the tests do. Skips the test where neither can be.</summary>
    public static async Task<string> PrefixAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "permissions as Unix has them");
        if (!Environment.IsPrivilegedProcess)
        {
            return "";
        }

        const string Prefix = "setpriv --reuid=65534 --regid=65534 --clear-groups ";
        var trial = await Child.ShellAsync($"{Prefix}\"$0\" \"$1\" --version");
        Assert.SkipUnless(trial.ExitCode == ExitCode.Done, "root reads everything, and nobody cannot start the program here (setpriv: util-linux)");
        return Prefix;
    }
}
