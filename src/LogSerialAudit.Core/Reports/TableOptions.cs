using LogSerialAudit.Reports.Redacting;
using NodaTime;

namespace LogSerialAudit.Reports;

/// <summary>How tables are written, whatever they hold.</summary>
public sealed record TableOptions
{
    /// <summary>The time zone of local times.</summary>
    public DateTimeZone LocalZone { get; init; } = DateTimeZone.Utc;

    /// <summary>How times are written.</summary>
    public DateStyle Dates { get; init; } = DateStyle.Iso;

    /// <summary>What stands between the cells of <see cref="TableFormat.Csv"/>: any ASCII character but CR, LF and both quotes.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>What names and addresses are replaced by; null where they are shown.</summary>
    public Redaction? Redaction { get; init; }

    /// <summary>Whether csv and tsv start with a UTF-8 byte order mark, which some spreadsheets want.</summary>
    public bool ByteOrderMark { get; init; }
}
