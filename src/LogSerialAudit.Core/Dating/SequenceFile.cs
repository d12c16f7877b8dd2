using LogSerialAudit.Events;

namespace LogSerialAudit.Dating;

/// <summary>One file of a sequence: its runs, what else is known of its time, and what was decided.</summary>
public sealed class SequenceFile
{
    /// <summary>Makes the file's part of a sequence.</summary>
    /// <param name="evidence">What is known of the file's time besides its lines.</param>
    /// <param name="clock">The host's stamps in it.</param>
    /// <param name="zoneOf">The zone of a number that its mentions of serials carry.</param>
    public SequenceFile(FileEvidence evidence, HostClock clock, Func<int, ZoneName> zoneOf)
    {
        Evidence = evidence;
        Runs = clock.Runs;
        ZoneOf = zoneOf;
    }

    /// <summary>The zone of a number that mentions of serials carry.</summary>
    public Func<int, ZoneName> ZoneOf { get; }

    /// <summary>What is known of the file's time besides its lines.</summary>
    public FileEvidence Evidence { get; }

    /// <summary>The host's runs of lines in this file.</summary>
    public IReadOnlyList<ClockRun> Runs { get; }

    /// <summary>The last run without a year, whose end a file's own time is held against; the last run where all have one.</summary>
    internal ClockRun LastWithoutYear => Runs.LastOrDefault(run => run.WrittenYear == 0) ?? Runs[^1];

    /// <summary>What other hosts' lines in the file say; null where there are none, or they are not dated yet.</summary>
    internal FileNeighbours? Neighbours { get; set; }

    /// <summary>Whether, while there is more to read, its serials together fit other years better than those that the order of files gives it.</summary>
    internal bool IsContradicted { get; set; }

    /// <summary>What the years rest on.</summary>
    public YearSource Source { get; internal set; }

    /// <summary>On how many serials they rest, where they rest on serials.</summary>
    public int Anchors { get; internal set; }

    /// <summary>How many other serials its lines name that are older than they are: no line is older than its serial.</summary>
    public int OlderSerials { get; internal set; }

    /// <summary>The reasoning, a short line each; found where it is asked for, by all that is known then.</summary>
    public IEnumerable<string> Reasons { get; internal set; } = [];

    /// <summary>The zone of stamps without offset.</summary>
    public NodaTime.DateTimeZone Zone { get; internal set; } = NodaTime.DateTimeZone.Utc;

    /// <summary>The clock of the host held against its serials, through all files of the sequence.</summary>
    public ClockCheck? Clock { get; internal set; }

    /// <summary>What contradicts them, a sentence each.</summary>
    public IReadOnlyList<DateWarning> Warnings { get; internal set; } = [];
}
