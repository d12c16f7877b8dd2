using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Reports;

/// <summary>
/// Which time the lines of each host cover. From one file of a rotated set to the next it is covered where the numbers in
/// the names leave none out, else where less than a day lies between.
/// </summary>
internal sealed class ObserverCoverage
{
    private static readonly Duration Longest = Duration.FromDays(1);
    private readonly Dictionary<string, List<Interval>> _spans = new(StringComparer.Ordinal);

    public ObserverCoverage(Audit audit)
    {
        foreach (var host in audit.Files.SelectMany(file => file.Hosts.Select(host => (File: file, host.Host, host.Part)))
            .GroupBy(host => (host.File.Set, Host: host.Host.Length == 0 ? host.File.SetName : host.Host)))
        {
            var name = audit.Sequence.HostNames.Of(host.Key.Host);
            if (!_spans.TryGetValue(name, out var spans))
            {
                _spans.Add(name, spans = []);
            }

            spans.AddRange(Joined([.. host.Select(each => (each.File.Scan.File.Name, Span: SpanOf(each.Part, audit.Dating.ZoneOf(host.Key.Host))))]));
        }

        foreach (var host in _spans.Keys.ToList())
        {
            _spans[host] = Merged(_spans[host]);
        }
    }

    /// <summary>The spans of an observer's host, in time order and apart from each other.</summary>
    public IReadOnlyList<Interval> Of(Observer observer) => _spans.TryGetValue(observer.Host, out var spans) ? spans : [];

    private static IEnumerable<Interval> Joined(IReadOnlyList<(RotationName Name, Interval? Span)> files)
    {
        var (before, joined) = ((RotationName?)null, (Interval?)null);
        foreach (var (name, span) in files)
        {
            if (span is not { } next)
            {
                // Without a line of the host; the files on both sides of it are neighbours all the same.
                before = name;
                continue;
            }

            if (joined is { } known && (AreNeighbours(before!, name) || next.Start - known.End < Longest))
            {
                joined = new Interval(Instant.Min(known.Start, next.Start), Instant.Max(known.End, next.End));
            }
            else
            {
                if (joined is { } done)
                {
                    yield return done;
                }

                joined = next;
            }

            before = name;
        }

        if (joined is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Spans of several sets in time order, with those that overlap as one.</summary>
    private static List<Interval> Merged(List<Interval> spans)
    {
        var merged = new List<Interval>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = new Interval(merged[^1].Start, Instant.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private static bool AreNeighbours(RotationName older, RotationName newer) =>
        older is { Number: { } number, NotAfter: null } && (newer.IsLive ? number <= 1 : newer is { Number: { } next, NotAfter: null } && number - next == 1);

    private static Interval? SpanOf(SequenceFile part, DateTimeZone zone)
    {
        var dater = new StampDater(zone);
        var ends = part.Runs
            .Where(run => !run.IsOutOfOrder)
            .SelectMany(run => new[] { dater.Date(run.Earliest, run.FirstLine, run), dater.Date(run.Latest, run.LastLine, run) })
            .Where(at => at.Exists)
            .ToList();
        return ends.Count == 0 ? null : new Interval(ends.Min(at => at.At), ends.Max(at => at.At));
    }
}
