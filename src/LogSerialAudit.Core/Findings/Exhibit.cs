using LogSerialAudit.History;

namespace LogSerialAudit.Findings;

/// <summary>One line that a finding rests on.</summary>
/// <param name="Says">What it says, in a few words.</param>
/// <param name="Source">Where it stands.</param>
public readonly record struct Exhibit(string Says, SourceLine Source)
{
    /// <summary><c>FILE:LINE (what it says)</c>.</summary>
    public override string ToString() => $"{Source} ({Says})";
}
