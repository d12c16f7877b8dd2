namespace LogSerialAudit.Events;

/// <summary>A file that was read, and where it stands among all that were.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="SetName">What lines without a host go by: the NAME of <c>NAME=PATH</c>, or the name of the rotation set.</param>
/// <param name="Set">Which of the rotation sets it is of, a number.</param>
/// <param name="Scan">What was found.</param>
public sealed record ScannedFile(string Path, string SetName, int Set, FileScan Scan)
{
    /// <summary>Whether the operator gave that name: then it is a server's, and else a file's.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether it is what was written to a log behind what was read of it before.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether its lines are quoted from logs: then a line without a time says nothing of when it was written by its place.</summary>
    public bool IsQuoted { get; init; }
}
