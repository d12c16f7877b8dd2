namespace LogSerialAudit.Dating;

/// <summary>The last runs of a host's clock.</summary>
/// <param name="Name">What <see cref="HostClock.NameOf"/> makes of the host and the file that its lines name.</param>
/// <param name="Runs">The runs, in order.</param>
internal sealed record ClockMemory(string Name, IReadOnlyList<RunMemory> Runs)
{
    /// <summary>What lines that come later can be dated by: the last run in the order of time, of stamps with and without a year, and what came after it.</summary>
    /// <param name="name">The clock's name.</param>
    /// <param name="runs">All its runs, in order, through all files.</param>
    public static ClockMemory Of(string name, IReadOnlyList<ClockRun> runs)
    {
        var kept = new SortedSet<int>();
        foreach (var hasYear in new[] { false, true })
        {
            var places = Enumerable.Range(0, runs.Count).Where(place => runs[place].WrittenYear != 0 == hasYear).ToList();
            var inOrder = places.FindLastIndex(place => !runs[place].IsOutOfOrder);
            kept.UnionWith(places.Skip(inOrder).Take(1).Concat(places.Skip(inOrder + 1).TakeLast(MostOutOfOrder)));
        }

        return new ClockMemory(name, [.. kept.Select(place => runs[place].Keep())]);
    }

    private const int MostOutOfOrder = 8;
}
