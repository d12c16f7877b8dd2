using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Markup;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Reports;

public sealed class MarkupCellsTests
{
    private static readonly Table<Row> Rows = new(
        "rows",
        new("name", static (in row, cell) => cell.Text(row.Name)),
        new("number", static (in row, cell) => cell.Integer(row.Number)),
        new("at_utc", static (in row, cell) => cell.Utc(row.At, row.Digits)),
        new("at_local", static (in row, cell) => cell.Local(row.At, row.Digits)));

    private static readonly TableOptions California = new() { LocalZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"] };

    private static readonly Row Full = new("balug.org", -5, Instant.FromUtc(2019, 5, 25, 16, 23, 51), 0);

    private static readonly Row Bare = new("", null, null, 0);

    /// <summary>Names as somebody might choose them, and what a reader must see.</summary>
    public static TheoryData<string, string> Names => new()
    {
        { "<script>alert(1)</script>", "<script>alert(1)</script>" },
        { "\"><img src=x onerror=1>", "\"><img src=x onerror=1>" },
        { "a&amp;b'c", "a&amp;b'c" },
        { "]]><![CDATA[x", "]]><![CDATA[x" },
        { "a|b`c*d_e", "a|b`c*d_e" },
        { "[a](http://192.0.2.1)", "[a](http://192.0.2.1)" },
        { "=1+1", "=1+1" },
        { "_x0041_", "_x0041_" },
        { "a\u001b[2Jb\u202ec\0", @"a\x1b[2Jb\u202ec\x00" },
        { "  blanks  ", "  blanks  " },
    };

    [Fact]
    public void MarkdownIsATableUnderItsName() => Assert.Equal(
        """
        ## rows

        | name | number | at\_utc | at\_local |
        |---|---|---|---|
        | balug.org | -5 | 2019-05-25T16:23:51Z | 2019-05-25T09:23:51-07:00 |
        |  |  |  |  |

        """,
        Encoding.UTF8.GetString(Written(TableFormat.Markdown, Full, Bare)));

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingOfANameIsMarkupInMarkdown(string name, string seen)
    {
        var line = Encoding.UTF8.GetString(Written(TableFormat.Markdown, Full with { Name = name })).Split('\n')[4];
        var cell = line[2..line.IndexOf(" | -5", StringComparison.Ordinal)];

        // All that Markdown or HTML in it could mean something by has a backslash.
        var shown = new StringBuilder();
        for (var place = 0; place < cell.Length; place++)
        {
            Assert.False("`*_{}[]<>#|~&".Contains(cell[place], StringComparison.Ordinal), cell);
            place += cell[place] == '\\' ? 1 : 0;
            shown.Append(cell[place]);
        }

        Assert.Equal(seen, shown.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingOfANameIsMarkupInHtml(string name, string seen)
    {
        var page = Html(Written(TableFormat.Html, Full with { Name = name }));
        var cell = page.Descendants("td").First();
        Assert.Empty(cell.Elements());
        Assert.Equal(seen, cell.Value);
        Assert.Empty(page.Descendants("script"));
        Assert.Empty(page.Descendants("img"));
    }

    [Fact]
    public void HtmlForbidsAllThatIsNotInIt()
    {
        var page = Html(Written(TableFormat.Html, Full));
        Assert.Contains(page.Descendants("meta"), meta => (string?)meta.Attribute("content") == "default-src 'none'; style-src 'unsafe-inline'");
        Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AWorkbookHasTextAsText(string name, string seen)
    {
        var cells = Sheet(Written(TableFormat.Workbook, Full with { Name = name }), 1).Descendants(Main + "row").ElementAt(1).Elements().ToList();

        Assert.Equal("inlineStr", cells[0].Attribute("t")!.Value);
        Assert.Equal(seen, cells[0].Value.Replace("_x005F_x", "_x", StringComparison.Ordinal));
        Assert.DoesNotContain(cells, cell => cell.Name.LocalName == "f");
    }

    [Theory]
    [InlineData(2019, 5, 25, 16, 23, 51, 0, "43610.683229166667", "43610.391562500000", "2")]
    [InlineData(2019, 3, 10, 10, 0, 0, 3, "43534.416666666667", "43534.125", "3")]
    [InlineData(1970, 1, 1, 8, 0, 0, 0, "25569.333333333333", "25569", "2")]
    public void AWorkbookHasTimesAsDays(int year, int month, int day, int hour, int minute, int second, int digits, string utc, string local, string style)
    {
        var row = Full with { At = Instant.FromUtc(year, month, day, hour, minute, second), Digits = digits };
        var cells = Sheet(Written(TableFormat.Workbook, row), 1).Descendants(Main + "row").ElementAt(1).Elements().ToList();

        Assert.Equal(decimal.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(cells[2].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(decimal.Parse(local, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(cells[3].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((style, style), (cells[2].Attribute("s")!.Value, cells[3].Attribute("s")!.Value));
    }

    [Fact]
    public void AWorkbookOfMoreRowsThanASheetHoldsGoesOnInAnother()
    {
        using var stream = new MemoryStream();
        using (var cells = new WorkbookCells(stream, California, mostRows: 3))
        {
            var writer = new TableWriter<Row>(cells, "rows", Rows.Columns);
            for (var number = 1; number <= 5; number++)
            {
                writer.Write(Full with { Number = number });
            }

            writer.End();
            cells.Complete();
        }

        var bytes = stream.ToArray();
        var sheets = Part(bytes, "xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value);
        Assert.Equal(["rows", "rows 2", "rows 3"], sheets);
        Assert.Equal(
            ["1 2", "3 4", "5"],
            Enumerable.Range(1, 3).Select(number => string.Join(' ', Sheet(bytes, number).Descendants(Main + "row").Skip(1).Select(row => row.Elements().ElementAt(1).Value))));
        Assert.All(Enumerable.Range(1, 3), number => Assert.Equal("name", Sheet(bytes, number).Descendants(Main + "row").First().Elements().First().Value));
    }

    [Fact]
    public void ATextTooLongForACellIsCutAndSaysSo()
    {
        var cell = Sheet(Written(TableFormat.Workbook, Full with { Name = new string('a', 40_000) }), 1).Descendants(Main + "row").ElementAt(1).Elements().First().Value;
        Assert.Equal(32767, cell.Length);
        Assert.EndsWith("a [cut]", cell, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameTablesAreTheSameBytes()
    {
        foreach (var format in new[] { TableFormat.Markdown, TableFormat.Html, TableFormat.Workbook })
        {
            Assert.Equal(Written(format, Full, Bare), Written(format, Full, Bare));
        }
    }

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static XElement Html(byte[] page) => XDocument.Parse(Encoding.UTF8.GetString(page).Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal), LoadOptions.PreserveWhitespace).Root!;

    private static XElement Sheet(byte[] workbook, int number) => Part(workbook, $"xl/worksheets/sheet{number}.xml");

    private static XElement Part(byte[] workbook, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace).Root!;
    }

    private static byte[] Written(TableFormat format, params Row[] rows)
    {
        using var stream = new MemoryStream();
        using (var cells = CellWriter.Create(format, stream, California))
        {
            var writer = new TableWriter<Row>(cells, Rows.Name, Rows.Columns);
            foreach (var row in rows)
            {
                writer.Write(row);
            }

            writer.End();
            cells.Complete();
        }

        return stream.ToArray();
    }

    private readonly record struct Row(string Name, long? Number, Instant? At, int Digits);
}
