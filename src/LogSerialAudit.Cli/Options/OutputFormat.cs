namespace LogSerialAudit.Cli.Options;

/// <summary>The formats of <c>--format</c>; each is typed as its name in lower case.</summary>
public enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>Tab-separated values.</summary>
    Tsv,

    /// <summary>One JSON object.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    NdJson,

    /// <summary>Markdown.</summary>
    Md,

    /// <summary>One HTML file.</summary>
    Html,

    /// <summary>A workbook for spreadsheets.</summary>
    Xlsx,
}
