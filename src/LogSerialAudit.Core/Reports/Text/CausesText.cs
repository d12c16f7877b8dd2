using System.Globalization;
using LogSerialAudit.Findings.Causes;

namespace LogSerialAudit.Reports.Text;

/// <summary>What may have caused each incident, for people: the likeliest cause first, with what speaks for it and against it.</summary>
internal sealed class CausesText(Page page, FileNames files)
{
    /// <summary>As many lines of one clue as are named; the table has more.</summary>
    private const int MostExhibits = 3;

    /// <summary>Writes the causes of the first incidents.</summary>
    /// <param name="causes">The causes, incident by incident.</param>
    /// <param name="most">As many incidents.</param>
    public void Write(IReadOnlyList<WeighedCause> causes, int most)
    {
        var incidents = causes.GroupBy(cause => cause.About).ToList();
        foreach (var incident in incidents.Take(most))
        {
            page.Line();
            page.Bold($"of {incident.Key}:");
            foreach (var cause in incident.Where(cause => cause.Standing != CauseStanding.RuledOut && cause.Clues.Count > 0))
            {
                Write(cause);
            }

            Without(incident.Where(cause => cause.Standing != CauseStanding.RuledOut && cause.Clues.Count == 0).ToList());
            foreach (var cause in incident.Where(cause => cause.Standing == CauseStanding.RuledOut))
            {
                page.Wrapped("  ruled out: ", $"{cause.Cause.Name()}, for {string.Join(", and ", cause.Clues.Where(clue => clue.RulesOut).Select(Told))}", 4);
            }
        }

        if (incidents.Count > most)
        {
            page.Line();
            page.Line(string.Create(CultureInfo.InvariantCulture, $"... of {incidents.Count - most} more: --table causes"));
        }
    }

    private void Write(WeighedCause cause)
    {
        page.Wrapped($"  {cause.Cause.Name()}: ", string.Create(CultureInfo.InvariantCulture, $"{cause.Standing.Word()}, {cause.Points}"), 4);
        foreach (var clue in cause.Clues.Where(clue => !clue.RulesOut))
        {
            page.Wrapped($"    {ClueWords.Sign(clue)} ", Told(clue), 8);
        }

        if (cause.Standing is CauseStanding.Strong or CauseStanding.Possible)
        {
            page.Wrapped("    refuted by  ", cause.Refutation, 16);
        }
    }

    private void Without(List<WeighedCause> causes)
    {
        if (causes.Count > 0)
        {
            page.Wrapped("  nothing speaks for or against: ", $"{string.Join("; ", causes.Select(cause => cause.Cause.Name()))}", 4);
        }
    }

    private string Told(Clue clue) => $"{clue.Says} [{clue.Exhibits.Told(exhibit => files.Of(exhibit.Source), MostExhibits)}]";
}
