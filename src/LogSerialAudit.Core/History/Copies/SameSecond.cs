namespace LogSerialAudit.History.Copies;

/// <summary>
/// Lines of one host that say the same in the same second in two logs. The log that has most of them is believed, the first one
/// where several have as many: what stands twice in one log was said twice.
/// </summary>
/// <param name="names">Which names are one host's.</param>
internal sealed class SameSecond(HostNames names)
{
    /// <summary>The places of lines that another log has too.</summary>
    public HashSet<int> Copies { get; } = [];

    /// <summary>Streams that have lines in common.</summary>
    public HashSet<(LineStream One, LineStream Other)> Same { get; } = [];

    /// <summary>Searches.</summary>
    /// <param name="streams">The streams.</param>
    /// <param name="isLeft">Whether a line is still there, by its place.</param>
    public void Search(IEnumerable<LineStream> streams, Func<int, bool> isLeft)
    {
        var seconds = new Dictionary<(string Host, int Said, long Second), List<(LineStream Stream, int Place)>>();
        foreach (var host in streams.GroupBy(stream => names.FullName(stream.Host)).Where(host => host.Select(stream => (stream.Log, stream.Host)).Distinct().Count() > 1))
        {
            foreach (var (stream, line) in host.SelectMany(stream => stream.Lines.Where(line => isLeft(line.Place)).Select(line => (stream, line))))
            {
                var key = (host.Key, line.Said, line.At.ToUnixTimeSeconds());
                if (!seconds.TryGetValue(key, out var lines))
                {
                    seconds.Add(key, lines = []);
                }

                lines.Add((stream, line.Place));
            }
        }

        foreach (var lines in seconds.Values.Where(lines => lines.Count > 1))
        {
            Settle(lines);
        }
    }

    private void Settle(List<(LineStream Stream, int Place)> lines)
    {
        foreach (var process in ByProcess(lines))
        {
            var logs = process.GroupBy(line => (line.Stream.Log, line.Stream.Host)).OrderByDescending(log => log.Count()).ThenBy(log => log.Min(line => line.Place)).ToList();
            foreach (var (stream, place) in logs.Skip(1).SelectMany(log => log))
            {
                Copies.Add(place);
                Same.Add((logs[0].First().Stream, stream));
            }
        }
    }

    /// <summary>The lines by process; those that do not name theirs are of the one that others name, where that is one.</summary>
    private static IEnumerable<List<(LineStream Stream, int Place)>> ByProcess(List<(LineStream Stream, int Place)> lines)
    {
        var named = lines.Where(line => line.Stream.Pid > 0).GroupBy(line => (line.Stream.Program, line.Stream.Pid)).Select(process => process.ToList()).ToList();
        var others = lines.Where(line => line.Stream.Pid == 0).ToList();
        return named.Count == 1 ? [[.. named[0], .. others.Where(line => line.Stream.FitsProcessOf(named[0][0].Stream))]]
            : [.. named, .. others.GroupBy(line => line.Stream.Program).Select(process => process.ToList())];
    }
}
