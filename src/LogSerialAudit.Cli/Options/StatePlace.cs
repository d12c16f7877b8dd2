namespace LogSerialAudit.Cli.Options;

/// <summary>Where the state of <c>check</c> is kept where nobody says.</summary>
internal static class StatePlace
{
    /// <summary>The folder of services, of root and of logcheck.</summary>
    public const string OfSystem = "/var/lib/logserialaudit";

    /// <summary>
    /// <c>$XDG_STATE_HOME/logserialaudit/state</c> (XDG Base Directory Specification 0.8: a relative one does not count); where it is not set,
    /// <c>/var/lib/logserialaudit/state</c> for root and for the user logcheck, else below <c>~/.local/state</c>. Null where there is no home folder.
    /// </summary>
    public static string? Default(AppIo io)
    {
        if (io.Environment("XDG_STATE_HOME") is { Length: > 0 } states && Path.IsPathRooted(states))
        {
            return Path.Combine(states, App.Name, "state");
        }

        if (io.User() is "root" or "logcheck")
        {
            return Path.Combine(OfSystem, "state");
        }

        return io.Environment("HOME") is { Length: > 0 } home && Path.IsPathRooted(home) ? Path.Combine(home, ".local", "state", App.Name, "state") : null;
    }
}
