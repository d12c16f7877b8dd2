namespace LogSerialAudit.Cli;

/// <summary>What the process ends with. Scripts rely on these numbers.</summary>
public enum ExitCode
{
    /// <summary>All was done; also when the reader of a pipe went away.</summary>
    Done = 0,

    /// <summary>All was done and there are findings; only where <c>--exit-code</c> asks for it, and of <c>check</c>.</summary>
    Findings = 1,

    /// <summary>A mistake on the command line, or something could not be read or written; what could be done was done.</summary>
    Trouble = 2,

    /// <summary>Nagios' UNKNOWN; only with <c>--nagios</c>, where 1 is WARNING and 2 CRITICAL.</summary>
    Unknown = 3,

    /// <summary>Ctrl-C.</summary>
    Interrupted = 130,
}
