using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>An episode as a paragraph.</summary>
internal sealed class EpisodeText(Page page, TimeText times, FileNames files)
{
    public void Write(Episode episode)
    {
        page.Line();
        page.Bold(Title(episode));
        Line("primary", $"{(episode.Primary.Length == 0 ? "(not named)" : episode.Primary)}, as seen by {episode.History.Observer.Name}");
        Line("offered", Serial(episode, episode.Offered));
        Line("held", Serial(episode, episode.Held));
        Line("behind", Behind(episode));
        Line("first", $"{Times(episode.First)}  {files.Of(episode.Source)}");
        var complaints = Count(episode.Complaints, "complaint");
        Line("last", episode.Complaints == 1 ? "the same, the only complaint" : $"{Times(episode.Last)}  {complaints}");
        Line("ended", Ending(episode));
    }

    private static string Title(Episode episode)
    {
        var (zone, side) = (episode.History.Zone, episode.History.Side);
        var more = string.Join(
            ", ",
            new[]
            {
                zone.Class is "IN" or "" ? "" : $"class {zone.Class}",
                zone.View.Length == 0 ? "" : $"view {zone.View}",
                side == Messages.ZoneSide.None ? "" : side == Messages.ZoneSide.Raw ? "unsigned" : "signed",
            }.Where(part => part.Length > 0));
        return $"{zone.Name}{(more.Length == 0 ? "" : $" ({more})")}: {State(episode)}";
    }

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
            EpisodeState.Unknown => "complaints stopped, and nothing says why",
            _ => "still open where the logs end",
        };
    }

    private string Ending(Episode episode)
    {
        var at = episode.Ended is { } ended ? Times(ended) + "  " : "";
        return episode.State switch
        {
            EpisodeState.CaughtUp => $"{at}by {episode.EndedBy}",
            EpisodeState.Forced => $"{at}took {episode.EndedBy}",
            EpisodeState.Expired when episode.EndedBy is { } taken => $"{at}then took {taken}",
            EpisodeState.Expired => $"{at}no serial taken since",
            EpisodeState.Continued => $"{at}next episode",
            EpisodeState.Unknown => "not shown; the primary was heard of later, without a complaint",
            _ => "not shown in these logs",
        };
    }

    private static string Behind(Episode episode) =>
        episode.Offered.CompareTo(episode.Held) == SerialOrder.Undefined
            ? "2147483648: neither is newer (RFC 1982)"
            : string.Create(CultureInfo.InvariantCulture, $"{unchecked(episode.Held.Value - episode.Offered.Value)}")
                + (episode.Behind is { } behind ? $", which is {DurationText.Words(behind)}" : "");

    private string Serial(Episode episode, SerialNumber serial)
    {
        if (episode.History.InstantOf(serial) is { } at)
        {
            return $"{serial,-10}  {Both(at, 0)}";
        }

        return new SerialReading(serial).Date is { } date ? $"{serial,-10}  {date:uuuu-MM-dd}" : serial.ToString();
    }

    private string Times(Dated at) => at.Exists
        ? Both(at.At, at.FractionDigits) + (at.Mark == DatingMark.None ? "" : $" ({at.Mark.Word()})")
        : "undated";

    private string Both(Instant at, int digits)
    {
        var utc = times.Utc(at, digits);
        return IsUtc(times.LocalZone) ? utc : $"{times.Local(at, digits)}  {utc}";
    }

    private void Line(string label, string text) => page.Wrapped($"  {label,-8} ", text, 11);

    internal static bool IsUtc(DateTimeZone zone) => zone.MinOffset == Offset.Zero && zone.MaxOffset == Offset.Zero;

    internal static string Count(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
