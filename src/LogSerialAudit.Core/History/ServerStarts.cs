using LogSerialAudit.Messages;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// Tells the rows with which a name server starts. BIND writes <c>starting BIND</c> before it opens its own log files, so these
/// begin with what it loads: there a start is the first line after <c>exiting</c>, or <c>all zones loaded</c> and <c>running</c>
/// where it does not say that it reloads (bind9 bin/named/server.c run_server, view_loaded).
/// </summary>
internal sealed class ServerStarts
{
    /// <summary>The lines of one start, or of one reload, come within this time.</summary>
    private static readonly Duration Burst = Duration.FromMinutes(5);

    private readonly HashSet<Observer> _ended = [];
    private readonly Dictionary<Observer, Instant> _said = [];

    /// <summary>Whether a server starts with a row. Takes the rows in time order, each once.</summary>
    public bool IsStart(in EventRow row)
    {
        var observer = row.History.Observer;
        var isAnew = _ended.Count > 0 && row.Kind != EventKind.ServerExiting && _ended.Remove(observer);
        switch (row.Kind)
        {
            case EventKind.ServerExiting:
                _ended.Add(observer);
                return false;
            case EventKind.ServerStarting or EventKind.ServerRunning or EventKind.ServerReloading when row.At.Exists:
                var isSame = _said.TryGetValue(observer, out var before) && row.At.At - before <= Burst;
                _said[observer] = row.At.At;
                return isAnew || row.Kind == EventKind.ServerStarting || (row.Kind == EventKind.ServerRunning && !isSame);
            default:
                if (isAnew && row.At.Exists)
                {
                    _said[observer] = row.At.At;
                }

                return isAnew;
        }
    }
}
