using System.Globalization;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Watching;
using NodaTime;

namespace LogSerialAudit.Reports.Changes;

/// <summary>How the zones stand, in Prometheus' text format (version 0.0.4), for the textfile collector of node_exporter. A serial is a gauge: it may fall.</summary>
public sealed class PrometheusText
{
    /// <summary>What each of these texts begins with.</summary>
    public const string Beginning = $"# HELP {Prefix}";

    private const string Prefix = "logserialaudit_";
    private readonly TextWriter _writer;

    private PrometheusText(TextWriter writer) => _writer = writer;

    /// <summary>Writes all metrics.</summary>
    /// <param name="watch">The check.</param>
    /// <param name="troubles">How many things could not be read.</param>
    /// <param name="now">When it was.</param>
    /// <param name="writer">Where they go; lines end in LF.</param>
    public static void Write(Watch watch, int troubles, Instant now, TextWriter writer) => new PrometheusText(writer).Write(watch, troubles, now);

    private void Write(Watch watch, int troubles, Instant now)
    {
        Metric("last_check_timestamp_seconds", "When the logs were last checked.", [("", Seconds(now))]);
        Metric("troubles", "What could not be read in the last check.", [("", troubles)]);
        if (watch.LastLine is { } line)
        {
            Metric("last_line_timestamp_seconds", "When a name server last logged something about a zone.", [("", Seconds(line))]);
        }

        var served = watch.Histories.Where(history => history.Served is not null).ToList();
        var expired = watch.Expired.ToHashSet();
        Metric("zone_serial", "The serial last shown in service.", served.Select(history => (Labels(history), (double)history.Served!.Value.Value)));
        Metric("zone_expired", "Whether the zone expired and was not transferred since.", served.Union(expired).Select(history => (Labels(history), expired.Contains(history) ? 1d : 0)));

        var episodes = watch.Standing.DistinctBy(Labels).ToList();
        Metric("episodes", "Zones and primaries that offer an older serial than is held.", [("", episodes.Count)]);
        Of("episode_complaints", "How often the server complained.", episode => episode.Complaints);
        Of("episode_offered_serial", "The serial that the primary offers.", episode => episode.Offered?.Value);
        Of("episode_held_serial", "The serial that the server holds.", episode => episode.Held?.Value);
        Of("episode_behind_seconds", "How far the offered serial is behind the held one, where both are times.", episode => episode.Behind?.TotalSeconds);
        Of("episode_first_seen_timestamp_seconds", "When it was first complained of.", episode => episode.First.Exists ? Seconds(episode.First.At) : null);
        Of("episode_last_seen_timestamp_seconds", "When it was last complained of.", episode => episode.Last.Exists ? Seconds(episode.Last.At) : null);

        void Of(string name, string help, Func<Episode, double?> value) =>
            Metric(name, help, episodes.Where(episode => value(episode) is not null).Select(episode => (Labels(episode), value(episode)!.Value)));
    }

    private void Metric(string name, string help, IEnumerable<(string Labels, double Value)> samples)
    {
        _writer.Write($"# HELP {Prefix}{name} {help}\n# TYPE {Prefix}{name} gauge\n");
        foreach (var (labels, value) in samples)
        {
            _writer.Write(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{name}{labels} {value:0.###}\n"));
        }
    }

    private static string Labels(SerialHistory history) => $"{{{Names(history)}}}";

    private static string Labels(Episode episode) => $"{{{Names(episode.History)},primary=\"{Escaped(episode.Primary)}\"}}";

    private static string Names(SerialHistory history) =>
        $"observer=\"{Escaped(history.Observer.Name)}\",zone=\"{Escaped(history.Zone.Name)}\",class=\"{Escaped(history.Zone.Class)}\",view=\"{Escaped(history.Zone.View)}\",side=\"{SideOf(history.Side)}\"";

    private static string SideOf(ZoneSide side) => side switch
    {
        ZoneSide.Raw => "raw",
        ZoneSide.Signed => "signed",
        _ => "",
    };

    private static string Escaped(string text) => SafeText.Of(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static double Seconds(Instant instant) => instant.ToUnixTimeMilliseconds() / 1000d;
}
