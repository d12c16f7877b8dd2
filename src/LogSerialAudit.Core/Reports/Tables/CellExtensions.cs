using LogSerialAudit.Dating;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Tables;

/// <summary>The cells that the tables share.</summary>
internal static class CellExtensions
{
    public static void Utc(this CellWriter cell, Dated? at) => cell.Utc(at ?? Dated.Undated);

    public static void Utc(this CellWriter cell, in Dated at)
    {
        if (at.Exists)
        {
            cell.Utc(at.At, at.FractionDigits);
        }
        else
        {
            cell.Empty();
        }
    }

    public static void Local(this CellWriter cell, Dated? at) => cell.Local(at ?? Dated.Undated);

    public static void Local(this CellWriter cell, in Dated at)
    {
        if (at.Exists)
        {
            cell.Local(at.At, at.FractionDigits);
        }
        else
        {
            cell.Empty();
        }
    }

    /// <summary>The column <c>dating</c>: the mark, and an ambiguous instant's other one.</summary>
    public static void Mark(this CellWriter cell, Dated at) => cell.Text(MarkOf(at));

    /// <summary>The column <c>dating</c> of what has a beginning and an end: the mark of both, or which of them has which.</summary>
    public static void Marks(this CellWriter cell, Dated first, Dated last)
    {
        var (begins, ends) = (MarkOf(first), MarkOf(last));
        cell.Text(begins == ends ? begins : string.Join("; ", new[] { Of("first", begins), Of("last", ends) }.Where(mark => mark.Length > 0)));

        static string Of(string which, string mark) => mark.Length == 0 ? "" : $"{which} {mark}";
    }

    private static string MarkOf(Dated at) => at.Mark == DatingMark.Ambiguous || at.HourMark == DatingMark.Ambiguous
        ? $"{at.Words()} {UtcTimes.Utc(at.Other, at.FractionDigits)}"
        : at.Words();

    public static void Side(this CellWriter cell, ZoneSide side) => cell.Text(side switch
    {
        ZoneSide.Raw => "raw",
        ZoneSide.Signed => "signed",
        _ => "",
    });

    public static void Change(this CellWriter cell, SerialChange change) => cell.Text(change switch
    {
        SerialChange.Same => "same",
        SerialChange.Forward => "forward",
        SerialChange.Backward => "backward",
        SerialChange.Wrapped => "wrapped",
        SerialChange.Undefined => "undefined",
        _ => "",
    });

    private static readonly TimeText UtcTimes = new(DateTimeZone.Utc, DateStyle.Iso);
}
