namespace LogSerialAudit.Evidence.Marks;

/// <summary>A list of marks.</summary>
/// <param name="Source">What was named.</param>
/// <param name="Marks">The marks by time; those of one time in the order of the list.</param>
/// <param name="Lines">Lines of the file.</param>
/// <param name="Skipped">Lines that are no mark: the header, text.</param>
public sealed record MarkSeries(MarkSource Source, IReadOnlyList<Mark> Marks, long Lines, long Skipped)
{
    /// <summary>The name.</summary>
    public string Name => Source.Name;

    /// <summary>The marks with what is remarkable about them.</summary>
    public IReadOnlyList<MarkRow> Rows { get; } = RowsOf(Marks);

    /// <summary>Reads a list.</summary>
    /// <param name="source">What was named.</param>
    /// <param name="errors">Takes what can't be read or understood.</param>
    public static MarkSeries Read(MarkSource source, ICollection<EvidenceError> errors)
    {
        var count = errors.Count;
        if (EvidenceBytes.Read(source.Path, errors) is not { } text)
        {
            return new MarkSeries(source, [], 0, 0);
        }

        var faults = new RepeatedErrors(errors);
        var marks = MarkLines.Are(text) ? MarkLines.Read(source, text, faults) : MarkTable.Read(source, text, faults);
        faults.Say();
        if (marks.Count == 0 && errors.Count == count)
        {
            errors.Add(new EvidenceError(source.Path, 0, 0, "no mark here; expected CSV with a column of times, or lines such as 2019-05-28 1734690"));
        }

        var lines = text.Count('\n') + (text.Length > 0 && text[^1] != '\n' ? 1 : 0);
        return new MarkSeries(source, InOrder(marks), lines, Math.Max(0, lines - marks.Count));
    }

    /// <summary>By time. A list may begin with its newest entry; then two of one time are the other way round.</summary>
    private static Mark[] InOrder(IReadOnlyList<Mark> marks)
    {
        var isReversed = marks.Count > 1 && marks[0].At > marks[^1].At;
        return [.. (isReversed ? marks.Reverse() : marks).OrderBy(mark => mark.At)];
    }

    private static MarkRow[] RowsOf(IReadOnlyList<Mark> marks)
    {
        // A list with several marks on most days has no second one of a day.
        var days = marks.GroupBy(mark => mark.Day).Select(day => day.Count()).ToList();
        var isDaily = days.Count(count => count > 1) * 2 < days.Count;
        return
        [
            .. marks.Select((mark, place) => new MarkRow(
                mark,
                place > 0 ? mark.Count - marks[place - 1].Count : null,
                isDaily && place > 0 && mark.Day == marks[place - 1].Day)),
        ];
    }
}
