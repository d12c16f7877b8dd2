namespace LogSerialAudit.Events;

/// <summary>A zone as one view of one class serves it.</summary>
/// <param name="Name">The name in lower case, without the final dot; the root is <c>.</c>; empty where a line names no zone.</param>
/// <param name="Class">The class in capitals (<c>IN</c>); empty where the line does not say.</param>
/// <param name="View">The view; empty for the default one.</param>
public sealed record ZoneName(string Name, string Class, string View)
{
    /// <summary>No zone: a line about the server as a whole.</summary>
    public static ZoneName None { get; } = new("", "", "");
}
