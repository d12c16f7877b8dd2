namespace LogSerialAudit.Reports;

/// <summary>The formats that rows of a table are written in.</summary>
public enum TableFormat
{
    /// <summary>Comma-separated values (RFC 4180, but lines end in LF).</summary>
    Csv,

    /// <summary>The same with tabs between the cells; cells have none.</summary>
    Tsv,

    /// <summary>One JSON object: an array of objects for each table, under the table's name. An unknown value is null.</summary>
    Json,

    /// <summary>One JSON object a row, each on a line of its own.</summary>
    NdJson,

    /// <summary>Markdown tables, each under its name.</summary>
    Markdown,

    /// <summary>One HTML file of tables.</summary>
    Html,

    /// <summary>A workbook for spreadsheets (xlsx), each table a sheet.</summary>
    Workbook,
}
