using System.Globalization;
using LogSerialAudit.Findings.Causes;

namespace LogSerialAudit.Reports;

/// <summary>How the weight of a clue is written.</summary>
internal static class ClueWords
{
    /// <summary><c>+4 </c>, <c>-2 </c>; nothing where the clue rules out.</summary>
    public static string Sign(Clue clue) => clue.RulesOut ? "" : clue.Weight.ToString("+0;-0", CultureInfo.InvariantCulture) + " ";
}
