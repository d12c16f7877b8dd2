namespace LogSerialAudit.Reports;

/// <summary>How times are written in tables.</summary>
public enum DateStyle
{
    /// <summary>ISO 8601: <c>2019-05-25T16:23:51Z</c> and <c>2019-05-25T09:23:51-07:00</c>.</summary>
    Iso,

    /// <summary>As spreadsheets read a date: <c>2019-05-25 16:23:51</c>; the column says whether that is UTC or local.</summary>
    Spreadsheet,
}
