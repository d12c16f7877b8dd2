using LogSerialAudit.Lines;

namespace LogSerialAudit.Dating;

/// <summary>What is known of a <see cref="ClockRun"/> whose year is decided, so that lines of another run can go on from it.</summary>
internal sealed record RunMemory
{
    /// <summary>The stamp of the first line.</summary>
    public required Stamp First { get; init; }

    /// <summary>The stamp of the second line.</summary>
    public Stamp Second { get; init; }

    /// <summary>The stamp of the last line.</summary>
    public required Stamp Last { get; init; }

    /// <summary>The latest stamp.</summary>
    public required Stamp Latest { get; init; }

    /// <summary>The number of the first line.</summary>
    public long FirstLine { get; init; }

    /// <summary>The number of the last line.</summary>
    public long LastLine { get; init; }

    /// <summary>Whether a line is of 29 February.</summary>
    public bool HasLeapDay { get; init; }

    /// <summary>The year.</summary>
    public int Year { get; init; }

    /// <summary>Whether the year is certain.</summary>
    public bool YearIsSure { get; init; }

    /// <summary>Whether the lines stand outside the order of time.</summary>
    public bool IsOutOfOrder { get; init; }

    /// <summary>Whether lines that jump through time were added.</summary>
    public bool IsOverfull { get; init; }

    /// <summary>The last steps back.</summary>
    public IReadOnlyList<StepBack> StepsBack { get; init => field = value ?? []; } = [];

    /// <summary>The last silences.</summary>
    public IReadOnlyList<Silence> Silences { get; init => field = value ?? []; } = [];
}
