using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Redacting;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Cli.Options;

/// <summary>What is written, how and where.</summary>
public sealed record OutputOptions
{
    /// <summary>The format.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>The table asked for; null where none was, and always one where the format is csv or tsv and there are several.</summary>
    public string? Table { get; init; }

    /// <summary>Names of the columns in the order asked for, not yet held against a table; null where all are wanted.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>How times are written in tables.</summary>
    public DateStyle Dates { get; init; }

    /// <summary>Whether csv and tsv start with a byte order mark.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>What stands between the cells of csv.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>The file to write, absolute; null for standard output.</summary>
    public string? Path { get; init; }

    /// <summary>Whether a file that is there may be replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether text is coloured.</summary>
    public bool Color { get; init; }

    /// <summary>Whether findings make <see cref="ExitCode.Findings"/>.</summary>
    public bool ExitCodeTellsFindings { get; init; }

    /// <summary>These options for a table's writer; not for <see cref="OutputFormat.Text"/>.</summary>
    public TableOptions ForTables(DateTimeZone localZone, Redaction? redaction = null) =>
        new() { LocalZone = localZone, Redaction = redaction, Dates = Dates, Separator = Separator, ByteOrderMark = ByteOrderMark };

    /// <summary>The format as a table's writer takes it.</summary>
    /// <exception cref="InvalidOperationException">The format is <see cref="OutputFormat.Text"/>.</exception>
    public TableFormat TableFormat => Format switch
    {
        OutputFormat.Csv => TableFormat.Csv,
        OutputFormat.Tsv => TableFormat.Tsv,
        OutputFormat.Json => TableFormat.Json,
        OutputFormat.NdJson => TableFormat.NdJson,
        OutputFormat.Md => TableFormat.Markdown,
        OutputFormat.Html => TableFormat.Html,
        OutputFormat.Xlsx => TableFormat.Workbook,
        _ => throw new InvalidOperationException("Text is not written by cells."),
    };

    /// <summary>Looks whether the file can be written, before what may take long is read.</summary>
    /// <param name="inputs">The files that are read, of which it may be none.</param>
    /// <param name="command">The command, for the mistake.</param>
    /// <exception cref="UsageException">The file is there already, or one of those, or can not be written.</exception>
    public void Check(IEnumerable<SourceFile> inputs, string command)
    {
        if (Path is not null && OutputFile.WhyNot(Path, Force, inputs.Select(input => input.Member?.Archive ?? input.Path)) is { } error)
        {
            throw new UsageException(error, command);
        }
    }

    /// <summary>Opens the file, or standard output.</summary>
    /// <param name="io">The world.</param>
    /// <param name="command">The command, for the mistake.</param>
    /// <exception cref="UsageException">The file is there already, or can not be written.</exception>
    public OutputFile Open(AppIo io, string command)
    {
        if (Path is null)
        {
            return OutputFile.Over(io.StandardOutput);
        }

        return OutputFile.TryCreate(Path, Force, out var output, out var error) ? output : throw new UsageException(error, command);
    }
}
