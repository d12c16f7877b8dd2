namespace LogSerialAudit.History;

/// <summary>The server whose log lines are from.</summary>
/// <param name="Name">What it goes by: its host, with the program or the process where one host has several.</param>
/// <param name="Host">The host, or the name of the log where lines name no host: what <c>--host</c> and <c>--log-zone NAME=</c> speak of.</param>
public sealed record Observer(string Name, string Host);
