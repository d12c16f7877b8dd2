using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>
/// Finds lines that a host's syslog daemon wrote into two logs (<c>daemon.log</c> and <c>syslog</c>, or a log host's copy
/// beside the original), or that one mail quotes from another, so that each is counted once.
/// </summary>
internal sealed class CopiedLines
{
    private readonly EventSequence _sequence;
    private readonly Dictionary<Said, Dictionary<(int Set, int Message), List<int>>> _second = [];
    private readonly HashSet<int> _copies = [];

    private CopiedLines(EventSequence sequence) => _sequence = sequence;

    /// <summary>
    /// The places of events that another log has too. Within one second, and among events that say the same, the log
    /// that has most of them is believed; the first one where several have as many.
    /// </summary>
    public static IReadOnlySet<int> Find(EventSequence sequence)
    {
        var lines = new CopiedLines(sequence);
        if (lines.CanExist())
        {
            lines.Search();
        }

        return lines._copies;
    }

    /// <summary>Only where two sets, or two mails of a mailbox, hold events of one host, by its own name.</summary>
    private bool CanExist() =>
        _sequence.Files.Any(file => file.Scan.Events.Count > 0 && file.Scan.Events[^1].Message > 0)
        || _sequence.Files
            .SelectMany(file => file.Scan.Writers.All.Where(writer => writer.Host.Length > 0).Select(writer => (writer.Host, file.Set)))
            .Distinct()
            .GroupBy(pair => pair.Host, StringComparer.Ordinal)
            .Any(host => host.Count() > 1);

    private void Search()
    {
        var second = long.MinValue;
        for (var place = 0; place < _sequence.Events.Count; place++)
        {
            var at = _sequence.Events[place].OrderAt.ToUnixTimeSeconds();
            if (at != second)
            {
                Settle();
                second = at;
            }

            Collect(place);
        }

        Settle();
    }

    private void Collect(int place)
    {
        var dated = _sequence.Events[place];
        var line = _sequence.Line(dated);
        var file = _sequence.Files[dated.File];
        var writer = file.Scan.Writers.All[line.Writer];
        if (writer.Host.Length == 0 || !dated.At.Exists)
        {
            return;
        }

        var others = $"{file.Scan.Texts.String(line.Peer)} {file.Scan.Texts.String(line.Detail)}";
        var key = new Said(writer.Host, writer.Program, writer.Pid, line.Kind, file.Scan.Zones[line.Zone], line.Side, line.Serial, line.Previous, others);
        if (!_second.TryGetValue(key, out var sets))
        {
            _second.Add(key, sets = []);
        }

        if (!sets.TryGetValue((file.Set, line.Message), out var places))
        {
            sets.Add((file.Set, line.Message), places = []);
        }

        places.Add(place);
    }

    private void Settle()
    {
        foreach (var sets in _second.Values.Where(sets => sets.Count > 1))
        {
            var believed = sets.OrderByDescending(set => set.Value.Count).ThenBy(set => set.Key).First().Key;
            _copies.UnionWith(sets.Where(set => set.Key != believed).SelectMany(set => set.Value));
        }

        _second.Clear();
    }

    private sealed record Said(
        string Host, string Program, uint Pid, EventKind Kind, ZoneName Zone, ZoneSide Side, SerialNumber? Serial, SerialNumber? Previous, string Others);
}
