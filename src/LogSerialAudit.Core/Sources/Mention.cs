namespace LogSerialAudit.Sources;

/// <summary>How a path came up: what was asked for by name is owed an answer, what a pattern or folder brought along is not.</summary>
internal enum Mention
{
    Named,
    Globbed,
    InFolder,
}
