namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>Goes through the tree of revisions from the head, each before those that are edits to it, within bounds.</summary>
/// <param name="tree">The tree.</param>
/// <param name="texts">Rebuilds texts.</param>
internal sealed class RcsWalk(RcsTree tree, RcsTexts texts)
{
    /// <summary>Lines put together at most, over all texts: a small file can mean endless work.</summary>
    private const long MostLines = 500_000_000;

    /// <summary>Branches of branches at most: each holds a text.</summary>
    private const int DeepestBranch = 16;

    private readonly Dictionary<string, RcsDelta> _deltas = First(tree.Deltas, delta => delta.Number);
    private readonly Dictionary<string, RcsDeltaText> _texts = First(tree.Texts, text => text.Number);
    private readonly Stack<Step> _steps = new();
    private readonly HashSet<string> _seen = [];
    private long _lines;

    /// <summary>Hands over each revision with its lines, or with what is wrong; a revision that can't be reached comes last, without either. A bad link comes as a revision without phrases.</summary>
    public IEnumerable<(RcsDelta Delta, IReadOnlyList<RcsSpan>? Lines, Fault? Fault)> Revisions()
    {
        if (tree.Admin[0].Words is [var head, ..])
        {
            _steps.Push(new Step(head, null, 0));
        }

        while (_steps.TryPop(out var step))
        {
            if (!_deltas.TryGetValue(step.Number.Text, out var delta))
            {
                yield return (new RcsDelta(step.Number.Text, step.Number.Position, []), null, new Fault(step.Number.Position, $"there is no revision {step.Number.Text}"));
            }
            else if (!_seen.Add(delta.Number))
            {
                yield return (delta with { Phrases = [] }, null, new Fault(step.Number.Position, $"revision {delta.Number} is linked to twice"));
            }
            else
            {
                var lines = LinesOf(step, delta, out var fault);
                yield return (delta, lines, fault);
                if (lines is not null)
                {
                    Follow(delta, lines, step.Depth);
                }
            }
        }

        foreach (var delta in tree.Deltas.Where(delta => _seen.Add(delta.Number)))
        {
            yield return (delta, null, null);
        }
    }

    private IReadOnlyList<RcsSpan>? LinesOf(Step step, RcsDelta delta, out Fault? fault)
    {
        if (!_texts.TryGetValue(delta.Number, out var text))
        {
            fault = new Fault(delta.Position, $"revision {delta.Number} has no text");
            return null;
        }

        if (step.Depth > DeepestBranch || _lines > MostLines)
        {
            fault = new Fault(delta.Position, _lines > MostLines ? "the texts are too long and too many; this and older revisions are left out" : "branches lie too deep in one another");
            return null;
        }

        var lines = step.Before is null ? texts.Lines(text.Text, out fault) : texts.Edit(step.Before, text.Text, out fault);
        _lines += lines?.Count ?? 0;
        return lines;
    }

    /// <summary>The next revision is done after the branches, so that a text is not held longer than they need it.</summary>
    private void Follow(RcsDelta delta, IReadOnlyList<RcsSpan> lines, int depth)
    {
        foreach (var next in delta.Words("next").Take(1))
        {
            _steps.Push(new Step(next, lines, depth));
        }

        foreach (var branch in delta.Words("branches"))
        {
            _steps.Push(new Step(branch, lines, depth + 1));
        }
    }

    private static Dictionary<string, T> First<T>(IEnumerable<T> all, Func<T, string> name) =>
        all.GroupBy(name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private readonly record struct Step(RcsWord Number, IReadOnlyList<RcsSpan>? Before, int Depth);
}
