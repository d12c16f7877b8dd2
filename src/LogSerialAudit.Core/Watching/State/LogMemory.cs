using LogSerialAudit.Dating;
using LogSerialAudit.Lines;
using LogSerialAudit.Watching.Logs;

namespace LogSerialAudit.Watching.State;

/// <summary>How far a log was read.</summary>
internal sealed record LogMemory
{
    /// <summary>The log: NAME and an equals sign where it was given one, and the path of the file that is written to.</summary>
    public required string Log { get; init; }

    /// <summary>Its files that were read, oldest first.</summary>
    public IReadOnlyList<Bookmark> Files { get; init => field = value ?? []; } = [];

    /// <summary>The clocks of its hosts.</summary>
    public IReadOnlyList<ClockMemory> Clocks { get; init => field = value ?? []; } = [];

    /// <summary>What its lines showed of the order of day and month in dates with slashes.</summary>
    public SlashOrder Slashes { get; init; }

    /// <summary>Of a journal, the cursor of the last entry.</summary>
    public string? Cursor { get; init; }

    /// <summary>Of a pipe, the bytes of a last line without an end.</summary>
    public byte[] Rest { get; init => field = value ?? []; } = [];
}
