namespace LogSerialAudit.Sources.Documents;

/// <summary>A text that quotes log lines: a mail without its header, a page of an archive, notes on an incident.</summary>
internal sealed class PastedText(ILineJudge judge, LineQueue? output) : Document(DocumentForm.Text)
{
    private readonly LineJoiner _joiner = new(judge, output);

    /// <summary>Whether log lines are quoted, wrapped or listed in the beginning of a source.</summary>
    public static bool Is(ReadOnlySpan<byte> head, ILineJudge judge)
    {
        var trial = new PastedText(judge, output: null);
        var end = head.LastIndexOf((byte)'\n') + 1;
        trial.Take(head[..(end == 0 ? head.Length : end)], 1);
        trial.End();
        return trial._joiner.Changed > 0;
    }

    public override void End()
    {
        _joiner.End();
        Saw(_joiner.Dates.PartAt(0).NotAfter);
    }

    protected override void TakeLine(ReadOnlySpan<byte> line, long number) => _joiner.Take(line.TrimEnd((byte)'\n'), number);
}
