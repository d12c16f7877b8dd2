namespace LogSerialAudit.Evidence.Soa;

/// <summary>An SOA record as a line of a transcript has it.</summary>
/// <param name="Zone">The owner, as written; empty where the line has none.</param>
/// <param name="Soa">The record.</param>
/// <param name="Server">The server that the line names, by name or address; empty where it names none.</param>
/// <param name="ServerToo">The other of name and address, where the line has both.</param>
internal readonly record struct SoaStatement(string Zone, SoaRecord Soa, string Server, string ServerToo);
