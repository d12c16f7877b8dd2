using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Plots;

/// <summary>The serials of a zone over time: what its servers had, what they were offered and refused, and the episodes.</summary>
internal sealed record SerialPlot
{
    /// <summary>More lines, or more points of one, can't be told apart.</summary>
    private const int MostLines = 4;

    private const int MostPoints = 5000;

    /// <summary>What is drawn.</summary>
    public required string Title { get; init; }

    /// <summary>The serial of height 0.</summary>
    public required SerialNumber Base { get; init; }

    /// <summary>Whether serials are seconds since 1970, so that heights are times.</summary>
    public required bool IsTime { get; init; }

    /// <summary>The zone of the times shown.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>What was in service.</summary>
    public required IReadOnlyList<PlotLine> Held { get; init; }

    /// <summary>What was offered and refused, from the first to the last of like complaints.</summary>
    public required IReadOnlyList<(PlotPoint From, Instant To)> Offered { get; init; }

    /// <summary>The episodes, from the first complaint to the end, or to the last complaint.</summary>
    public required IReadOnlyList<(Instant From, Instant To)> Spans { get; init; }

    /// <summary>What is left out, in words; empty where nothing is.</summary>
    public required string Missing { get; init; }

    /// <summary>The plot of a zone; null where there is nothing to see: no step, or no time.</summary>
    /// <param name="title">What is drawn.</param>
    /// <param name="histories">The zone's histories.</param>
    /// <param name="rows">The rows of a history, in time order.</param>
    /// <param name="episodes">The zone's episodes.</param>
    /// <param name="zone">The zone of the times shown.</param>
    public static SerialPlot? Of(
        string title,
        IReadOnlyList<SerialHistory> histories,
        Func<SerialHistory, IReadOnlyList<TimelineRow>> rows,
        IReadOnlyList<Episode> episodes,
        DateTimeZone zone)
    {
        var dated = episodes.Where(episode => episode.First.Exists && episode.Held is not null).ToList();
        if (dated.Count == 0)
        {
            return null;
        }

        var start = dated[0].Held!.Value;
        var told = dated.Select(episode => episode.History).ToHashSet();
        var drawn = histories.OrderByDescending(told.Contains).Take(MostLines).ToList();
        var hasServers = histories.Skip(1).Any();
        var held = new List<PlotLine>();
        var offered = new List<(PlotPoint From, Instant To)>();
        var left = 0L;
        foreach (var history in drawn)
        {
            var points = new List<PlotPoint>();
            foreach (var row in rows(history).Where(row => row.First.At.Exists))
            {
                var (at, until) = (row.First.At.At, row.Until?.At ?? row.First.At.At);
                if (Math.Max(points.Count, offered.Count) == MostPoints)
                {
                    left++;
                    continue;
                }

                if (HeldBy(row.First) is { } serial)
                {
                    points.Add(new PlotPoint(at, Height(serial, start)));
                }

                if (row.First.Kind == EventKind.RollbackOffered && row.First.Serial is { } lower)
                {
                    offered.Add((new PlotPoint(at, Height(lower, start)), until));
                }
            }

            if (points.Count > 0)
            {
                held.Add(new PlotLine(hasServers ? LabelOf(history) : "held", points));
            }
        }

        var missing = new[]
        {
            histories.Count > drawn.Count ? $"{histories.Count - drawn.Count} more servers" : "",
            left > 0 ? $"{left} more rows" : "",
        };
        var plot = new SerialPlot
        {
            Title = title,
            Base = start,
            IsTime = dated[0].History.Scheme == SerialScheme.UnixTime,
            Zone = zone,
            Held = held,
            Offered = offered,
            Spans = [.. dated.Take(MostPoints).Select(episode => (episode.First.At, episode.Ended is { Exists: true } ended ? ended.At : episode.Last.At))],
            Missing = string.Join(" and ", missing.Where(text => text.Length > 0)),
        };
        return plot.Points.Select(point => point.Height).Distinct().Skip(1).Any() && plot.Points.Select(point => point.At).Distinct().Skip(1).Any() ? plot : null;
    }

    /// <summary>All points.</summary>
    public IEnumerable<PlotPoint> Points =>
        Held.SelectMany(line => line.Points).Concat(Offered.SelectMany(bar => new[] { bar.From, bar.From with { At = bar.To } }));

    /// <summary>The serial that a row shows in service.</summary>
    private static SerialNumber? HeldBy(in EventRow row) => row.Kind switch
    {
        EventKind.Transferred or EventKind.Loaded or EventKind.GoneBackwards => row.Serial,
        EventKind.Signed when row.History.Side != ZoneSide.Raw => row.Serial,
        EventKind.RollbackOffered => row.Previous,
        EventKind.SoaUnchanged => row.Serial,
        _ => null,
    };

    /// <summary>The distance from the base, the shorter way round.</summary>
    private static long Height(SerialNumber serial, SerialNumber start) => unchecked((int)(serial.Value - start.Value));

    private static string LabelOf(SerialHistory history) => history.Side switch
    {
        ZoneSide.Raw => $"{history.Observer.Name} (unsigned)",
        ZoneSide.Signed => $"{history.Observer.Name} (signed)",
        _ => history.Observer.Name,
    };
}
