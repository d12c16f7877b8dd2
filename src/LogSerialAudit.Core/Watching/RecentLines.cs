using System.Text;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.History.Copies;
using LogSerialAudit.Watching.Logs;
using LogSerialAudit.Watching.State;
using NodaTime;

namespace LogSerialAudit.Watching;

/// <summary>
/// The last lines of logs that a host writes side by side. A daemon writes a line into one log and then into the other, so that a
/// check may find it in one of them only, and the next check its copy in the other.
/// </summary>
internal sealed class RecentLines
{
    private static readonly Duration Kept = Duration.FromMinutes(1);
    private const int MostKept = 10_000;

    /// <summary>What is being written has a stamp of now, be the log's zone whichever.</summary>
    private static readonly Duration JustNow = Duration.FromHours(26);

    private readonly HostNames _names;
    private readonly Func<string, string> _logOf;
    private readonly Dictionary<(string Host, Instant At, string Said), List<RecentLine>> _known = [];
    private readonly Queue<RecentLine> _lines = [];
    private readonly Instant _from;
    private Instant _knownUpTo = Instant.MinValue;

    public RecentLines(HostNames names, Func<string, string> logOf, Instant now) => (_names, _logOf, _from) = (names, logOf, now - JustNow);

    /// <summary>Goes on from what an earlier run knew.</summary>
    public void GoOn(IEnumerable<RecentLine> lines)
    {
        foreach (var line in lines)
        {
            _lines.Enqueue(line);
            Of(line).Add(line);
            _knownUpTo = Instant.Max(_knownUpTo, line.At);
        }
    }

    /// <summary>Takes a line; true where it is the copy of one that an earlier check found in another log.</summary>
    public bool IsCopy(ScannedFile file, SequenceReader reader)
    {
        if (!reader.At.Exists || (reader.At.At < _from && reader.At.At - Duration.FromSeconds(1) > _knownUpTo))
        {
            return false;
        }

        ref readonly var line = ref reader.Line;
        var writer = file.Scan.Writers.All[line.Writer];
        var recent = new RecentLine(
            _logOf(file.Path),
            _names.FullName(writer.Host.Length == 0 ? file.SetName : writer.Host),
            writer.Server,
            writer.Pid,
            Instant.FromUnixTimeSeconds(reader.At.At.ToUnixTimeSeconds()),
            Fingerprint.Of(Encoding.UTF8.GetBytes($"{line.Kind} {file.Scan.Zones[line.Zone]} {line.Side} {line.Serial} {line.Previous} {reader.Peer} {reader.Detail}")));
        if (_known.TryGetValue((recent.Host, recent.At, recent.Said), out var same)
            && same.Find(other => other.Log != recent.Log && (other.Pid == recent.Pid || other.Pid == 0 || recent.Pid == 0)) is { } original)
        {
            same.Remove(original);
            return true;
        }

        _lines.Enqueue(recent);
        while (_lines.Count > MostKept || recent.At - _lines.Peek().At > Kept)
        {
            _lines.Dequeue();
        }

        return false;
    }

    /// <summary>The lines of the last minute in which anything was logged.</summary>
    public IReadOnlyList<RecentLine> Keep() => [.. _lines];

    private List<RecentLine> Of(RecentLine line)
    {
        if (!_known.TryGetValue((line.Host, line.At, line.Said), out var lines))
        {
            _known.Add((line.Host, line.At, line.Said), lines = []);
        }

        return lines;
    }
}
