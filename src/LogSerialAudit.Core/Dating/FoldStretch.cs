namespace LogSerialAudit.Dating;

/// <summary>
/// Neighbouring lines of a run near a repeated hour, with no step back between them and no silence. Local times are
/// seconds since 0001.
/// </summary>
/// <param name="File">The place of its file in the sequence.</param>
/// <param name="Run">The run.</param>
/// <param name="FirstLine">The number of its first line.</param>
/// <param name="From">The local time of its first line.</param>
/// <param name="To">The local time of its last line.</param>
/// <param name="Lines">How many lines it may have at most.</param>
internal sealed record FoldStretch(int File, ClockRun Run, long FirstLine, long From, long To, long Lines)
{
    /// <summary>What serials say against its first line being of the first pass, in nats.</summary>
    public double AgainstEarly { get; init; }

    /// <summary>What serials say against its first line being of the second pass, in nats.</summary>
    public double AgainstLate { get; init; }

    /// <summary>The stretches of a run, in line order.</summary>
    public static IEnumerable<FoldStretch> Of(int file, ClockRun run)
    {
        var (firstLine, from) = (run.FirstLine, run.First.LocalSeconds(run.Year));
        var (back, silence) = (0, 0);
        while (back < run.StepsBack.Count || silence < run.Silences.Count)
        {
            var isBack = silence == run.Silences.Count || (back < run.StepsBack.Count && run.StepsBack[back].Line < run.Silences[silence].Line);
            var (high, low, line) = isBack
                ? (run.StepsBack[back].From, run.StepsBack[back].To, run.StepsBack[back].Line)
                : (run.Silences[silence].From, run.Silences[silence].To, run.Silences[silence].Line);
            (back, silence) = isBack ? (back + 1, silence) : (back, silence + 1);
            yield return new FoldStretch(file, run, firstLine, from, high.LocalSeconds(run.Year), line - firstLine);
            (firstLine, from) = (line, low.LocalSeconds(run.Year));
        }

        yield return new FoldStretch(file, run, firstLine, from, run.Last.LocalSeconds(run.Year), run.LastLine + 1 - firstLine);
    }

    /// <summary>Parts the stretch before a line of it.</summary>
    public (FoldStretch Before, FoldStretch After) PartedAt(long line, long local) =>
        (this with { To = Math.Clamp(local, From, Math.Max(From, To)), Lines = line - FirstLine },
        this with { FirstLine = line, From = local, Lines = FirstLine + Lines - line, AgainstEarly = 0, AgainstLate = 0 });
}
