namespace LogSerialAudit.History.Copies;

/// <summary>Which lines are one line: each class has at most one line of a stream, and keeps one of all.</summary>
internal sealed class CopyClasses
{
    private readonly Dictionary<int, List<(LineStream Stream, LineStream.Line Line)>> _byPlace = [];

    /// <summary>The places of all lines but one of each class: the earliest, by its second, else that of the stream which has most, else the first.</summary>
    public IEnumerable<int> Copies
    {
        get
        {
            foreach (var same in _byPlace.Values.Distinct())
            {
                var kept = same.OrderBy(each => each.Line.At.ToUnixTimeSeconds()).ThenByDescending(each => each.Stream.Lines.Count).ThenBy(each => each.Line.Place).First();
                foreach (var copy in same.Where(each => each.Line.Place != kept.Line.Place))
                {
                    yield return copy.Line.Place;
                }
            }
        }
    }

    /// <summary>Makes two lines one.</summary>
    public void Join(LineStream one, LineStream.Line line, LineStream other, LineStream.Line copy)
    {
        var (known, added) = (ClassOf(one, line), ClassOf(other, copy));
        if (known != added && !known.Exists(each => added.Exists(same => same.Stream == each.Stream)))
        {
            known.AddRange(added);
            added.ForEach(each => _byPlace[each.Line.Place] = known);
        }
    }

    private List<(LineStream Stream, LineStream.Line Line)> ClassOf(LineStream stream, LineStream.Line line)
    {
        if (!_byPlace.TryGetValue(line.Place, out var found))
        {
            _byPlace.Add(line.Place, found = [(stream, line)]);
        }

        return found;
    }
}
