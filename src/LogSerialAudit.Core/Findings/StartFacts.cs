using LogSerialAudit.Dating;
using LogSerialAudit.Evidence.Marks;
using LogSerialAudit.Evidence.Vms;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Findings;

/// <summary>Starts of machines and of name servers, and marks, to be looked up by time.</summary>
internal sealed class StartFacts
{
    /// <summary>What a server does at its start, it does within this time.</summary>
    public static readonly Duration Soon = Duration.FromMinutes(15);

    /// <summary>As many starts as are told of one time.</summary>
    private const int Most = 3;
    private readonly List<Start> _starts;

    /// <param name="runs">Runs whose start is logged.</param>
    /// <param name="servers">Lines in which a name server starts.</param>
    /// <param name="marks">Entries of the user's own lists that have a time of day: any may be what began something.</param>
    public StartFacts(IEnumerable<VmRun> runs, IEnumerable<EventRow> servers, IEnumerable<Mark> marks) => _starts =
    [
        .. runs.Select(run => new Start(Dated.Sure(run.Start!.At), $"the machine started on {run.Host}", RunLines.StartOf(run)))
            .Concat(servers.Where(row => row.At.Exists)
                .Select(row => new Start(row.At, $"{row.History.Observer.Name} started its name server", new Exhibit("name server starts", row.Source), row.History.Observer)))
            .Concat(marks.Select(mark => new Start(Dated.Sure(mark.At), $"the mark {Said.Mark(mark)}", new Exhibit($"mark {mark.Name}", mark.Source))))
            .OrderBy(start => start.At.At),
    ];

    /// <summary>
    /// The last starts in the time before an instant in which what happens is theirs, by time. Name servers that only took what came to
    /// be then, as those of <paramref name="takers"/>, made nothing of it.
    /// </summary>
    public IEnumerable<Start> JustBefore(Instant at, IReadOnlyList<Observer> takers) => _starts.Count == 0 ? [] : Before(at, takers);

    private List<Start> Before(Instant at, IReadOnlyList<Observer> takers)
    {
        var found = new List<Start>(Most);
        for (var place = TimeSearch.CountUpTo(_starts, start => start.At.At, at) - 1; place >= 0 && found.Count < Most && at - _starts[place].At.At <= Soon; place--)
        {
            if (_starts[place].Server is not { } server || !takers.Contains(server))
            {
                found.Insert(0, _starts[place]);
            }
        }

        return found;
    }
}
