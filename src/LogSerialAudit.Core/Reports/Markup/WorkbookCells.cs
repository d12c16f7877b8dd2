using System.Globalization;
using System.IO.Compression;
using System.Text;
using NodaTime;

namespace LogSerialAudit.Reports.Markup;

/// <summary>
/// Tables as a workbook (xlsx, ECMA-376), each a sheet, written as it comes. Times are dates of the spreadsheet, serials numbers; no
/// text is a formula, whatever it begins with.
/// </summary>
internal sealed class WorkbookCells : CellWriter
{
    /// <summary>The most rows of a sheet, the header among them.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>Whole numbers up to here are exact.</summary>
    private const long MostExact = 1L << 53;

    /// <summary>Day 0 of spreadsheets, as far as days from 1 March 1900 on are concerned.</summary>
    private static readonly LocalDateTime DayZero = new(1899, 12, 30, 0, 0);
    private static readonly LocalDateTime FirstDay = new(1900, 3, 1, 0, 0);

    private readonly ZipArchive _zip;
    private readonly DateTimeZone _localZone;
    private readonly int _mostRows;
    private readonly List<string> _sheets = [];
    private readonly StringBuilder _row = new();
    private StreamWriter? _sheet;
    private string _table = "";
    private IReadOnlyList<string> _columns = [];
    private int _rows;

    public WorkbookCells(Stream stream, TableOptions options, int mostRows = MostRows)
        : base(options)
    {
        _zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        (_localZone, _mostRows) = (options.LocalZone, mostRows);
    }

    public override void Complete()
    {
        foreach (var (name, content) in WorkbookParts.Of(_sheets))
        {
            using var part = Open(name);
            part.Write(content);
        }

        _zip.Dispose();
    }

    public override void Flush() => _sheet?.Flush();

    internal override void BeginTable(string name, IReadOnlyList<string> columns)
    {
        (_table, _columns) = (name, columns);
        BeginSheet(name);
    }

    internal override void EndRow()
    {
        if (_rows == _mostRows)
        {
            EndSheet();
            BeginSheet(string.Create(CultureInfo.InvariantCulture, $"{_table} {_sheets.Count(sheet => sheet == _table || sheet.StartsWith(_table + " ", StringComparison.Ordinal)) + 1}"));
        }

        _sheet!.Write("<row>");
        _sheet.Write(_row);
        _sheet.Write("</row>\n");
        _rows++;
    }

    internal override void EndTable() => EndSheet();

    private protected override void OnBeginRow() => _row.Clear();

    private protected override void WriteEmpty() => _row.Append("<c/>");

    private protected override void WriteInteger(long value)
    {
        if (Math.Abs(value) > MostExact)
        {
            String(value.ToString(CultureInfo.InvariantCulture), 0);
        }
        else
        {
            _row.Append(CultureInfo.InvariantCulture, $"<c><v>{value}</v></c>");
        }
    }

    private protected override void WriteText(ReadOnlySpan<byte> text) => String(Encoding.UTF8.GetString(text), 0);

    private protected override void WriteTime(Instant instant, int fractionDigits, bool isLocal, ReadOnlySpan<byte> text, int length)
    {
        var time = instant.InZone(isLocal ? _localZone : DateTimeZone.Utc).LocalDateTime;
        if (time < FirstDay)
        {
            WriteText(text[..length]);
            return;
        }

        var days = Period.DaysBetween(DayZero.Date, time.Date) + ((decimal)time.NanosecondOfDay / NodaConstants.NanosecondsPerDay);
        var style = fractionDigits > 0 ? WorkbookParts.FineTimeStyle : WorkbookParts.TimeStyle;
        _row.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\"><v>{Math.Round(days, 12)}</v></c>");
    }

    protected override void Dispose(bool disposing)
    {
        _sheet?.Dispose();
        _zip.Dispose();
    }

    private void BeginSheet(string name)
    {
        _sheets.Add(name);
        _sheet = Open(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{_sheets.Count}.xml"));
        _sheet.Write(WorkbookParts.SheetHead + "<cols>");
        for (var place = 1; place <= _columns.Count; place++)
        {
            _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{place}\" max=\"{place}\" width=\"{WidthOf(_columns[place - 1])}\" customWidth=\"1\"/>"));
        }

        _sheet.Write("</cols><sheetData>\n");
        var row = _row.ToString();
        _row.Clear();
        foreach (var column in _columns)
        {
            String(column, WorkbookParts.HeaderStyle);
        }

        _sheet.Write("<row>");
        _sheet.Write(_row);
        _sheet.Write("</row>\n");
        _row.Clear().Append(row);
        _rows = 1;
    }

    private void EndSheet()
    {
        _sheet!.Write(string.Create(CultureInfo.InvariantCulture, $"</sheetData><autoFilter ref=\"A1:{Letters(_columns.Count)}{_rows}\"/></worksheet>"));
        _sheet.Dispose();
        _sheet = null;
    }

    /// <summary>All entries are of one day, so that the same tables give the same bytes.</summary>
    private StreamWriter Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new StreamWriter(entry.Open(), new UTF8Encoding(false), 64 * 1024);
    }

    private void String(string text, int style) =>
        _row.Append(CultureInfo.InvariantCulture, $"<c t=\"inlineStr\"{(style == 0 ? "" : $" s=\"{style}\"")}><is><t xml:space=\"preserve\">{WorkbookText.Of(text)}</t></is></c>");

    /// <summary>The width of a column in characters, by what its name says of it.</summary>
    private static int WidthOf(string column) => column switch
    {
        "statement" or "evidence" or "note" => 80,
        "zone" or "zones" or "detail" or "source" or "file" or "primary" or "peer" => 30,
        _ when column.EndsWith("_utc", StringComparison.Ordinal) || column.EndsWith("_local", StringComparison.Ordinal) => 21,
        _ => Math.Max(10, column.Length + 2),
    };

    /// <summary>The name of a column by its number: A, Z, AA.</summary>
    private static string Letters(int number) =>
        number <= 0 ? "" : Letters((number - 1) / 26) + (char)('A' + ((number - 1) % 26));
}
