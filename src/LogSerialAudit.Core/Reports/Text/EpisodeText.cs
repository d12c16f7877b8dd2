using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>An episode as a paragraph.</summary>
/// <param name="page">Where it goes.</param>
/// <param name="times">How times are written.</param>
/// <param name="files">How files are called.</param>
/// <param name="end">Where the logs end.</param>
internal sealed class EpisodeText(Page page, TimeText times, FileNames files, Instant? end)
{
    public void Write(Episode episode)
    {
        page.Line();
        page.Bold($"{Name(episode.History)}: {State(episode)}");
        WriteFacts(episode);
        Line("ended", [.. episode.Ended is { } ended ? Times(ended) : [], Ending(episode)]);
    }

    /// <summary>All but how it ended.</summary>
    public void WriteFacts(Episode episode)
    {
        Line("primary", [$"{(episode.Primary.Length == 0 ? "(not named)" : episode.Primary)}, as seen by {episode.History.Observer.Name}"]);
        Line("offered", Serial(episode, episode.Offered));
        Line("held", Serial(episode, episode.Held));
        Line("behind", [Behind(episode)]);
        Line("first", [.. Times(episode.First), files.Of(episode.Source)]);
        Line("last", episode.Complaints == 1 ? ["the same, the only complaint"] : [.. Times(episode.Last), Count(episode.Complaints, "complaint")]);
    }

    /// <summary>The zone, with what tells its history from others of that name.</summary>
    internal static string Name(SerialHistory history)
    {
        var (zone, side) = (history.Zone, history.Side);
        var more = string.Join(
            ", ",
            new[]
            {
                zone.Class is "IN" or "" ? "" : $"class {zone.Class}",
                zone.View.Length == 0 ? "" : $"view {zone.View}",
                Side(side),
            }.Where(part => part.Length > 0));
        return $"{zone.Name}{(more.Length == 0 ? "" : $" ({more})")}";
    }

    internal static string Side(ZoneSide side) => side switch
    {
        ZoneSide.Raw => "unsigned",
        ZoneSide.Signed => "signed",
        _ => "",
    };

    private static string State(Episode episode)
    {
        var lasted = episode.Ended is { Exists: true } ended && episode.First.Exists
            ? $" after {DurationText.Words(ended.At - episode.First.At)}"
            : "";
        return episode.State switch
        {
            EpisodeState.CaughtUp => $"caught up{lasted}",
            EpisodeState.Expired => $"expired{lasted}",
            EpisodeState.Forced => $"forced to the lower serial{lasted}",
            EpisodeState.Continued => $"went on with other serials{lasted}",
            EpisodeState.Unknown when episode.FellBack is not null => "complaints stopped, this server went back itself",
            EpisodeState.Unknown => "complaints stopped, and nothing says why",
            _ => "open, no line shows how it ended",
        };
    }

    private string Ending(Episode episode) => episode.State switch
    {
        EpisodeState.CaughtUp => $"by {episode.EndedBy}{(episode.IsOnlyAnnounced ? ": announced, not seen transferred" : "")}",
        EpisodeState.Forced => $"took {episode.EndedBy}{(episode.IsCommanded ? " on an operator's word" : "; why is not known: neither an expiry nor a command is in these logs, which may leave out either")}",
        EpisodeState.Expired when episode.EndedBy is { } taken => $"then took {taken}",
        EpisodeState.Expired => "no serial taken since",
        EpisodeState.Continued => "next episode",
        EpisodeState.Unknown when episode.FellBack is var (to, taken) => $"not by the primary: this server itself went back to {to}, then took {taken}",
        EpisodeState.Unknown => "not shown; the primary was heard of later, without a complaint",
        _ when episode.Last.Exists && end > episode.Last.At => $"not shown; the logs go on for {DurationText.Words(end.Value - episode.Last.At)}",
        _ => "not shown in these logs",
    };

    private static string Behind(Episode episode) =>
        episode is not { Offered: { } offered, Held: { } held } ? "not known"
            : offered.CompareTo(held) == SerialOrder.Undefined ? "2147483648: neither is newer (RFC 1982)"
            : string.Create(CultureInfo.InvariantCulture, $"{unchecked(held.Value - offered.Value)}")
                + (offered.Value > held.Value ? ", past the wrap at 4294967296 (RFC 1982)"
                    : episode.Behind is { } behind ? $", which is {DurationText.Words(behind)}" : "");

    private IEnumerable<string> Serial(Episode episode, SerialNumber? said) =>
        said is not { } serial ? ["not said in these logs"]
        : episode.History.InstantOf(serial) is { } at ? [$"{serial,-10}", .. Both(at, 0)]
        : new SerialReading(serial).Date is { } date ? [$"{serial,-10}", date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)]
        : [serial.ToString()];

    private IEnumerable<string> Times(Dated at) => at.Exists
        ? [.. Both(at.At, at.FractionDigits), at.Mark == DatingMark.None ? "" : $"({at.Words()})"]
        : ["undated"];

    private IEnumerable<string> Both(Instant at, int digits) =>
        IsUtc(times.LocalZone) ? [times.Utc(at, digits)] : [times.Local(at, digits), times.Utc(at, digits)];

    private void Line(string label, IEnumerable<string> parts) => page.Parts($"  {label,-8} ", parts, 11);

    internal static bool IsUtc(DateTimeZone zone) => zone.MinOffset == Offset.Zero && zone.MaxOffset == Offset.Zero;

    internal static string Count(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
