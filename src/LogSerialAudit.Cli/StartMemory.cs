using LogSerialAudit.Cli.Commands;

namespace LogSerialAudit.Cli;

/// <summary>Memory for a start, in which nothing is looked over for what is garbage by now.</summary>
internal static class StartMemory
{
    /// <summary>What a report on a small log makes in all, and half as much again.</summary>
    private const long Bytes = 12 * 1024 * 1024;

    /// <summary>
    /// A start makes the catalogue, which stays: every look for garbage would move it once more, and take a third of the whole time of a
    /// report on a small log. On a large log the memory is used up soon, and the looks go on as ever. An extract is to be small on any log.
    /// </summary>
    /// <param name="args">The command line.</param>
    public static void Hold(string[] args)
    {
        if (args is not [ReportCommand.Name or ExplainCommand.Name, ..])
        {
            return;
        }

        try
        {
            GC.TryStartNoGCRegion(Bytes, disallowFullBlockingGC: true);
        }
        catch (ArgumentOutOfRangeException)
        {
            // Less memory is allowed than that: then it is looked for as ever.
        }
    }
}
