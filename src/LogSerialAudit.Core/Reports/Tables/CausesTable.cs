using LogSerialAudit.Findings.Causes;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The table <c>causes</c>: what may have caused each incident, the likeliest first, with what speaks for it and against it.</summary>
public static class CausesTable
{
    /// <summary>The table.</summary>
    public static Table<WeighedCause> Instance { get; } = new(
        "causes",
        new("finding", static (in row, cell) => cell.Text(row.About)),
        new("rank", static (in row, cell) => cell.Integer(row.Rank)),
        new("cause", static (in row, cell) => cell.Text(row.Cause.Word())),
        new("standing", static (in row, cell) => cell.Text(row.Standing.Word())),
        new("points", static (in row, cell) => cell.Integer(row.Standing == CauseStanding.RuledOut ? null : row.Points)),
        new("speaks_for", static (in row, cell) => cell.Text(Told(row.Clues.Where(clue => clue.Weight > 0)))),
        new("speaks_against", static (in row, cell) => cell.Text(Told(row.Clues.Where(clue => clue.Weight < 0)))),
        new("rules_out", static (in row, cell) => cell.Text(Told(row.Clues.Where(clue => clue.RulesOut)))),
        new("statement", static (in row, cell) => cell.Text(row.Statement)),
        new("refuted_by", static (in row, cell) => cell.Text(row.Refutation)));

    /// <summary><c>+4 what is so: FILE:LINE (what it says); -1 what else is so: FILE:LINE (what it says)</c>.</summary>
    private static string Told(IEnumerable<Clue> clues) =>
        string.Join(" | ", clues.Select(clue => $"{ClueWords.Sign(clue)}{clue.Says}: {clue.Exhibits}"));
}
