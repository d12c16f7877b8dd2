namespace LogSerialAudit.Dating;

/// <summary>The fixed words of the columns <c>year_source</c> and <c>dating</c>.</summary>
public static class DatingWords
{
    /// <summary>The word for a source; empty for none.</summary>
    public static string Word(this YearSource source) => source switch
    {
        YearSource.Stamp => "stamp",
        YearSource.Option => "option",
        YearSource.Serials => "serials",
        YearSource.MailDate => "mail-date",
        YearSource.FileName => "file-name",
        YearSource.GzipTime => "gzip-time",
        YearSource.FileTime => "file-time",
        YearSource.LeapDay => "leap-day",
        YearSource.Neighbour => "neighbour",
        YearSource.Now => "now",
        _ => "",
    };

    /// <summary>What stands behind a time that is not sure, in each wording.</summary>
    internal static IReadOnlyList<string> Doubts { get; } =
    [
        .. from mark in Enum.GetValues<DatingMark>()
           where mark is not (DatingMark.None or DatingMark.Undated)
           from hour in new[] { DatingMark.None, DatingMark.Ambiguous, DatingMark.SkippedHour, DatingMark.ZoneUnsure }
           where hour == DatingMark.None || mark is DatingMark.YearUnsure or DatingMark.DayUnsure
           select hour == DatingMark.None ? $" ({mark.Word()})" : $" ({mark.Word()} {hour.Word()})",
    ];

    /// <summary>The words for what is uncertain about an instant; empty where it is sure.</summary>
    public static string Words(this in Dated at) => at.HourMark == DatingMark.None ? at.Mark.Word() : $"{at.Mark.Word()} {at.HourMark.Word()}";

    /// <summary>The word for a mark; empty where the instant is sure. An ambiguous instant's other one follows the word.</summary>
    public static string Word(this DatingMark mark) => mark switch
    {
        DatingMark.Ambiguous => "ambiguous",
        DatingMark.SkippedHour => "skipped-hour",
        DatingMark.YearUnsure => "year-unsure",
        DatingMark.ZoneUnsure => "zone-unsure",
        DatingMark.DayUnsure => "day-unsure",
        DatingMark.Undated => "undated",
        _ => "",
    };
}
