using System.Globalization;
using System.Text;
using CsvHelper;
using LogSerialAudit.History;
using LogSerialAudit.Messages.Language;
using NodaTime;

namespace LogSerialAudit.Evidence.Marks;

/// <summary>Marks in CSV: one column has the time, another may count, the rest is text.</summary>
internal static class MarkTable
{
    private const int RowsToLookAt = 20;
    private const int LongestText = 200;
    private const string Expected = "a time such as 2019-05-25, 2019-05-25T16:23:51Z, 2019-05-25 09:23:51 -07:00 or 1558801431";

    /// <summary>Reads them.</summary>
    /// <param name="source">What was named.</param>
    /// <param name="text">The file, a character a byte.</param>
    /// <param name="errors">Takes rows that can't be understood.</param>
    public static IReadOnlyList<Mark> Read(MarkSource source, string text, RepeatedErrors errors)
    {
        using var csv = CsvReader.Create(Encoding.Latin1.GetBytes(text), new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => errors.Add(new EvidenceError(source.Path, record.LineNumber, 1, Reason(record.Reason))),
        });
        var rows = new List<MarkFields>();
        while (csv.Read())
        {
            rows.Add(new MarkFields(csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)], Starts(csv)));
        }

        var header = rows.Count > 0 && !rows[0].Cells.Any(cell => TimeOf(cell) is not null) ? rows[0] : null;
        var data = header is null ? rows : rows[1..];
        if (data.Count == 0)
        {
            return [];
        }

        if (TimeColumn(source.Column, header, data) is not { } column)
        {
            errors.Add(new EvidenceError(source.Path, 0, 0, Missing(source, header)));
            return [];
        }

        return Marks(source, header, data, column, errors);
    }

    private static List<Mark> Marks(MarkSource source, MarkFields? header, List<MarkFields> data, int column, RepeatedErrors errors)
    {
        var counter = Counter(data, column);
        var zone = header?.Cells[column].ToUpperInvariant() is { } name && (name.EndsWith("UTC", StringComparison.Ordinal) || name.EndsWith("(UTC)", StringComparison.Ordinal)) ? DateTimeZone.Utc : source.Zone;
        var marks = new List<Mark>(data.Count);
        foreach (var row in data)
        {
            if (TimeOf(row.Cells[column]) is { } time)
            {
                var at = time.In(zone, out var isSure);
                var count = counter is { } place ? long.Parse(row.Cells[place], CultureInfo.InvariantCulture) : (long?)null;
                marks.Add(new Mark(source.Name, at, time.Local.Date, time.IsDay, isSure, count, Text(header, row, column, counter), new SourceLine(source.Path, row.Line)));
            }
            else
            {
                errors.Add(new EvidenceError(source.Path, row.Line, row.Columns[column], $"expected {Expected}"));
            }
        }

        return marks;
    }

    private static WrittenTime? TimeOf(string cell) =>
        cell.Length is > 5 and < 64 && TimeGrammar.Any(new LineInput(cell.Trim(), 0)) is { WasSuccessful: true } time ? time.Value : null;

    /// <summary>The column that is asked for; else the first that has dates, else the first that has seconds since 1970.</summary>
    private static int? TimeColumn(string asked, MarkFields? header, List<MarkFields> data)
    {
        if (asked.Length > 0)
        {
            var named = header is null ? -1 : Array.FindIndex(header.Cells, cell => cell.Equals(asked, StringComparison.OrdinalIgnoreCase));
            var number = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= data[0].Cells.Length ? place - 1 : -1;
            return named >= 0 ? named : number >= 0 ? number : null;
        }

        var columns = Enumerable.Range(0, data[0].Cells.Length)
            .Where(column => data.Take(RowsToLookAt).Count(row => TimeOf(row.Cells[column]) is not null) * 2 >= Math.Min(data.Count, RowsToLookAt)).ToList();
        return columns.Cast<int?>().FirstOrDefault(column => !data[0].Cells[column!.Value].All(char.IsAsciiDigit)) ?? columns.Cast<int?>().FirstOrDefault();
    }

    /// <summary>The first column of whole numbers that mostly rises; null where there is none.</summary>
    private static int? Counter(List<MarkFields> data, int time)
    {
        for (var column = 0; column < data[0].Cells.Length; column++)
        {
            if (column != time && data.TrueForAll(row => row.Cells[column].Length is > 0 and <= 18 && row.Cells[column].All(char.IsAsciiDigit)))
            {
                var numbers = data.Select(row => long.Parse(row.Cells[column], CultureInfo.InvariantCulture)).ToList();
                var steps = numbers.Zip(numbers.Skip(1), (one, other) => Math.Sign(other - one)).ToList();
                var (up, down) = (steps.Count(step => step > 0), steps.Count(step => step < 0));
                if (steps.Count >= 2 && Math.Max(up, down) >= 3 * Math.Min(up, down) && up + down > steps.Count / 2)
                {
                    return column;
                }
            }
        }

        return null;
    }

    private static string Text(MarkFields? header, MarkFields row, int time, int? counter)
    {
        var cells = Enumerable.Range(0, row.Cells.Length).Where(column => column != time && column != counter && row.Cells[column].Length > 0)
            .Select(column => header is null ? row.Cells[column] : $"{header.Cells[column]}={row.Cells[column]}");
        var text = string.Join(", ", cells);
        return text.Length > LongestText ? $"{text[..LongestText]}..." : text;
    }

    private static string Missing(MarkSource source, MarkFields? header) =>
        source.Column.Length > 0
            ? $"there is no column {source.Column}; {(header is null ? "the columns have no names: give a number from 1" : $"there are {string.Join(", ", header.Cells)}")}"
            : $"no column has times; expected {Expected}";

    private static string Reason(CsvMalformedReason reason) => reason == CsvMalformedReason.FieldCountMismatch
        ? "a row with another number of fields than the first; it is left out"
        : "a quote that is not closed, or stands within a field; the row is left out";

    /// <summary>The column of each field in its line, from 1.</summary>
    private static int[] Starts(CsvReader csv)
    {
        var starts = new int[csv.FieldCount];
        for (var (field, at) = (0, 1); field < csv.FieldCount; field++)
        {
            starts[field] = at;
            at += csv.GetRawSpan(field).Length + 1;
        }

        return starts;
    }
}
