namespace LogSerialAudit.Findings.Causes;

/// <summary>A fact, set against a cause.</summary>
/// <param name="Weight">1, 2 or 4 points; negative where it speaks against the cause; 0 where it rules the cause out.</param>
/// <param name="Says">The fact, in a clause.</param>
/// <param name="Exhibits">The lines that show it.</param>
public sealed record Clue(int Weight, string Says, ExhibitList Exhibits)
{
    /// <summary>Whether it contradicts the cause.</summary>
    public bool RulesOut => Weight == 0;
}
