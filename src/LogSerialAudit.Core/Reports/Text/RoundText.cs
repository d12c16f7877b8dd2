using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>One serial's way through the servers of a zone: a line for each that took it.</summary>
/// <param name="page">Where it goes.</param>
/// <param name="times">How times are written.</param>
/// <param name="files">How files are called.</param>
/// <param name="zone">The zone.</param>
/// <param name="nameWidth">How wide the names of servers are.</param>
internal sealed class RoundText(Page page, TimelineText times, FileNames files, ZonePropagation zone, int nameWidth)
{
    private const int SerialWidth = 10;
    private const int TimeWidth = 12;
    private const int LagWidth = 15;
    private const int Indent = 6;

    public void Write(SerialRound round, RowFilter filter, bool showsSources)
    {
        var (serial, day) = (round.Serial.ToString(), "");
        foreach (var taking in round.Takings.Where(filter.Shows))
        {
            if (times.Day(taking.At) is var today && today != day)
            {
                page.Line($"  {serial.PadRight(SerialWidth)}  {today}");
                (serial, day) = ("", today);
            }

            page.Parts(
                $"    {times.Time(taking.At).PadRight(TimeWidth)}  {LagOf(taking, round).PadLeft(LagWidth)}  ",
                [PropagationText.NameOf(taking.History, zone).PadRight(nameWidth), How(taking), Mark(taking), showsSources ? files.Of(taking.Source) : ""],
                Indent);
        }
    }

    private static string LagOf(SerialTaking taking, SerialRound round)
    {
        if (round.LagOf(taking) is not { } said || taking == round.Start)
        {
            return "";
        }

        return said < Duration.Zero ? DurationText.Words(said) : $"+{DurationText.Words(said)}";
    }

    private static string Mark(SerialTaking taking) =>
        taking.At.Mark is DatingMark.None or DatingMark.Undated ? "" : $"({taking.At.Words()})";

    private static string How(SerialTaking taking) => taking.Kind switch
    {
        EventKind.Transferred or EventKind.TransferCompleted => taking.From.Length > 0 ? $"from {taking.From}" : "transferred",
        EventKind.Loaded or EventKind.GoneBackwards or EventKind.Signed when taking.IsExact => taking.Kind.Word(),
        EventKind.Loaded => "loaded, had it by then",
        EventKind.NotifySent when taking.IsExact => "tells of it (notify-sent)",
        _ => "had it by then",
    };
}
