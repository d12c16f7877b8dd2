using System.Text;
using LogSerialAudit.Reports;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Reports;

public sealed class TableWriterTests
{
    private static readonly Table<Row> Rows = new(
        "rows",
        new("name", static (in row, cell) => cell.Text(row.Name)),
        new("behind_seconds", static (in row, cell) => cell.Integer(row.Behind)),
        new("serial", static (in row, cell) => cell.Serial(row.Serial)),
        new("at_utc", static (in row, cell) => cell.Utc(row.At, row.Digits)),
        new("at_local", static (in row, cell) => cell.Local(row.At, row.Digits)));

    private static readonly Row Full =
        new("balug.org", -5, new SerialNumber(4294967295), Instant.FromUtc(2019, 5, 25, 16, 23, 51), 0);

    private static readonly Row Bare = new("", null, null, null, 0);

    private static readonly TableOptions California = new() { LocalZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"] };

    [Fact]
    public void CsvHasAHeaderAndEmptyCellsForUnknowns() => Assert.Equal(
        """
        name,behind_seconds,serial,at_utc,at_local
        balug.org,-5,4294967295,2019-05-25T16:23:51Z,2019-05-25T09:23:51-07:00
        ,,,,

        """,
        Written(TableFormat.Csv, California, null, Full, Bare));

    [Fact]
    public void TsvHasTabs() => Assert.Equal(
        "name\tbehind_seconds\tserial\tat_utc\tat_local\nbalug.org\t-5\t4294967295\t2019-05-25T16:23:51Z\t2019-05-25T09:23:51-07:00\n",
        Written(TableFormat.Tsv, California, null, Full));

    [Fact]
    public void JsonIsAnObjectOfArraysWithNullForUnknowns() => Assert.Equal(
        """{"rows":[{"name":"balug.org","behind_seconds":-5,"serial":4294967295,"at_utc":"2019-05-25T16:23:51Z","at_local":"2019-05-25T09:23:51-07:00"},{"name":null,"behind_seconds":null,"serial":null,"at_utc":null,"at_local":null}]}""" + "\n",
        Written(TableFormat.Json, California, null, Full, Bare));

    [Fact]
    public void NdjsonIsAnObjectALine() => Assert.Equal(
        """
        {"name":"balug.org","serial":4294967295}
        {"name":null,"serial":null}

        """,
        Written(TableFormat.NdJson, California, ["name", "serial"], Full, Bare));

    [Theory]
    [InlineData(TableFormat.Csv, "name,serial\n")]
    [InlineData(TableFormat.Tsv, "name\tserial\n")]
    [InlineData(TableFormat.Json, "{\"rows\":[]}\n")]
    [InlineData(TableFormat.NdJson, "")]
    public void ATableMayHaveNoRows(TableFormat format, string written) =>
        Assert.Equal(written, Written(format, California, ["name", "serial"]));

    [Fact]
    public void ColumnsComeInTheOrderThatWasAskedFor() => Assert.Equal(
        "serial,name\n4294967295,balug.org\n",
        Written(TableFormat.Csv, California, ["serial", "name"], Full));

    [Fact]
    public void SpreadsheetsGetTheirDatesSeparatorAndMark() => Assert.Equal(
        "\ufeffname;at_local\nbalug.org;2019-05-25 09:23:51\n",
        Written(TableFormat.Csv, California with { Dates = DateStyle.Spreadsheet, Separator = ';', ByteOrderMark = true }, ["name", "at_local"], Full));

    [Fact]
    public void FractionsAreWrittenWhereTheLogHasThem() => Assert.Equal(
        "at_utc\n2019-05-25T16:23:51.000Z\n",
        Written(TableFormat.Csv, California, ["at_utc"], Full with { Digits = 3 }));

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("-", "\"'-\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("=\"a\"", "\"'=\"\"a\"\"\"")]
    [InlineData("\t=1", @"\x09=1")]
    [InlineData("\r=1", @"\x0d=1")]
    [InlineData("\n=1", @"\x0a=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠SUM", "'＠SUM")]
    public void TextThatIsAFormulaIsNeutralised(string text, string cell) =>
        Assert.Equal($"name\n{cell}\n", Written(TableFormat.Csv, California, ["name"], Full with { Name = text }));

    [Theory]
    [InlineData("a=b", "a=b")]
    [InlineData(" =1", " =1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("a\nb", @"a\x0ab")]
    [InlineData("ａ", "ａ")]
    [InlineData("", "\"\"")] // else the row would be an empty line
    public void OtherTextIsQuotedWhereItMustBe(string text, string cell) =>
        Assert.Equal($"name\n{cell}\n", Written(TableFormat.Csv, California, ["name"], Full with { Name = text }));

    [Theory]
    [InlineData(',', ',')]
    [InlineData(',', '"')]
    [InlineData(';', ';')]
    [InlineData('-', '-')]
    public void WhatMustBeQuotedIsFoundWhereverItStands(char separator, char found)
    {
        for (var length = 2; length < 70; length++)
        {
            for (var place = 1; place < length; place++)
            {
                var text = new string('x', place) + found + new string('y', length - place - 1);
                var cell = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
                Assert.Equal($"name{separator}serial\n{cell}{separator}4294967295\n", Written(TableFormat.Csv, California with { Separator = separator }, ["name", "serial"], Full with { Name = text }));
            }
        }
    }

    [Theory]
    [InlineData(' ', true)]
    [InlineData('~', true)]
    [InlineData('\x7f', false)]
    [InlineData('\x1f', false)]
    [InlineData('\0', false)]
    public void WhatMustBeEscapedIsFoundWhereverItStands(char found, bool isPlain)
    {
        for (var length = 1; length < 70; length++)
        {
            for (var place = 0; place < length; place++)
            {
                var (before, after) = (new string('x', place), new string('y', length - place - 1));
                var shown = isPlain ? found.ToString() : FormattableString.Invariant($"\\x{(int)found:x2}");
                Assert.Equal($"name\n{before}{shown}{after}\n", Written(TableFormat.Csv, California, ["name"], Full with { Name = before + found + after }));
            }
        }
    }

    [Theory]
    [InlineData('-', "\"2019-05-25T16:23:51Z\"-\"2019-05-25T09:23:51-07:00\"")]
    [InlineData(':', "\"2019-05-25T16:23:51Z\":\"2019-05-25T09:23:51-07:00\"")]
    [InlineData('|', "2019-05-25T16:23:51Z|2019-05-25T09:23:51-07:00")]
    public void TimesAreQuotedWhereTheyHoldTheSeparator(char separator, string row) => Assert.Equal(
        $"at_utc{separator}at_local\n{row}\n", Written(TableFormat.Csv, California with { Separator = separator }, ["at_utc", "at_local"], Full));

    [Theory]
    [InlineData(-1L)]
    [InlineData(0L)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void NumbersStayNumbers(long number) => Assert.Equal(
        FormattableString.Invariant($"behind_seconds\n{number}\n"),
        Written(TableFormat.Csv, California, ["behind_seconds"], Full with { Behind = number }));

    [Fact]
    public void NoCellOfTsvHasATabOrALineBreak() => Assert.Equal(
        "name\tserial\na\\x09b\\x0ac\t4294967295\n",
        Written(TableFormat.Tsv, California, ["name", "serial"], Full with { Name = "a\tb\nc" }));

    [Fact]
    public void JsonShowsHostileTextToo() => Assert.Equal(
        "{\"name\":\"\\\\x1b[2J \\\"q\\\" <é>+\"}\n",
        Written(TableFormat.NdJson, California, ["name"], Full with { Name = "\u001b[2J \"q\" <é>+" }));

    [Theory]
    [InlineData("name,nmae", "rows has no column nmae; it has name, behind_seconds, serial, at_utc, at_local")]
    [InlineData("Name", "rows has no column Name; it has name, behind_seconds, serial, at_utc, at_local")]
    [InlineData("name,serial,name", "column name is chosen twice")]
    [InlineData("\u001b[2J", @"rows has no column \x1b[2J; it has name, behind_seconds, serial, at_utc, at_local")]
    public void AColumnThatIsUnknownOrThereTwiceIsRefused(string names, string message)
    {
        Assert.False(Rows.TryChoose(names.Split(','), out var chosen, out var error));
        Assert.Empty(chosen);
        Assert.Equal(message, error);
    }

    [Fact]
    public void ATableCanNotHaveAColumnTwice() => Assert.Throws<ArgumentException>(
        () => new Table<Row>("twice", Rows.Columns[0], Rows.Columns[0]));

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Json)]
    public void AColumnThatWritesNoCellIsAMistake(TableFormat format)
    {
        using var cells = CellWriter.Create(format, Stream.Null, California);
        var writer = new TableWriter<Row>(cells, "bad", [new("none", static (in row, cell) => { })]);

        Assert.Throws<InvalidOperationException>(() => writer.Write(Full));
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Tsv)]
    public void TheseHoldOneTable(TableFormat format)
    {
        using var cells = CellWriter.Create(format, Stream.Null, California);
        new TableWriter<Row>(cells, "first", Rows.Columns).End();

        Assert.Throws<InvalidOperationException>(() => new TableWriter<Row>(cells, "second", Rows.Columns));
    }

    [Fact]
    public void JsonHoldsSeveralTables()
    {
        using var stream = new MemoryStream();
        using var cells = CellWriter.Create(TableFormat.Json, stream, California);
        foreach (var name in new[] { "first", "second" })
        {
            var writer = new TableWriter<Row>(cells, name, [Rows.Columns[0]]);
            writer.Write(Full);
            writer.End();
        }

        cells.Complete();

        Assert.Equal("""{"first":[{"name":"balug.org"}],"second":[{"name":"balug.org"}]}""" + "\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData(TableFormat.Csv)]
    [InlineData(TableFormat.Tsv)]
    [InlineData(TableFormat.Json)]
    [InlineData(TableFormat.NdJson)]
    public void ManyRowsAreAllThereAndCostNothingEach(TableFormat format)
    {
        using var stream = new MemoryStream(32 << 20);
        using var cells = CellWriter.Create(format, stream, California);
        var writer = new TableWriter<Row>(cells, "rows", Rows.Columns);
        WriteMany(writer, 2_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        WriteMany(writer, 20_000);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        writer.End();
        cells.Complete();
        var written = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(22_000, written.Split("balug.org").Length - 1);
    }

    private static void WriteMany(TableWriter<Row> writer, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            writer.Write(Full);
        }
    }

    private static string Written(TableFormat format, TableOptions options, string[]? names, params Row[] rows)
    {
        using var stream = new MemoryStream();
        using var cells = CellWriter.Create(format, stream, options);
        Assert.True(Rows.TryChoose(names, out var columns, out _));
        var writer = new TableWriter<Row>(cells, Rows.Name, columns);
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        writer.End();
        cells.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private readonly record struct Row(string Name, long? Behind, SerialNumber? Serial, Instant? At, int Digits);
}
