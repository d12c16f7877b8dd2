using LogSerialAudit.Lines;

namespace LogSerialAudit.Dating;

/// <summary>The stamps of one host in one file, as runs in line order.</summary>
public sealed class HostClock
{
    private const long BackSeconds = 12 * 3600;
    private const long ForwardSeconds = 26 * 3600;
    private const long UnsetSeconds = 1800;

    /// <summary>So that a file made to jump at every line can't fill memory, nor take long to solve; the last run then goes on.</summary>
    private const int MostRuns = 5_000;

    /// <summary>The same for all hosts that one file names together.</summary>
    private const int MostRunsOfFile = 20_000;
    private readonly List<ClockRun> _runs = [];
    private readonly FileClock? _file;
    private readonly SilenceRoom _room;
    private int _withoutYear = -1;
    private int _withYear = -1;
    private NodaTime.Instant? _notAfter;

    /// <summary>Makes the clock of a host.</summary>
    /// <param name="name">What <see cref="NameOf"/> makes of the host and the file that the lines name.</param>
    /// <param name="file">The clock of the file that it is part of; null where it stands by itself.</param>
    public HostClock(string name, FileClock? file = null)
        : this(name, file, new SilenceRoom())
    {
    }

    internal HostClock(string name, FileClock? file, SilenceRoom room) => (Name, Host, _file, _room) = (name, HostOf(name), file, room);

    /// <summary>Host and file in one.</summary>
    public string Name { get; }

    /// <summary>The host as the lines name it; empty where they name none.</summary>
    public string Host { get; }

    /// <summary>The runs, in order of their first lines. Stamps with and without a year run side by side.</summary>
    public IReadOnlyList<ClockRun> Runs => _runs;

    /// <summary>One name for a host and the file that grep names before its lines: each such file is a log with an order of its own.</summary>
    /// <param name="host">The host; empty where the lines name none.</param>
    /// <param name="within">The file; empty where the lines are of the file that is read.</param>
    public static string NameOf(string host, string within) => within.Length == 0 ? host : $"{host}\n{within}";

    /// <summary>The host of such a name. No line can hold what parts the two.</summary>
    public static string HostOf(string name) => name.Split('\n')[0];

    /// <summary>The file of such a name; empty where there is none.</summary>
    public static string WithinOf(string name) => name[HostOf(name).Length..].TrimStart('\n');

    /// <summary>Takes a line's stamp.</summary>
    /// <param name="stamp">The stamp.</param>
    /// <param name="line">The line's number; lines come in order, the same line may come twice.</param>
    /// <returns>The index of the run that the line belongs to.</returns>
    public int Observe(Stamp stamp, long line)
    {
        ref var current = ref stamp.HasYear ? ref _withYear : ref _withoutYear;
        var jumps = current < 0 || Jumps(_runs[current], stamp);
        if (current < 0 || (jumps && _runs.Count < MostRuns && !(_file?.Runs > MostRunsOfFile)))
        {
            current = _runs.Count;
            _file?.CountRun();
            _runs.Add(new ClockRun(stamp, line) { NotAfter = _notAfter, File = _file });
        }
        else
        {
            _runs[current].IsOverfull |= jumps;
            _runs[current].Extend(stamp, line, _room);
        }

        return current;
    }

    /// <summary>The run of a stamp that goes on from the one observed last.</summary>
    internal int RunOf(Stamp stamp) => stamp.HasYear ? _withYear : _withoutYear;

    /// <summary>Lets go of room for lines that do not follow.</summary>
    internal void Close()
    {
        _runs.TrimExcess();
        _runs.ForEach(run => run.Close());
    }

    /// <summary>Goes on behind a run that an earlier run of the program knew.</summary>
    internal void GoOn(RunMemory run) => _runs.Add(new ClockRun(run));

    /// <summary>Begins a part of the file whose lines are dated by themselves.</summary>
    /// <param name="notAfter">When the mail was sent that has them; null where that is not known.</param>
    public void BeginPart(NodaTime.Instant? notAfter)
    {
        _notAfter = notAfter;
        if (_runs.Count < MostRuns && !(_file?.Runs > MostRunsOfFile))
        {
            (_withoutYear, _withYear) = (-1, -1);
        }
    }

    /// <summary>
    /// Whether a stamp may be of a machine without a clock: it begins at 1970-01-01T00:00:00Z, in whichever zone its log is.
    /// </summary>
    internal static bool IsUnset(Stamp stamp)
    {
        var local = stamp.LocalSeconds(stamp is { Month: 12 } ? 1969 : 1970) - (Calendar.UnixEpochDay * 86400);
        return local is > -13 * 3600 and < 15 * 3600 && (((local % 1800) + 1800) % 1800) < 300;
    }

    private static bool Jumps(ClockRun run, Stamp stamp)
    {
        if (stamp.Year != run.WrittenYear)
        {
            return true;
        }

        var year = stamp.HasYear ? stamp.Year : ClockRun.AnyLeapYear;
        var forward = stamp.LocalSeconds(year) - run.Last.LocalSeconds(year);
        return forward is < -BackSeconds or > ForwardSeconds
            // A clock that was not set yet, and the end of that.
            || (forward < 0 && IsUnset(stamp))
            || (forward > UnsetSeconds && IsUnset(run.First));
    }
}
