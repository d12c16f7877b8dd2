namespace LogSerialAudit.Findings.Causes;

/// <summary>Something that the evidence shows of an incident, whatever it speaks for.</summary>
/// <param name="Says">What, in a clause.</param>
/// <param name="Exhibits">The lines that show it.</param>
internal sealed record Fact(string Says, ExhibitList Exhibits)
{
    public Clue For(int weight) => new(weight, Says, Exhibits);

    public Clue Against(int weight) => new(-weight, Says, Exhibits);

    public Clue RulesOut() => new(0, Says, Exhibits);
}
